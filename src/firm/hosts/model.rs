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
}

impl HostLine {
    /// Neither the main one nor the one that lets people in when that fails.
    #[must_use]
    pub const fn removable(&self) -> bool {
        !self.main && !self.home
    }
}

/// All of them, the main one first.
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
