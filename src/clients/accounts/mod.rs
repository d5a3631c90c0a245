//! Accounts: whom the firm works for and bills (DM-2). An account has a short id that people tell it by (DM-8), a name,
//! a kind, and no address of its own: addresses belong to contacts.
//!
//! Invariants: the short id never changes; an archived account keeps everything but opens to no client (CRM-13);
//! an employee without "see all accounts" meets assigned accounts only, everywhere (ROLE-3).

mod list;
mod model;
mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod server;
mod server_fns;

pub use list::{AccountFilter, Accounts};
pub use model::{AccountForm, AccountRow};
pub use pages::{AccountEditPage, AccountListPage};
pub(crate) use pages::{AccountFields, CodeBadge, kind_label};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{
    actions::{Draft as AccountDraft, create_in},
    reading::all_of,
};
pub(crate) use server_fns::account_name;
