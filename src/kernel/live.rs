//! What browsers are told when something changes: which thing, never what it says.

use serde::{Deserialize, Serialize};

/// The scope of "you missed too much": it concerns whatever a page shows.
pub const EVERYTHING: &str = "*";

/// The scope of the firm's own settings; every node also forgets what it remembers of the firm.
pub const FIRM: &str = "firm";

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

impl LiveEvent {
    /// Too much happened meanwhile to tell it one by one.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            scope: EVERYTHING.to_owned(),
            kind: "missed".to_owned(),
            entity: None,
            by: String::new(),
            origin: String::new(),
        }
    }

    /// Whether a page that shows things of this scope is concerned; `user:` stands for every scope that begins so.
    #[must_use]
    pub fn concerns(&self, scope: &str) -> bool {
        self.scope == scope
            || self.scope == EVERYTHING
            || (scope.ends_with(':') && self.scope.starts_with(scope))
    }

    /// The same, perhaps known already: worth looking again, not worth saying.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.kind = "again".to_owned();
        self.by.clear();
        self
    }
}
