//! What a person sees of their sessions.

use kernel::When;
use serde::{Deserialize, Serialize};

/// A browser that is signed in (AUTH-5, SEC-34).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    pub id: String,
    /// The browser that asks.
    pub current: bool,
    pub created: When,
    pub last_seen: When,
    pub ip: String,
    /// Empty when it is not known.
    pub place: String,
    pub os: String,
    pub browser: String,
    /// How they got in: `code`, `device`, `reset`, `invitation`, `setup`, `link`.
    pub factor: String,
}

/// What is left of a session, for the page that warns of its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Until it ends unless it is used, in whole seconds.
    pub seconds: i64,
    /// Using it does not help any more: it has lived as long as it may.
    pub last: bool,
}

/// All of them, the current one first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Devices {
    pub list: Vec<Device>,
    /// Those in which no code is asked for: since `created`, until `last_seen`.
    pub trusted: Vec<Device>,
    /// For the password form: whose it is, and the words a password may not be made of.
    pub email: String,
    pub name: String,
}
