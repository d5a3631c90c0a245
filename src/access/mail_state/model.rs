//! What crosses the wire about mail that does not go.

use serde::{Deserialize, Serialize};

/// Mail does not go at the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailTrouble {
    /// One sentence in the reader's language: what is wrong, and since when.
    pub reason: String,
    /// The mail server's own words, for those who can do something about it; nobody's address is in them.
    pub words: String,
}
