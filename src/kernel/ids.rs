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
        impl FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                Uuid::parse_str(text).map(Self).map_err(|_| ())
            }
        }
    )+};
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
    /// One password reset's token.
    ResetId;
    /// One browser signed in, or on its way to.
    SessionId;
    /// One row of the live feed.
    EventId;
    /// One outgoing mail.
    MailId;
}
