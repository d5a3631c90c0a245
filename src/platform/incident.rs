//! Something went wrong on our side: the log gets the whole of it, the person a short number (HELP-4, SEC-67).

use crate::rng::{OsRng, Rng};
use std::fmt::Display;

/// Letters and digits that are not mistaken for each other on the phone.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// A new number such as `K7QX-M2PD`.
#[must_use]
pub fn number() -> String {
    let mut bytes = [0u8; 8];
    OsRng.fill(&mut bytes);
    let letters: String = bytes.iter().map(|b| char::from(ALPHABET[usize::from(b & 31)])).collect();
    format!("{}-{}", &letters[..4], &letters[4..])
}

/// Logs an error once, here, and gives its number.
pub fn log(part: &'static str, error: &dyn Display) -> String {
    let incident = number();
    tracing::error!(incident, part, error = %error, "internal error");
    incident
}

/// As [`log`], for what has no error value.
pub fn log_text(part: &'static str, what: &'static str) -> String {
    let incident = number();
    tracing::error!(incident, part, error = what, "internal error");
    incident
}
