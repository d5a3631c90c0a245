//! Ids are UUIDv7 made by us, one type per thing, so that an account's id can never be passed where a
//! contact's is wanted.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(sqlx::Type), sqlx(transparent))]
        pub struct $name(pub Uuid);

        impl $name {
            /// What an address or a form names.
            ///
            /// # Errors
            /// `NotFound` for what is no id: it is nobody's.
            pub fn known(text: &str) -> Result<Self, crate::AppError> {
                text.parse().map_err(|()| crate::AppError::NotFound)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
        impl FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                Uuid::parse_str(text).map(Self).map_err(|_| ())
            }
        }
    )+};
}

impl EventId {
    /// Comes before every event of this instant and later, and after all earlier ones (UUIDv7 begins with the time).
    #[must_use]
    pub fn at(instant: crate::Ts) -> Self {
        let millis = u64::try_from(instant.0 / 1000).unwrap_or(0);
        let mut bytes = [0u8; 16];
        bytes[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
        (bytes[6], bytes[8]) = (0x70, 0x80);
        Self(Uuid::from_bytes(bytes))
    }

    /// The instant this event's id was made, to the millisecond.
    #[must_use]
    pub fn instant(self) -> crate::Ts {
        let millis = self.0.as_bytes()[..6].iter().fold(0i64, |sum, byte| (sum << 8) | i64::from(*byte));
        crate::Ts(millis.saturating_mul(1000))
    }
}

id! {
    /// One tenant (DM-1).
    FirmId;
    /// One login identity per firm and address (DM-6); staff, client or both.
    UserId;
    /// The entity worked for and billed (DM-2).
    AccountId;
    /// A person (DM-3).
    ContactId;
    /// One address of one contact (DM-4).
    EmailId;
    /// The row of switches of one (account, contact, address) (DM-5).
    SettingId;
    /// One invitation mail's token.
    InvitationId;
    /// One address on its way to be replaced by another (ECHG).
    ChangeId;
    /// One password reset's token.
    ResetId;
    /// One browser signed in, or on its way to.
    SessionId;
    /// One browser that one person signed in with.
    BrowserId;
    /// One row of the live feed.
    EventId;
    /// One outgoing mail.
    MailId;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ts;

    #[test]
    fn an_instant_stands_before_its_events() {
        let noon = Ts(1_700_000_000_123_456);
        let mark = EventId::at(noon);
        assert_eq!(mark.instant(), Ts(1_700_000_000_123_000));
        assert_eq!(mark.0.get_version_num(), 7);
        assert!(EventId::at(noon.plus(1_000)) > mark);
        assert!(EventId::at(Ts(-5)) < mark);
    }
}
