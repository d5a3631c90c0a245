//! The states, and how many people of an account are in each.

use serde::{Deserialize, Serialize};

/// Where somebody stands with their access to an account. Of several the greatest says most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessState {
    /// LOGIN is off, the account is archived, or nobody has invited them.
    #[default]
    NoAccess,
    /// Their invitation ran out before they activated anything.
    Expired,
    /// Their invitation could not be delivered.
    NotDelivered,
    /// Their invitation is out and can be accepted.
    Invited,
    /// They have activated their access and may enter.
    Active,
}

impl AccessState {
    /// As they are offered to choose from.
    pub const ALL: [AccessState; 5] = [
        AccessState::Active,
        AccessState::Invited,
        AccessState::NotDelivered,
        AccessState::Expired,
        AccessState::NoAccess,
    ];

    /// As it stands in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            AccessState::Active => "active",
            AccessState::Invited => "invited",
            AccessState::NotDelivered => "not_delivered",
            AccessState::Expired => "expired",
            AccessState::NoAccess => "no_access",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// How many ways into an account, each an address with LOGIN on, are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccessCounts {
    #[serde(skip_serializing_if = "is_default")]
    pub active: u32,
    #[serde(skip_serializing_if = "is_default")]
    pub invited: u32,
    #[serde(skip_serializing_if = "is_default")]
    pub not_delivered: u32,
    #[serde(skip_serializing_if = "is_default")]
    pub expired: u32,
}

/// What need not be said.
fn is_default<T: Default + PartialEq>(it: &T) -> bool {
    *it == T::default()
}

impl AccessCounts {
    /// One more in this state. Who has no access is not counted.
    pub const fn add(&mut self, state: AccessState) {
        match state {
            AccessState::Active => self.active += 1,
            AccessState::Invited => self.invited += 1,
            AccessState::NotDelivered => self.not_delivered += 1,
            AccessState::Expired => self.expired += 1,
            AccessState::NoAccess => {}
        }
    }

    /// How many are in this state. Without anybody in any other, the account itself has no access.
    #[must_use]
    pub const fn of(&self, state: AccessState) -> u32 {
        match state {
            AccessState::Active => self.active,
            AccessState::Invited => self.invited,
            AccessState::NotDelivered => self.not_delivered,
            AccessState::Expired => self.expired,
            AccessState::NoAccess => {
                if self.active + self.invited + self.not_delivered + self.expired == 0 {
                    1
                } else {
                    0
                }
            }
        }
    }

    /// The states that there are, with their numbers, in the order in which they are offered.
    pub fn shown(self) -> impl Iterator<Item = (AccessState, u32)> {
        AccessState::ALL.into_iter().map(move |state| (state, self.of(state))).filter(|(_, n)| *n > 0)
    }

    /// What says most of the account.
    #[must_use]
    pub fn best(self) -> AccessState {
        self.shown().map(|(state, _)| state).max().unwrap_or_default()
    }
}
