//! What an invitation is good for, and how often one may be mailed.

use kernel::Ts;

/// Shortest time between two mails to an address (INV-6).
const BETWEEN: i64 = Ts::MINUTE;
/// Most mails to an address within a day (INV-6).
pub const A_DAY: usize = 5;
/// Longest personal message in characters.
pub const LONGEST_MESSAGE: usize = 2000;

/// What is known of an invitation and its address.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub accepted: bool,
    pub revoked: bool,
    pub superseded: bool,
    pub expires_at: Ts,
    /// The address has an active login, however it came by it.
    pub active: bool,
    /// LOGIN is on for the address in some account that is not archived.
    pub wanted: bool,
}

/// What an invitation is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    Expired,
    /// A newer mail took its place.
    Newer,
    /// Sign in instead.
    Used,
    /// Nothing; not even for another invitation.
    Closed,
}

/// Where an invitation stands. It is open up to, and not including, the instant it expires.
#[must_use]
pub fn standing(facts: &Facts, now: Ts) -> Standing {
    if facts.accepted {
        Standing::Used
    } else if facts.revoked {
        Standing::Closed
    } else if facts.active {
        Standing::Used
    } else if !facts.wanted {
        Standing::Closed
    } else if facts.superseded {
        Standing::Newer
    } else if now >= facts.expires_at {
        Standing::Expired
    } else {
        Standing::Open
    }
}

/// Whether its holder may have another one mailed to the address it was made for (INV-5).
#[must_use]
pub const fn may_renew(standing: Standing) -> bool {
    matches!(standing, Standing::Expired | Standing::Newer)
}

/// How long an invitation lives: the firm's days, between 1 and 90 (INV-4).
#[must_use]
pub fn lifetime(days: i64) -> i64 {
    days.clamp(1, 90) * Ts::DAY
}

/// Seconds to wait before the address may be mailed again; `sent` are the mails of the last day, newest first.
#[must_use]
pub fn wait(sent: &[Ts], now: Ts) -> Option<u32> {
    let left = |since: Ts, span: i64| {
        let micros = span - now.since(since);
        (micros > 0).then(|| u32::try_from((micros + Ts::SECOND - 1) / Ts::SECOND).unwrap_or(u32::MAX))
    };
    let minute = sent.first().and_then(|newest| left(*newest, BETWEEN));
    let day = sent.get(A_DAY - 1).and_then(|fifth| left(*fifth, Ts::DAY));
    minute.max(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOON: Ts = Ts(1_772_452_800_000_000);

    fn fresh() -> Facts {
        Facts {
            accepted: false,
            revoked: false,
            superseded: false,
            expires_at: NOON,
            active: false,
            wanted: true,
        }
    }

    #[test]
    fn an_invitation_is_open_until_the_instant_it_expires() {
        assert_eq!(standing(&fresh(), NOON.plus(-1)), Standing::Open);
        assert_eq!(standing(&fresh(), NOON), Standing::Expired);
    }

    #[test]
    fn a_revoked_one_leads_nowhere_whatever_else_is_true_of_it() {
        let facts = Facts { revoked: true, superseded: true, active: true, ..fresh() };
        assert_eq!(standing(&facts, NOON.plus(9)), Standing::Closed);
        assert!(!may_renew(Standing::Closed) && !may_renew(Standing::Used) && !may_renew(Standing::Open));
    }

    #[test]
    fn whoever_is_active_is_sent_to_sign_in() {
        assert_eq!(standing(&Facts { active: true, superseded: true, ..fresh() }, NOON), Standing::Used);
        assert_eq!(standing(&Facts { accepted: true, wanted: false, ..fresh() }, NOON), Standing::Used);
    }

    #[test]
    fn without_login_an_expired_one_cannot_be_renewed() {
        assert_eq!(standing(&Facts { wanted: false, ..fresh() }, NOON.plus(9)), Standing::Closed);
    }

    #[test]
    fn a_firm_cannot_leave_the_range_of_1_to_90_days() {
        assert_eq!([-3, 0, 1, 30, 90, 400].map(|d| lifetime(d) / Ts::DAY), [1, 1, 1, 30, 90, 90]);
    }

    #[test]
    fn one_mail_a_minute_and_five_a_day() {
        assert_eq!(wait(&[], NOON), None);
        assert_eq!(wait(&[NOON], NOON), Some(60));
        assert_eq!(wait(&[NOON], NOON.plus(Ts::MINUTE - 1)), Some(1));
        assert_eq!(wait(&[NOON], NOON.plus(Ts::MINUTE)), None);
        let five: Vec<Ts> = (0..5).map(|n| NOON.plus(-n * Ts::HOUR)).collect();
        assert_eq!(wait(&five, NOON.plus(Ts::HOUR)), Some(19 * 3600));
        assert_eq!(wait(&five, NOON.plus(20 * Ts::HOUR)), None);
        assert_eq!(wait(&five[..4], NOON.plus(Ts::HOUR)), None);
    }

    proptest! {
        #[test]
        fn only_an_untouched_wanted_one_in_time_is_open(
            accepted: bool, revoked: bool, superseded: bool, active: bool, wanted: bool, late in -5_i64..5,
        ) {
            let facts = Facts { accepted, revoked, superseded, active, wanted, ..fresh() };
            let open = standing(&facts, NOON.plus(late)) == Standing::Open;
            prop_assert_eq!(open, !accepted && !revoked && !superseded && !active && wanted && late < 0);
        }
    }
}
