//! The people of an account as one of them may know them.

use serde::{Deserialize, Serialize};

/// Somebody with LOGIN on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonWithAccess {
    /// As the firm knows them.
    pub name: String,
    /// Enough of the address to recognise it.
    pub masked: String,
    /// Whoever asks; the address is then shown whole.
    pub me: bool,
    /// They have activated their access: nobody else is said to be able to sign in.
    pub active: bool,
}

/// All of them, and who works for the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    pub account: String,
    pub people: Vec<PersonWithAccess>,
    /// Names of the firm's people.
    pub team: Vec<String>,
}
