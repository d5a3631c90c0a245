//! What crosses the wire about contacts.

use crate::address_changes::ChangeCard;
use kernel::{Locale, When};
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
    /// The accounts the reader may see: short id and name.
    pub accounts: Vec<(String, String)>,
}

/// A part of the list, and where the next one begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPart {
    pub rows: Vec<ContactRow>,
    pub next: Option<String>,
    /// More match than a search shows.
    pub capped: bool,
}

impl ContactPart {
    /// What a page that shows these rows needs to wake up: how many addresses and accounts each has, without the words.
    pub(crate) fn outline(&self) -> Self {
        let row = |row: &ContactRow| ContactRow {
            addresses: vec![String::new(); row.addresses.len()],
            accounts: vec![(String::new(), String::new()); row.accounts.len()],
            ..ContactRow::default()
        };
        Self { rows: self.rows.iter().map(row).collect(), next: self.next.clone(), capped: self.capped }
    }
}

/// One address of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    pub id: String,
    pub email: String,
    /// Short ids of the accounts in which it may sign in.
    pub login_in: Vec<String>,
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
