//! What happens to sessions, as the trail keeps it and open pages hear of it.

use kernel::live::{News, UserAct};
use kernel::{SessionId, UserId};
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// Something about the sessions of a person, who had this address then.
#[derive(Serialize)]
pub(super) struct OfSessions<'a> {
    pub user: UserId,
    pub email: &'a str,
    pub what: What,
}

#[derive(Clone, Copy, Serialize)]
pub(super) enum What {
    /// By this factor.
    SignedIn(&'static str),
    Ended(SessionId),
    /// So many.
    AllEnded(u64),
}

impl DomainEvent for OfSessions<'_> {
    fn told(&self, _: &By) -> Told {
        let user = self.user;
        // The person's own pages; whoever ended it is not named to them.
        let over = |session| News::User { user, act: UserAct::SessionEnded(session), by: String::new() };
        let told = match self.what {
            What::SignedIn(factor) => Told::of(kind!("signed_in")).detail(factor),
            What::Ended(session) => Told::of(kind!("session_ended")).news([over(Some(session))]),
            What::AllEnded(many) => Told::of(kind!("sessions_ended")).detail(many).news([over(None)]),
        };
        told.about(user, self.email)
    }
}
