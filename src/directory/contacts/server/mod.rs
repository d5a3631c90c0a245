//! The server's half, which is all of it.

mod address_store;
mod load;
mod store;

pub use address_store::{
    AddressRecord, addresses, delete_address, insert_address, insert_address_at, set_address, set_unlinked,
};
pub use load::contact;
pub use store::{
    ContactRecord, ContactWords, accounts_of, insert, known, link, rename, sees_all_of, sees_none_of,
    stand_in_line, unlink,
};
