//! One's own activity as the page shows it.

use super::rules::Kind;
use kernel::When;
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    pub id: String,
    pub kind: Kind,
    /// Who at the firm did it; empty when it was the person, or somebody who was not signed in.
    pub by: String,
    /// What it was about, where the kind alone does not say it.
    pub about: String,
    pub at: When,
    /// From where and with what; empty when the firm did it, or when it is not known.
    pub ip: String,
    pub place: String,
    pub os: String,
    pub browser: String,
}

/// A part of the list, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityPart {
    pub rows: Vec<Activity>,
    /// Where the next part begins, if there is one.
    pub next: Option<String>,
}
