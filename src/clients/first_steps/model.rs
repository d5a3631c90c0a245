//! What crosses the wire about first steps.

use serde::{Deserialize, Serialize};

/// What a firm has done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    pub logo: bool,
    /// A test mail has left.
    pub mail: bool,
    /// Somebody works here besides the owner, or was invited to.
    pub team: bool,
    /// The short id of the first account.
    pub account: Option<String>,
    /// A client was invited.
    pub invitation: bool,
}
