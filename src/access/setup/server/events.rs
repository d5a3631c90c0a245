//! What happens here, as the trail keeps it.

use kernel::UserId;
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// The first owner of a firm.
#[derive(Serialize)]
pub(super) struct OwnerCreated<'a> {
    pub user: UserId,
    pub email: &'a str,
    pub firm: &'a str,
}

impl DomainEvent for OwnerCreated<'_> {
    fn told(&self, _: &By) -> Told {
        Told::of(kind!("owner_created")).about(self.user, self.email).detail(self.firm)
    }
}
