//! Who of the chosen is written to, and how a choice is written down.

use super::model::LeftOut;
use kernel::{Ts, paths};

/// Most addresses behind one choice.
pub const MOST: usize = 1000;
/// Shortest time between two mails to an address (INV-6).
const BETWEEN: i64 = Ts::MINUTE;
/// Most mails to an address within a day (INV-6).
const A_DAY: i64 = 5;

/// What is known of an address in one of the chosen accounts.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub active: bool,
    pub login: bool,
    pub archived: bool,
    /// Invitations mailed to it within the last day, and the newest.
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
    } else if facts.newest.is_some_and(|newest| now.since(newest) < BETWEEN) {
        Some(LeftOut::JustNow)
    } else if facts.mails >= A_DAY {
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

/// Which accounts: some by their short ids, or all that match a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub codes: Vec<String>,
    pub all: bool,
    pub search: String,
    /// When they were written to, in a page that says what became of it.
    pub sent: Option<i64>,
}

impl Choice {
    /// The page about this choice.
    #[must_use]
    pub fn href(&self) -> String {
        let mut pieces: Vec<String> = Vec::new();
        if self.all {
            pieces.push("all=true".to_owned());
            if !self.search.trim().is_empty() {
                pieces.push(format!("q={}", paths::percent(self.search.trim())));
            }
        } else {
            pieces.extend(self.codes.iter().map(|code| format!("account={}", paths::percent(code))));
        }
        pieces.extend(self.sent.map(|sent| format!("sent={sent}")));
        if pieces.is_empty() {
            return paths::ACCOUNTS_INVITE.to_owned();
        }
        format!("{}?{}", paths::ACCOUNTS_INVITE, pieces.join("&"))
    }

    /// The short ids in one text, as forms carry them: `,M1,M2,`.
    #[must_use]
    pub fn codes_text(&self) -> String {
        format!(",{},", self.codes.join(","))
    }

    /// The other way round; what is no short id is nobody's account.
    #[must_use]
    pub fn parse_codes(text: &str) -> Vec<String> {
        let known = |code: &&str| {
            (2..=12).contains(&code.len()) && code.chars().all(|letter| letter.is_ascii_alphanumeric())
        };
        text.split(',').map(str::trim).filter(known).take(MOST).map(str::to_owned).collect()
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

    #[test]
    fn a_choice_is_an_address_and_nonsense_chooses_nothing() {
        let some = Choice { codes: vec!["M1".to_owned(), "WW12".to_owned()], ..Choice::default() };
        assert_eq!(some.href(), "/app/accounts/invite?account=M1&account=WW12");
        assert_eq!(Choice::parse_codes(&some.codes_text()), some.codes);
        let all = Choice { all: true, search: " a&b ".to_owned(), ..Choice::default() };
        assert_eq!(all.href(), "/app/accounts/invite?all=true&q=a%26b");
        let done = Choice { sent: Some(7), ..some };
        assert_eq!(done.href(), "/app/accounts/invite?account=M1&account=WW12&sent=7");
        assert!(Choice::parse_codes("%,_,M1%,' OR 1=1,\u{202E}M1,,").is_empty());
    }
}
