//! Accounts as they are kept: short id, name, kind, whether they are archived (DM-2, DM-8).

mod model;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;

pub use model::AccountKind;
pub use rules::{code_letter, sort_key};
#[cfg(not(target_arch = "wasm32"))]
pub use server::{
    AccountRecord, NewAccount, account, insert, is_in_sight, next_number, rename, set_archived,
    users_with_login,
};
