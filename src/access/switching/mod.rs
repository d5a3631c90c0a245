//! Somebody with several accounts, and which of them they are in (SW-1 to SW-8).
//!
//! The account is in the address of every page, so two tabs may hold two accounts. The session only remembers that
//! the question was answered and that the banner was closed; the person, which account was used last. Choosing is a
//! post that gives the session a new token (SEC-30, SEC-32); opening an account by its address changes nothing.

pub mod model;
mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{Daypart, HomeView};
pub use pages::{ChoosePage, ChooseSidePage, ChooserDialog, Outside, kind_text, show_chooser};
pub use rules::{ASK, portal_destination, preselected};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::team;
pub use server_fns::*;
