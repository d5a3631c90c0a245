//! What crosses the wire about hosts.

use serde::{Deserialize, Serialize};

/// One name the firm answers at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostLine {
    pub host: String,
    /// Scheme, host and port.
    pub origin: String,
    /// Links are made of it.
    pub main: bool,
    /// The firm began with it.
    pub home: bool,
    /// What is still to be shown before it answers.
    pub proof: Option<Proof>,
}

/// A text in the DNS that shows that a name is the firm's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Where the text stands.
    pub name: String,
    pub text: String,
}

impl HostLine {
    /// Neither the main one nor the one that lets people in when that fails.
    #[must_use]
    pub const fn removable(&self) -> bool {
        !self.main && !self.home
    }
}

/// All of them, the main one first and those that are only wanted last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostList {
    pub hosts: Vec<HostLine>,
}

impl HostList {
    /// Where people get in when the main host does not work.
    #[must_use]
    pub fn home(&self) -> Option<&HostLine> {
        self.hosts.iter().find(|it| it.home)
    }
}
