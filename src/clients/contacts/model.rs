//! What crosses the wire about contacts.

use crate::address_changes::ChangeCard;
use access::access_state::AccessState;
use kernel::{Locale, Piece, When};
use serde::{Deserialize, Serialize};

/// One line of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactRow {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub addresses: Vec<String>,
    /// Where each of them stands, of the accounts in the reader's sight where that says most.
    pub access: Vec<AccessState>,
    /// The accounts the reader may see: short id and name.
    pub accounts: Vec<(String, String)>,
    /// Where a search found it.
    #[serde(skip_serializing_if = "Found::is_nothing")]
    pub found: Found,
}

/// What a search found of a contact, in pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Found {
    /// Nothing where the name was not what was found.
    pub name: Vec<Piece>,
    /// One for each address.
    pub addresses: Vec<Vec<Piece>>,
    /// What the row does not show otherwise.
    pub why: Vec<Vec<Piece>>,
}

impl Found {
    pub(crate) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    fn outline(&self) -> Self {
        let all = |texts: &[Vec<Piece>]| texts.iter().map(|it| Piece::outline(it)).collect();
        Self { name: Piece::outline(&self.name), addresses: all(&self.addresses), why: all(&self.why) }
    }
}

impl ContactRow {
    /// What a page that shows it needs to wake up: how many addresses and accounts it has, without the words.
    pub(crate) fn outline(&self) -> Self {
        Self {
            addresses: vec![String::new(); self.addresses.len()],
            access: self.access.clone(),
            accounts: vec![(String::new(), String::new()); self.accounts.len()],
            found: self.found.outline(),
            ..Self::default()
        }
    }
}

/// One address of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    pub id: String,
    pub email: String,
    /// Short ids of the accounts in which it may sign in.
    pub login_in: Vec<String>,
    /// Where it stands there; of several accounts where that says most.
    pub access: AccessState,
    /// Somebody signs in with it: a change replaces it step by step (ECHG-1).
    pub signs_in: bool,
    /// The address it is to replace, until when that can be accepted, and whether it still can.
    pub replaces: Option<(String, When, bool)>,
}

/// An address that another one replaces, or did: it may still sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldAddress {
    pub id: String,
    pub email: String,
    pub change: ChangeCard,
}

/// An account a contact is linked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedAccount {
    pub code: String,
    pub name: String,
    pub role: String,
    pub archived: bool,
}

/// Everything the page of a contact shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactCard {
    pub id: String,
    pub name: String,
    pub locale: Locale,
    pub version: i64,
    pub addresses: Vec<Address>,
    pub unlinked: Vec<OldAddress>,
    pub accounts: Vec<LinkedAccount>,
    /// It belongs to accounts, and the reader sees none of them: to be looked at, not to be changed.
    pub out_of_reach: bool,
}

/// A new contact, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewContact {
    pub name: String,
    pub locale: String,
    pub email: String,
    #[serde(default)]
    pub email2: String,
    #[serde(default)]
    pub email3: String,
    #[serde(default)]
    pub role: String,
}
