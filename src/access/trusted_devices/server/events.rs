//! What happens to trusted browsers, as the trail keeps it.

use kernel::UserId;
use kernel::live::{News, UserAct};
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// Something about the browsers that a person trusts, who had this address then.
#[derive(Serialize)]
pub(super) struct OfDevices<'a> {
    pub user: UserId,
    pub email: &'a str,
    pub what: What,
}

#[derive(Clone, Copy, Serialize)]
pub(super) enum What {
    Trusted,
    /// So many.
    Forgotten(u64),
}

impl DomainEvent for OfDevices<'_> {
    fn told(&self, _: &By) -> Told {
        let told = match self.what {
            What::Trusted => Told::of(kind!("device_trusted")),
            What::Forgotten(many) => Told::of(kind!("devices_forgotten")).detail(many),
        };
        let (user, by) = (self.user, String::new());
        told.about(user, self.email).news([News::User { user, act: UserAct::Profile, by }])
    }
}
