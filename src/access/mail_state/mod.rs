//! Whether mail goes, said to those who would otherwise wait for it; and a test mail that says so at once.

mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use pages::{MailBanner, TestMailCard};
pub use rules::DELIVERY_TIME;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{said, said_outside, send_test, trouble, trouble_of};
