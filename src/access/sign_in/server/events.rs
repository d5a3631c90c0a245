//! What happens here, as the trail keeps it.

use kernel::UserId;
use platform::kind;
use platform::unit::{By, DomainEvent, Kind, Told};
use serde::{Deserialize, Serialize};

/// A code on its way to somebody who is about to sign in, or one that was wrong.
#[derive(Serialize)]
pub(super) enum Code<'a> {
    Sent { user: UserId, email: &'a str },
    Failed { user: UserId, email: &'a str },
}

impl DomainEvent for Code<'_> {
    fn told(&self, _: &By) -> Told {
        match self {
            Code::Sent { user, email } => Told::of(kind!("code_sent")).about(*user, *email),
            Code::Failed { user, email } => Told::of(kind!("code_failed")).about(*user, *email),
        }
    }
}

/// An address and a password that did not let anybody in.
#[derive(Serialize)]
pub(super) struct SignInFailed {
    /// Whom it was tried for, if anybody has the address.
    pub user: Option<UserId>,
    /// As it was typed, where it is one.
    pub address: String,
    pub why: &'static str,
}

impl DomainEvent for SignInFailed {
    fn told(&self, _: &By) -> Told {
        let told = Told::of(kind!("sign_in_failed")).detail(self.why);
        match self.user {
            Some(user) => told.about(user, &self.address),
            None => told.named(&self.address),
        }
    }
}

pub const CODES_LOCKED: Kind = kind!("codes_locked");

/// Codes do not work for somebody for a while. That they failed is in the trail.
#[derive(Debug, Serialize, Deserialize)]
pub struct CodesLocked {
    pub user: UserId,
    pub name: String,
    pub email: String,
}

impl DomainEvent for CodesLocked {
    fn told(&self, _: &By) -> Told {
        Told::unrecorded(CODES_LOCKED).about(self.user, &self.email)
    }
}
