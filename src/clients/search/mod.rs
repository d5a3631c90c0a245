//! What is found when somebody searches: each account by its name, its short id and its people, each contact by name and
//! addresses, old ones too. The index is `platform::search`; here is what goes into it.
//!
//! It is kept in the transaction that changes an account or a contact, so a search never finds what is not so.

mod server;

pub use server::actions::{ensure, index_all};
pub(crate) use server::actions::{refresh_account, refresh_contact, stand_in_line};
