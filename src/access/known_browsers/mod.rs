//! Browsers in which somebody signed in before. A cookie says which; only its hash is kept.
//!
//! It opens nothing. Tries from such a browser are counted apart, so that a stranger who uses up the tries of an address
//! locks out strangers only (SEC-8), and a sign-in from any other browser is told to its owner (SEC-11). Server only.

mod server;

pub(crate) use server::{begin_anew, forget, known_for, own_browser, own_id, purge, remember};
