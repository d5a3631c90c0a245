//! A person's own settings as their page shows them.

use crate::gate::GrantedAccount;
use serde::{Deserialize, Serialize};

/// What is stored, and what can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub name: String,
    /// Not changed here: it is what one signs in with.
    pub email: String,
    /// The language's tag.
    pub locale: String,
    /// IANA name; empty for the firm's.
    pub zone: String,
    pub firm_zone: String,
    /// Every zone there is, by name.
    pub zones: Vec<String>,
    /// The short id of the account that opens after the sign-in; empty to ask.
    pub account: String,
    /// The accounts to choose from.
    pub accounts: Vec<GrantedAccount>,
    /// Minutes that a sign-in lasts; `None` for as long as is allowed.
    pub session: Option<i64>,
    /// As long as is allowed, in hours.
    pub longest: i64,
}
