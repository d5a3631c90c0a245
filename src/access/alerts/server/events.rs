//! What happens here, as the trail keeps it.

use kernel::UserId;
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// Somebody wants to hear of other things.
#[derive(Serialize)]
pub(super) struct AlertsChanged {
    pub user: UserId,
    pub email: String,
    /// `activated: off, …`
    pub changes: String,
}

impl DomainEvent for AlertsChanged {
    fn told(&self, _: &By) -> Told {
        Told::of(kind!("alerts_changed")).about(self.user, &self.email).detail(&self.changes)
    }
}
