//! Mailed codes: six digits that prove somebody reads a mailbox, each bound to one purpose and one thing (SEC-24). Below the
//! sessions, which void theirs when a sign-in is over. Pages know the numbers, the server the rest.
//!
//! Here a code is made, stored as HMAC, mailed, compared and voided; what a purpose differs in is a [`Purpose`] of `rules`.
//! Its user says what the mail says, counts attempts where its lock is (the row of the session, of the change), keeps the
//! audit row, and does what a right code is for.

mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;

#[cfg(not(target_arch = "wasm32"))]
pub use rules::spaced;
pub use rules::{DIGITS, OWN_ADDRESS, Purpose, SIGN_IN};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::void_all;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{Attempt, Bound, Standing, attempt, purge, read, send, standing, wrong};
