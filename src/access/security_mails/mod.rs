//! Mails about somebody's way in: who reads them in which language, where the act came from, how its device is called, and
//! whom to call when it was not oneself.

#[cfg(not(target_arch = "wasm32"))]
mod server;
mod wording;

#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) use server::testing;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{Reader, facts, hello, reader, security};
#[cfg(not(target_arch = "wasm32"))]
pub use server::{contact, facts_in};
pub(crate) use wording::device;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use wording::device_in;
