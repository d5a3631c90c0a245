//! Mailed codes: six digits that prove somebody reads a mailbox, each bound to one purpose and one thing (SEC-24). Below the
//! sessions, which void theirs when a sign-in is over. Server only.
//!
//! Here a code is made, stored as HMAC, mailed, compared and voided; what a purpose differs in is a [`Purpose`] of `rules`.
//! Its user says what the mail says, counts attempts where its lock is (the row of the session, of the change), keeps the
//! audit row, and does what a right code is for.

mod rules;
mod server;

pub(crate) use rules::SIGN_IN;
pub use rules::{Bound, OWN_ADDRESS, Purpose, spaced};
pub(crate) use server::void_all;
pub use server::{Attempt, Standing, attempt, purge, read, send, standing, wrong};
