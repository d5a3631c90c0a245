//! The one rule of access states.

use super::model::{AccessCounts, AccessState};
use kernel::Ts;

/// The invitation of an address that nothing has ended: neither accepted, nor followed by a newer one, nor taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenInvitation {
    pub expires: Ts,
    /// Its mail was refused for good.
    pub failed: bool,
}

impl OpenInvitation {
    /// As statements answer it: the end and, if the mail was refused, `1`; otherwise `0`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (expires, failed) = text.split_once(' ')?;
        Some(Self { expires: Ts(expires.parse().ok()?), failed: failed == "1" })
    }
}

/// What decides the state of an address in an account.
#[derive(Clone, Copy, Debug, Default)]
pub struct AccessFacts {
    /// LOGIN is on.
    pub login: bool,
    pub archived: bool,
    /// Somebody has activated a login with this address, and it was not disabled.
    pub activated: bool,
    pub invitation: Option<OpenInvitation>,
}

/// The state at this moment.
#[must_use]
pub fn state(facts: &AccessFacts, now: Ts) -> AccessState {
    if !facts.login || facts.archived {
        return AccessState::NoAccess;
    }
    if facts.activated {
        return AccessState::Active;
    }
    match facts.invitation {
        None => AccessState::NoAccess,
        Some(sent) if sent.failed => AccessState::NotDelivered,
        Some(sent) if now >= sent.expires => AccessState::Expired,
        Some(_) => AccessState::Invited,
    }
}

/// What the statement of a list says of an address with LOGIN on that is activated.
const ACTIVATED: &str = "a";

/// The state of an address with LOGIN on in an account that is not archived, from what a statement says of it: `a` when it
/// is activated, its open invitation when there is one, anything else when there is neither.
#[must_use]
pub fn told(text: &str, now: Ts) -> AccessState {
    let facts = AccessFacts {
        login: true,
        archived: false,
        activated: text == ACTIVATED,
        invitation: OpenInvitation::parse(text),
    };
    state(&facts, now)
}

/// How many are in which state, from what a statement says of each, with `;` between them.
#[must_use]
pub fn counted(texts: Option<&str>, archived: bool, now: Ts) -> AccessCounts {
    let mut counts = AccessCounts::default();
    for text in texts.filter(|_| !archived).into_iter().flat_map(|all| all.split(';')) {
        counts.add(told(text, now));
    }
    counts
}

/// What the tables keep of an account (`account_standing`): it knows no clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccessSummary {
    /// Somebody is active.
    pub active: bool,
    /// Somebody's invitation could not be delivered.
    pub undelivered: bool,
    /// The earliest end of an open invitation that was not refused.
    pub first_end: Option<Ts>,
    /// The latest.
    pub last_end: Option<Ts>,
}

impl AccessSummary {
    /// Whether somebody is in this state now.
    #[must_use]
    pub fn has(&self, state: AccessState, now: Ts) -> bool {
        match state {
            AccessState::Active => self.active,
            AccessState::NotDelivered => self.undelivered,
            AccessState::Invited => self.last_end.is_some_and(|end| end > now),
            AccessState::Expired => self.first_end.is_some_and(|end| end <= now),
            AccessState::NoAccess => !self.active && !self.undelivered && self.first_end.is_none(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Ts = Ts(1_000);

    fn on() -> AccessFacts {
        AccessFacts { login: true, ..AccessFacts::default() }
    }

    fn sent(expires: i64, failed: bool) -> AccessFacts {
        AccessFacts { invitation: Some(OpenInvitation { expires: Ts(expires), failed }), ..on() }
    }

    #[test]
    fn only_who_activated_and_may_enter_is_active() {
        let active = AccessFacts { activated: true, ..on() };
        assert_eq!(state(&active, NOW), AccessState::Active);
        assert_eq!(state(&AccessFacts { login: false, ..active }, NOW), AccessState::NoAccess);
        assert_eq!(state(&AccessFacts { archived: true, ..active }, NOW), AccessState::NoAccess);
        assert_eq!(state(&on(), NOW), AccessState::NoAccess, "never invited");
        assert_eq!(state(&AccessFacts { activated: true, ..sent(1, true) }, NOW), AccessState::Active);
    }

    #[test]
    fn an_invitation_is_out_until_its_instant_unless_its_mail_came_back() {
        assert_eq!(state(&sent(1_001, false), NOW), AccessState::Invited);
        assert_eq!(state(&sent(1_000, false), NOW), AccessState::Expired);
        assert_eq!(state(&sent(1_001, true), NOW), AccessState::NotDelivered);
        assert_eq!(state(&sent(1_000, true), NOW), AccessState::NotDelivered, "it never came");
        assert_eq!(state(&AccessFacts { login: false, ..sent(1_001, false) }, NOW), AccessState::NoAccess);
    }

    #[test]
    fn what_a_statement_says_is_counted() {
        let counts = counted(Some("a;2000 0;1000 0;900 1;n;a"), false, NOW);
        assert_eq!(counts, AccessCounts { active: 2, invited: 1, not_delivered: 1, expired: 1 });
        assert_eq!(counts.of(AccessState::NoAccess), 0);
        assert_eq!(counts.best(), AccessState::Active);
        assert_eq!(counted(None, false, NOW).of(AccessState::NoAccess), 1);
        assert_eq!(counted(Some("n"), false, NOW).best(), AccessState::NoAccess);
        assert_eq!(counted(Some("a;2000 0"), true, NOW), AccessCounts::default(), "archived");
        assert_eq!(told("nonsense", NOW), AccessState::NoAccess);
    }

    #[test]
    fn a_state_is_the_same_in_an_address_and_back() {
        for state in AccessState::ALL {
            assert_eq!(AccessState::from_key(state.key()), Some(state));
        }
        assert_eq!(AccessState::from_key("archived"), None);
    }
}
