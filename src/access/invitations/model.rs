//! What the page of an invitation may know.

use kernel::{Locale, When};
use serde::{Deserialize, Serialize};

/// The login of an address that this one replaces (ECHG-5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeOver {
    /// The old address, masked.
    pub masked: String,
    /// It is signed in in this browser: no password is asked for.
    pub signed_in: bool,
}

/// How somebody begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beginning {
    /// With a new password.
    #[default]
    Anew,
    /// As the sign-in of the address that this one replaces.
    GoOn,
}

/// An invitation as its holder sees it. An unknown link is no invitation at all, but `NotFound`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvitationView {
    /// Choose a password and begin.
    Open {
        /// Who at the firm sent it.
        inviter: Option<String>,
        accounts: Vec<String>,
        email: String,
        /// The person's own name, which is no password.
        name: String,
        until: When,
        /// The language that the firm chose for them.
        locale: Locale,
        /// The sign-in that this one may go on as.
        takes_over: Option<TakeOver>,
    },
    /// Its time is over; another goes to the same address on demand.
    Expired { ended: When, masked: String },
    /// A newer mail was sent; another goes to the same address on demand.
    Newer { masked: String },
    /// The login is active: sign in.
    Used,
    /// LOGIN is off or the address was changed: only the firm can help, and the new address is not told (INV-8).
    Closed,
}
