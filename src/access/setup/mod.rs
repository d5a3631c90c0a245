//! The first run: a one-time link from the server's log makes the firm and its owner (SEC-12).
//!
//! There are no default accounts. The link works for an hour, once, and never again once there is a firm.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{FoundingForm, Pressed, SetupState};
pub use pages::SetupPage;
#[cfg(not(target_arch = "wasm32"))]
pub use rules::LINK_LIFE;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{create_firm, create_owner, ensure_link};

/// The form's name on the page.
#[cfg(not(target_arch = "wasm32"))]
const FORM: &str = "setup";
