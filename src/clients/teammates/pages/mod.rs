//! The people of an account as staff see them.

mod account_team;

pub use account_team::AccountTeamPage;
