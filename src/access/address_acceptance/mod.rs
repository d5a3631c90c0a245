//! What a replaced address means to signing in: the first sign-in with the new address settles the change (ECHG-3). How the
//! login itself goes on under the new address is the matter of `login_moves`. Server only,
//! but for how long the firm is asked.
//!
//! The change is kept in `directory::address_changes`; beginning, stopping and ending one is the matter of
//! `clients::address_changes`. Here is what only this area knows: who somebody is.

mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;

pub use rules::REMOVE_AFTER;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{ACCEPTED, ChangeAccepted, settle};
