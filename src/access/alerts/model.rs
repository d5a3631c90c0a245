//! What can be heard of, and what somebody chose.

use serde::{Deserialize, Serialize};

/// Something that happened to a client and that the firm's people are told of by mail (NOTIFY-9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// An invitation was accepted (INV-11).
    Activated,
    /// An invitation was refused for good by the mail server (INV-13).
    InvitationFailed,
    /// An invitation expired and nobody had used it.
    InvitationExpired,
    /// A link to set a new password was refused for good by the mail server (AUTH-26).
    ResetFailed,
    /// A client signs in with another address from now on (ECHG-3).
    AddressChanged,
    /// A change of the sign-in address was stopped, or nobody accepted it in time (ECHG-3, ECHG-6).
    AddressKept,
    /// Codes do not work for a while, after wrong entries or many requests (AUTH-10).
    CodesLocked,
}

impl Event {
    pub const ALL: [Event; 7] = [
        Event::Activated,
        Event::InvitationFailed,
        Event::InvitationExpired,
        Event::ResetFailed,
        Event::AddressChanged,
        Event::AddressKept,
        Event::CodesLocked,
    ];

    /// As stored, and as the form names it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Event::Activated => "activated",
            Event::InvitationFailed => "invitation_failed",
            Event::InvitationExpired => "invitation_expired",
            Event::ResetFailed => "reset_failed",
            Event::AddressChanged => "address_changed",
            Event::AddressKept => "address_kept",
            Event::CodesLocked => "codes_locked",
        }
    }
}

/// Whether somebody wants to hear of this. All are on until switched off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub event: Event,
    pub on: bool,
}
