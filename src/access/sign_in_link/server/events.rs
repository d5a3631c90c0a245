//! What happens to printed links, as the trail keeps it.

use kernel::UserId;
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// A link that signs this member of staff in.
#[derive(Serialize)]
pub(super) enum SignInLink {
    Made { user: UserId, email: String },
    Used { user: UserId, email: String },
}

impl DomainEvent for SignInLink {
    fn told(&self, _: &By) -> Told {
        match self {
            SignInLink::Made { user, email } => Told::of(kind!("sign_in_link_made")).about(*user, email),
            SignInLink::Used { user, email } => Told::of(kind!("sign_in_link_used")).about(*user, email),
        }
    }
}
