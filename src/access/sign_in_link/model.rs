//! What the page of a printed link knows.

use serde::{Deserialize, Serialize};

/// How the link stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInLinkState {
    /// Whom it signs in.
    Open { name: String, email: String },
    /// Used, expired, or replaced by a newer one.
    Ended,
}
