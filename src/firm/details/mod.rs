//! What a firm says of itself: name, how to reach it, language and time, who its mails come from, how long an invitation
//! works (INV-4). Shown wherever the firm appears: sign-in, portal, mails, error pages.

mod model;
mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{FirmDetails, TypedDetails};
pub use pages::FirmDetailsPage;
