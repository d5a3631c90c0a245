//! What happens here, as the trail keeps it.

use kernel::UserId;
use kernel::live::{News, UserAct};
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// Somebody changed what they keep about themselves.
#[derive(Serialize)]
pub(super) struct ProfileChanged {
    pub user: UserId,
    pub email: String,
    /// What, and the name from what to what.
    pub changes: String,
}

impl DomainEvent for ProfileChanged {
    fn told(&self, by: &By) -> Told {
        let news = News::User { user: self.user, act: UserAct::Profile, by: by.name.clone() };
        Told::of(kind!("profile_changed")).about(self.user, &self.email).detail(&self.changes).news([news])
    }
}
