//! The server's half of accounts.

mod load;
mod store;

pub use load::{account, is_in_sight};
pub use store::{AccountRecord, NewAccount, insert, next_number, rename, set_archived, users_with_login};
