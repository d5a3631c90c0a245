//! How a firm looks: its logo and its two colours, in the portal and in mails (DOM-5).
//!
//! Invariants: a colour is stored only if white text on it can be read; a logo is what its bytes say it is, and its name
//! is made of them.

mod model;
mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::FirmLook;
pub use pages::FirmLookPage;
