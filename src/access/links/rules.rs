//! What a link is good for, how long a browser holds one, and how often one may be mailed.

use kernel::Ts;

/// How long a browser holds a link, in microseconds (SEC-20). Whoever takes longer opens it from the mail again.
pub const HELD_FOR: i64 = Ts::HOUR;
/// Most links that a browser holds, of all kinds together: the oldest gives way, so that no header grows without end.
pub const MOST_HELD: usize = 8;
/// How long a printed link signs in, in microseconds.
pub const SIGN_IN_LIFE: i64 = 15 * Ts::MINUTE;
/// Shortest time between two mails to an address, in microseconds (INV-6).
pub const MAIL_INTERVAL: i64 = Ts::MINUTE;
/// Most mails to an address within [`MAIL_WINDOW`] (INV-6).
pub const MOST_MAILS: usize = 5;
/// For how long a mail to an address counts, in microseconds (INV-6).
pub const MAIL_WINDOW: i64 = Ts::DAY;

/// What was done to a link, and when its time is over; as stored.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct Dates {
    pub expires_at: Ts,
    pub used_at: Option<Ts>,
    pub superseded_at: Option<Ts>,
    pub revoked_at: Option<Ts>,
}

/// What became of its purpose since it was mailed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Meanwhile {
    /// It was reached, by this link or otherwise.
    pub reached: bool,
    /// The firm does not want it any more.
    pub unwanted: bool,
}

/// What a link is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    Expired,
    /// A newer mail took its place.
    Newer,
    /// Sign in instead.
    Used,
    /// Nothing; not even for another one.
    Closed,
}

/// Where a link stands. What was done to it counts before what time did; it is open up to, and not including, the
/// instant it expires.
#[must_use]
pub fn standing(dates: &Dates, since: Meanwhile, now: Ts) -> Standing {
    if dates.used_at.is_some() {
        Standing::Used
    } else if dates.revoked_at.is_some() {
        Standing::Closed
    } else if since.reached {
        Standing::Used
    } else if since.unwanted {
        Standing::Closed
    } else if dates.superseded_at.is_some() {
        Standing::Newer
    } else if now >= dates.expires_at {
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

/// Seconds to wait before the address may be mailed again; `sent` are the mails of the last [`MAIL_WINDOW`], newest first.
#[must_use]
pub fn wait(sent: &[Ts], now: Ts) -> Option<u32> {
    let left = |since: Ts, span: i64| {
        let micros = span - now.since(since);
        (micros > 0).then(|| u32::try_from((micros + Ts::SECOND - 1) / Ts::SECOND).unwrap_or(u32::MAX))
    };
    let minute = sent.first().and_then(|newest| left(*newest, MAIL_INTERVAL));
    let day = sent.get(MOST_MAILS - 1).and_then(|fifth| left(*fifth, MAIL_WINDOW));
    minute.max(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOON: Ts = Ts(1_772_452_800_000_000);
    const REACHED: Meanwhile = Meanwhile { reached: true, unwanted: false };
    const UNWANTED: Meanwhile = Meanwhile { reached: false, unwanted: true };

    fn fresh() -> Dates {
        Dates { expires_at: NOON, used_at: None, superseded_at: None, revoked_at: None }
    }

    fn stands(dates: Dates, since: Meanwhile) -> Standing {
        standing(&dates, since, NOON.plus(9))
    }

    #[test]
    fn a_link_is_open_until_the_instant_it_expires() {
        assert_eq!(standing(&fresh(), Meanwhile::default(), NOON.plus(-1)), Standing::Open);
        assert_eq!(standing(&fresh(), Meanwhile::default(), NOON), Standing::Expired);
    }

    #[test]
    fn a_revoked_one_leads_nowhere_whatever_else_is_true_of_it() {
        let dates = Dates { revoked_at: Some(NOON), superseded_at: Some(NOON), ..fresh() };
        assert_eq!(stands(dates, REACHED), Standing::Closed);
        assert!(!may_renew(Standing::Closed) && !may_renew(Standing::Used) && !may_renew(Standing::Open));
    }

    #[test]
    fn a_used_one_stays_used_when_it_also_expires_or_is_not_wanted_any_more() {
        let used = Dates { used_at: Some(NOON), superseded_at: Some(NOON), ..fresh() };
        assert_eq!(stands(used, Meanwhile::default()), Standing::Used);
        assert_eq!(stands(used, UNWANTED), Standing::Used);
        assert_eq!(stands(Dates { superseded_at: Some(NOON), ..fresh() }, REACHED), Standing::Used);
    }

    #[test]
    fn what_is_not_wanted_any_more_cannot_be_renewed_but_what_a_newer_mail_replaced_can() {
        assert_eq!(stands(fresh(), UNWANTED), Standing::Closed);
        let newer = stands(Dates { superseded_at: Some(NOON), ..fresh() }, Meanwhile::default());
        assert_eq!(newer, Standing::Newer);
        assert!(may_renew(newer) && may_renew(Standing::Expired));
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
            used: bool, revoked: bool, superseded: bool, reached: bool, unwanted: bool, late in -5_i64..5,
        ) {
            let at = |done: bool| done.then_some(NOON);
            let dates = Dates {
                used_at: at(used), revoked_at: at(revoked), superseded_at: at(superseded), ..fresh()
            };
            let open = standing(&dates, Meanwhile { reached, unwanted }, NOON.plus(late)) == Standing::Open;
            prop_assert_eq!(open, !used && !revoked && !superseded && !reached && !unwanted && late < 0);
        }
    }
}
