//! Who of the chosen is written to.

use super::model::LeftOut;
use access::links::{MAIL_INTERVAL, MOST_MAILS};
use kernel::Ts;

/// What is known of an address in one of the chosen accounts.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub active: bool,
    pub login: bool,
    pub archived: bool,
    /// Invitations mailed to it as far back as they count ([`access::links::MAIL_WINDOW`]), and the newest.
    pub mails: i64,
    pub newest: Option<Ts>,
}

/// Why this address is left out because of this account; nothing when it is to be written to.
#[must_use]
pub fn left_out(facts: &Facts, now: Ts) -> Option<LeftOut> {
    if facts.active {
        Some(LeftOut::Active)
    } else if !facts.login {
        Some(LeftOut::LoginOff)
    } else if facts.archived {
        Some(LeftOut::Archived)
    } else if facts.newest.is_some_and(|newest| now.since(newest) < MAIL_INTERVAL) {
        Some(LeftOut::JustNow)
    } else if facts.mails >= MOST_MAILS as i64 {
        Some(LeftOut::FiveToday)
    } else {
        None
    }
}

/// What is said of an address that several accounts have: one that lets a mail go out is enough; else the reason that
/// keeps it back for the shortest time.
#[must_use]
pub fn of_both(one: Option<LeftOut>, other: Option<LeftOut>) -> Option<LeftOut> {
    let far = |why: LeftOut| matches!(why, LeftOut::LoginOff | LeftOut::Archived);
    match (one?, other?) {
        (one, other) if far(one) && !far(other) => Some(other),
        (one, _) => Some(one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Ts = Ts(1_772_452_800_000_000);

    fn fine() -> Facts {
        Facts { active: false, login: true, archived: false, mails: 0, newest: None }
    }

    #[test]
    fn whoever_waits_is_written_to_and_everybody_else_has_a_reason() {
        assert_eq!(left_out(&fine(), NOON), None);
        assert_eq!(left_out(&Facts { active: true, login: false, ..fine() }, NOON), Some(LeftOut::Active));
        assert_eq!(left_out(&Facts { login: false, ..fine() }, NOON), Some(LeftOut::LoginOff));
        assert_eq!(left_out(&Facts { archived: true, ..fine() }, NOON), Some(LeftOut::Archived));
        assert_eq!(left_out(&Facts { mails: 5, ..fine() }, NOON), Some(LeftOut::FiveToday));
        assert_eq!(left_out(&Facts { mails: 4, ..fine() }, NOON), None);
    }

    #[test]
    fn a_minute_after_the_last_mail_another_may_follow() {
        let at = |newest| left_out(&Facts { mails: 1, newest: Some(newest), ..fine() }, NOON);
        assert_eq!(at(NOON.plus(1 - Ts::MINUTE)), Some(LeftOut::JustNow));
        assert_eq!(at(NOON.plus(-Ts::MINUTE)), None);
    }

    #[test]
    fn one_account_that_waits_is_enough() {
        assert_eq!(of_both(Some(LeftOut::LoginOff), None), None);
        assert_eq!(of_both(None, Some(LeftOut::Archived)), None);
        let both = of_both(Some(LeftOut::LoginOff), Some(LeftOut::JustNow));
        assert_eq!(both, Some(LeftOut::JustNow));
    }
}
