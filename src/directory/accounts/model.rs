//! What crosses the wire about accounts.

use serde::{Deserialize, Serialize};

/// What an account is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AccountKind {
    #[default]
    Individual,
    Family,
    Company,
    Other,
}

impl AccountKind {
    pub const ALL: [AccountKind; 4] =
        [AccountKind::Individual, AccountKind::Family, AccountKind::Company, AccountKind::Other];

    /// As stored and as forms send it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            AccountKind::Individual => "individual",
            AccountKind::Family => "family",
            AccountKind::Company => "company",
            AccountKind::Other => "other",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether a person stands behind it, whose name it takes (DM-9).
    #[must_use]
    pub const fn is_personal(self) -> bool {
        matches!(self, AccountKind::Individual | AccountKind::Family)
    }
}
