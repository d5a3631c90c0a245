//! What crosses the wire of a list.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Rows of a list, and where the next part begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, bound(serialize = "R: Serialize", deserialize = "R: DeserializeOwned + Default"))]
pub struct Part<R> {
    pub rows: Vec<R>,
    /// As an address says it.
    pub next: Option<String>,
    /// More match than a search shows.
    pub capped: bool,
}

impl<R> Part<R> {
    /// The same, with less in its rows: what a page that shows them needs to wake up.
    #[must_use]
    pub fn outline(&self, row: impl Fn(&R) -> R) -> Self {
        Self { rows: self.rows.iter().map(row).collect(), next: self.next.clone(), capped: self.capped }
    }
}
