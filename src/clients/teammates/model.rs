//! What crosses the wire about the people of an account.

use serde::{Deserialize, Serialize};

/// Somebody who works for the firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teammate {
    pub id: String,
    pub name: String,
    /// Sees the account without being assigned to it, too.
    pub sees_all: bool,
    pub assigned: bool,
}

/// The account, and everybody who could work for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountTeam {
    pub id: String,
    pub code: String,
    pub name: String,
    pub people: Vec<Teammate>,
}
