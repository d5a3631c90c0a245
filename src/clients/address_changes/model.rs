//! What crosses the wire about replaced addresses.

use kernel::When;
use serde::{Deserialize, Serialize};

/// How far a change is that the firm still looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    /// The new address waits for its owner; the old one is the way in.
    #[default]
    Pending,
    /// Nobody accepted in time; the old address stays.
    Expired,
    /// The new address is the way in.
    Accepted,
}

/// What an unlinked address is replaced by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeCard {
    pub progress: Progress,
    pub new_email: String,
    /// Who at the firm began it, and when.
    pub by: String,
    pub at: When,
    /// Until when it can be accepted, or when it was.
    pub until: When,
    /// The firm is asked whether the old address is to go.
    pub question: Option<Question>,
}

/// "Remove the old address?" (ECHG-4)
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Of the contact and of its old address.
    pub contact: String,
    pub address: String,
    /// The day on which it goes by itself.
    pub day: When,
}

/// What the firm answers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Remove,
    /// It stays, and nobody is asked again.
    Keep,
}

/// What the page behind "Stop this change" may know. An unknown link is none at all, but `NotFound`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StopView {
    /// It can be stopped.
    Open { old: String, masked: String, by: String, at: When },
    /// It was stopped, by this link or by the firm.
    Stopped,
    /// It is done already; only the firm can help.
    Accepted,
    /// Nobody accepted in time, so nothing changed.
    Expired,
}
