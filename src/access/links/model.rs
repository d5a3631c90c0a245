//! What crosses the wire about a mailed link.

use serde::{Deserialize, Serialize};

/// A link that this browser holds, as its page sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened<T> {
    /// Tells one link from another and opens nothing; forms carry it.
    pub name: String,
    pub view: T,
}
