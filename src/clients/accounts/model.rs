//! What crosses the wire about accounts.

use access::access_state::AccessCounts;
use directory::accounts::AccountKind;
use kernel::{Piece, When};
use serde::{Deserialize, Serialize};

/// One line of the list (CRM-1, as far as there is something to show).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountRow {
    pub code: String,
    #[serde(skip_serializing_if = "is_default")]
    pub name: String,
    #[serde(skip_serializing_if = "is_default")]
    pub kind: AccountKind,
    /// Where its people stand with their access; nobody in any state makes the account offline (DM-8).
    #[serde(skip_serializing_if = "is_default")]
    pub access: AccessCounts,
    /// NOTIFY is on for at least one address.
    #[serde(skip_serializing_if = "is_default")]
    pub notify: bool,
    /// The newest login of anybody with a grant (CRM-3).
    #[serde(skip_serializing_if = "is_default")]
    pub last_login: Option<When>,
    /// Where a search found it.
    #[serde(skip_serializing_if = "is_default")]
    pub found: Found,
}

/// What a search found of an account, in pieces; nothing where something else was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Found {
    pub code: Vec<Piece>,
    pub name: Vec<Piece>,
    /// Which of its people's names and addresses were found, where only they say why.
    pub why: Vec<Vec<Piece>>,
}

impl Found {
    fn outline(&self) -> Self {
        let why = self.why.iter().map(|it| Piece::outline(it)).collect();
        Self { code: Piece::outline(&self.code), name: Piece::outline(&self.name), why }
    }
}

/// What need not be said.
fn is_default<T: Default + PartialEq>(it: &T) -> bool {
    *it == T::default()
}

impl AccountRow {
    /// What a page that shows it needs to wake up: which it is; whether there was a login and where its people stand, for that
    /// decides which elements a row has; and whether it gets mails, for the address of a drawing is written anew. Everything
    /// else only decides what is written in them.
    pub(crate) fn outline(&self) -> Self {
        Self {
            code: self.code.clone(),
            access: self.access,
            notify: self.notify,
            last_login: self.last_login.as_ref().map(|_| When::default()),
            found: self.found.outline(),
            ..Self::default()
        }
    }
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
