//! What happens here, as the trail keeps it.

use kernel::UserId;
use platform::kind;
use platform::unit::{By, Change, DomainEvent, Told};
use serde::Serialize;

/// A login goes on under another address.
#[derive(Serialize)]
pub(super) struct LoginMoved {
    pub user: UserId,
    pub address: Change<String>,
}

impl DomainEvent for LoginMoved {
    fn told(&self, _: &By) -> Told {
        let kind = kind!("sign_in_address_changed");
        Told::of(kind).about(self.user, &self.address.new).detail(&self.address)
    }
}
