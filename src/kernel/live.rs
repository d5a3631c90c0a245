//! What browsers are told when something changes: which thing, never what it says.

use serde::{Deserialize, Serialize};

/// A change that others may be looking at. Browsers fetch again what they may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveEvent {
    /// What changed, for example `account:0190…` or `accounts`.
    pub scope: String,
    /// What happened, for example `login_switched`.
    pub kind: String,
    /// The row concerned, if one.
    pub entity: Option<String>,
    /// Who did it, as colleagues know them; empty for the system.
    pub by: String,
    /// The browser tab that did it, which need not be told.
    pub origin: String,
}
