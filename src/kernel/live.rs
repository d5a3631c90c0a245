//! What browsers are told when something changes: which thing, never what it says.

use serde::{Deserialize, Serialize};

/// The scope of "you missed too much": it concerns whatever a page shows.
pub const EVERYTHING: &str = "*";

/// The scope of the firm's own settings; every node also forgets what it remembers of the firm.
pub const FIRM: &str = "firm";

/// Longest name of a tab.
const LONGEST_NAME: usize = 32;

/// The name that a browser tab gave itself; none when it is no name. It goes to everybody's browsers with each change, so
/// that it has few characters, of few kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tab(String);

impl Tab {
    /// The tab of this name, or none.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let sound =
            name.len() <= LONGEST_NAME && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        Self(if sound { name.to_owned() } else { String::new() })
    }

    /// Its name, or nothing.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_has_a_short_plain_name_or_none() {
        let (longest, longer) = ("a".repeat(32), "a".repeat(33));
        for (said, name) in [
            ("", ""),
            ("0a1b2c3d4e5f6071", "0a1b2c3d4e5f6071"),
            ("Tab-7", "Tab-7"),
            (&longest, &*longest),
            (&longer, ""),
            ("a b", ""),
            ("a\nb", ""),
            ("<script>", ""),
            ("\u{202e}x", ""),
            ("日本", ""),
        ] {
            assert_eq!(Tab::named(said).name(), name, "{said:?}");
        }
    }
}
