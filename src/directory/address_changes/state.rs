//! How far a change is, as stored.

/// Where a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    PendingNew,
    Accepted,
    OldRemoved,
    Cancelled,
    Expired,
}

impl State {
    pub const ALL: [State; 5] =
        [State::PendingNew, State::Accepted, State::OldRemoved, State::Cancelled, State::Expired];

    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            State::PendingNew => "pending_new",
            State::Accepted => "accepted",
            State::OldRemoved => "old_removed",
            State::Cancelled => "cancelled",
            State::Expired => "expired",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_stored_under_its_own_name() {
        for state in State::ALL {
            assert_eq!(State::from_key(state.key()), Some(state));
        }
        assert_eq!(State::from_key("unheard"), None);
    }
}
