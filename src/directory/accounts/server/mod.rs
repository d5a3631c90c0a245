//! The server's half of accounts.

mod load;
mod store;

pub use load::account;
pub use store::{AccountRecord, NewAccount, insert, next_number, rename, set_archived, users_with_login};
