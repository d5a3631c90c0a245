//! Contacts as they are kept: who they are, their addresses, and which accounts they belong to (DM-3, DM-4).

#[cfg(not(target_arch = "wasm32"))]
mod server;

#[cfg(not(target_arch = "wasm32"))]
pub use server::{
    AddressRecord, ContactRecord, ContactWords, accounts_of, addresses, contact, delete_address, insert,
    insert_address, insert_address_at, known, link, rename, sees_all_of, sees_none_of, set_address,
    set_unlinked, stand_in_line, unlink,
};
