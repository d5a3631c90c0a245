//! What the firm's people are told by mail of their clients (NOTIFY-9): who hears of what is decided by one rule, and
//! everybody switches off for themselves what they do not want to hear of. It follows the events of the slices where that
//! happens, which do not know of it.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{Choice, Event};
pub use pages::AlertsPage;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{Recipient, recipients};
