//! Contacts: people, with one or more addresses, linked to any number of accounts (DM-3, DM-4).
//!
//! Invariants: a contact has at least one address; two contacts may share one, as spouses do, and then share one login
//! (DM-7); every address of a linked contact has its row of switches in the account.

mod commands;
mod list;
mod model;
mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod server;
mod server_fns;

pub use list::Contacts;
pub use model::{Address, ContactCard, ContactRow, LinkedAccount, NewContact, OldAddress};
pub use pages::{ContactAddPage, ContactListPage, ContactPage};
pub(crate) use pages::{KnownIsFine, LocaleField};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{
    actions::{Draft, Typed, add_in},
    addresses::{change as change_address, parse as parse_address},
};
