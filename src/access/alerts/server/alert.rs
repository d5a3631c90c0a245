//! What there is to tell, and whom.

use crate::alerts::Event;
use crate::security_mails::Reader;
use kernel::UserId;

/// Something that happened to a client.
pub(super) struct Alert<'a> {
    pub what: Happened<'a>,
    pub name: &'a str,
    pub email: &'a str,
    /// Of the address with which the client enters the accounts that this is about.
    pub email_norm: &'a str,
    /// The member of staff whose act it came of.
    pub began: Option<UserId>,
}

/// What happened, with what else there is to say.
#[derive(Clone, Copy)]
pub(super) enum Happened<'a> {
    Activated,
    /// With what the mail server said.
    InvitationFailed(&'a str),
    InvitationExpired,
    /// With what the mail server said.
    ResetFailed(&'a str),
    /// With the address before.
    AddressChanged(&'a str),
    CodesLocked,
}

impl Happened<'_> {
    pub(super) const fn event(self) -> Event {
        match self {
            Happened::Activated => Event::Activated,
            Happened::InvitationFailed(_) => Event::InvitationFailed,
            Happened::InvitationExpired => Event::InvitationExpired,
            Happened::ResetFailed(_) => Event::ResetFailed,
            Happened::AddressChanged(_) => Event::AddressChanged,
            Happened::CodesLocked => Event::CodesLocked,
        }
    }
}

/// An account as mails name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub code: String,
    pub name: String,
}

/// Somebody who is told, and the accounts that may be named to them.
#[derive(Clone, Debug)]
pub struct Recipient {
    pub(super) reader: Reader,
    pub accounts: Vec<Named>,
}

impl Recipient {
    #[must_use]
    pub fn name(&self) -> &str {
        &self.reader.name
    }
    #[must_use]
    pub fn email(&self) -> &str {
        &self.reader.email
    }
    /// The language of their mails.
    #[must_use]
    pub const fn locale(&self) -> kernel::Locale {
        self.reader.locale
    }
}
