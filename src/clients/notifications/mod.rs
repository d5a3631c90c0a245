//! Who is told what by mail (NOTIFY-1 to NOTIFY-6): one switch for each kind of mail, per (account, contact, address).
//!
//! Everything is on until it is switched off; NOTIFY off is all items off, and the other way round. What the client
//! switched off stays off until somebody at the firm says that the client wants it back.

mod model;
mod pages;
pub mod rules;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod server;
mod server_fns;

pub use model::{ItemState, NotifyPrefs};
pub use pages::{NotificationSettingsPage, NotificationsDialogPage};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use rules::count_off;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::switched_on_by_staff;
