//! What crosses the wire about accounts.

use kernel::When;
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

/// One line of the list (CRM-1, as far as there is something to show).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRow {
    pub code: String,
    pub name: String,
    pub kind: AccountKind,
    /// People whose LOGIN is on; none makes the account offline (DM-8).
    pub people: i64,
    /// NOTIFY is on for at least one address.
    pub notify: bool,
    /// The newest login of anybody with a grant (CRM-3).
    pub last_login: Option<When>,
}

/// A part of the list, and where the next one begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountPage {
    pub rows: Vec<AccountRow>,
    pub next: Option<String>,
}

/// What the edit page starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountForm {
    pub code: String,
    pub name: String,
    pub kind: AccountKind,
    pub archived: bool,
    pub version: i64,
}
