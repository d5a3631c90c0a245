//! What was typed into a form when the session ended is there again after the next sign-in.
//!
//! A form that arrives without a session is kept for the person whose session it was, sealed, and shown to nobody else;
//! the page says itself when its session is about to end, and hands over what is on it. Invariants: only a session
//! that timed out has anything kept, not one that was ended by somebody; passwords and codes are never kept. Server only.

mod rules;
mod server;
mod server_fns;

pub use rules::{ACTION, PAGE, has_secrets, worth_keeping};
pub use server::{Typed, Unsent, find, keep, purge};
