//! Who makes the rows: dice, the time they count back from, and what several kinds of rows need.

use super::invented::Dice;
use super::model::{Seen, Way};
use super::rows::{Batch, From, InvitationRow, LastLogin, LoginRow};
use access::invitations::DAYS_AT_FIRST;
use kernel::{AppError, EmailAddress, InvitationId, Locale, Ts, UserId};
use platform::keys::token_hash;
use platform::rng::{SeededRng, token};
use platform::{Platform, incident};
use std::collections::BTreeMap;

/// The loaded dice: another seed tells another story.
const SEED: u64 = 2026;

/// The token in the link of whoever was invited to the demo. Foreseeable, so that greeting and tests know it; like
/// the password it protects nothing.
pub(super) fn link_token(address: &str) -> String {
    let seed = address.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    token(&SeededRng::new(seed)).expose().clone()
}

/// Makes rows, one batch after the other.
pub(super) struct Planner {
    pub(super) platform: Platform,
    pub(super) dice: Dice,
    /// Others, so that what accounts leave behind changes none of their names.
    pub(super) of_traces: Dice,
    pub(super) now: Ts,
    /// The beginning of this day.
    day: Ts,
    password_hash: String,
    pub(super) numbers: BTreeMap<char, i64>,
    pub(super) owner: Option<UserId>,
}

impl Planner {
    pub(super) fn new(platform: Platform, password_hash: String) -> Self {
        let now = platform.clock.now();
        let day = Ts(now.0 - now.0.rem_euclid(Ts::DAY));
        Self {
            platform,
            dice: Dice::new(SEED),
            of_traces: Dice::new(SEED + 1),
            now,
            day,
            password_hash,
            numbers: BTreeMap::new(),
            owner: None,
        }
    }

    /// An instant so many days before today, never in the future.
    pub(super) fn days_ago(&self, days: i64, time_of_day: i64) -> Ts {
        self.day.plus(time_of_day - days * Ts::DAY).min(self.now)
    }

    pub(super) fn id(&self) -> uuid::Uuid {
        self.platform.ids.next()
    }

    /// The login or the invitation, as far as somebody got.
    pub(super) fn begin(
        &self,
        batch: &mut Batch,
        name: &str,
        address: &EmailAddress,
        locale: Locale,
        way: Way,
    ) {
        match way {
            Way::NotBegun => {}
            Way::Active(seen) => drop(self.login(batch, name, address, locale, seen)),
            Way::Invited(days) => {
                let created_at = self.days_ago(days, 7 * Ts::HOUR);
                batch.invitations.push(InvitationRow {
                    id: InvitationId(self.platform.ids.next()),
                    email: address.shown().to_owned(),
                    email_norm: address.norm().to_owned(),
                    name: name.to_owned(),
                    locale,
                    token_hash: token_hash(&link_token(address.norm())),
                    by: self.owner,
                    created_at,
                    expires_at: created_at.plus(DAYS_AT_FIRST * Ts::DAY),
                    accepted_at: None,
                    told_at: None,
                    mail: None,
                });
            }
        }
    }

    /// Only Japanese clients bring a language along; everybody else is shown the demo in the language of the
    /// browser that looks at it.
    pub(super) fn login(
        &self,
        batch: &mut Batch,
        name: &str,
        address: &EmailAddress,
        locale: Locale,
        seen: Seen,
    ) -> UserId {
        let id = UserId(self.platform.ids.next());
        let japanese = locale == Locale::Ja;
        batch.logins.push(LoginRow {
            id,
            email: address.shown().to_owned(),
            email_norm: address.norm().to_owned(),
            name: name.to_owned(),
            locale: japanese.then_some(locale),
            time_zone: japanese.then_some("Asia/Tokyo"),
            password_hash: self.password_hash.clone(),
            activated_at: self.days_ago(500 + self.dice.below(200), 10 * Ts::HOUR),
            last: self.last_login(locale, seen),
        });
        id
    }

    fn last_login(&self, locale: Locale, seen: Seen) -> Option<LastLogin> {
        let time = 6 * Ts::HOUR + self.dice.below(12 * 60) * Ts::MINUTE;
        let at = match seen {
            Seen::Today => self.days_ago(0, 4 * Ts::HOUR + self.dice.below(180) * Ts::MINUTE),
            Seen::Lately => self.days_ago(1 + self.dice.below(27), time),
            Seen::LongAgo => self.days_ago(200 + self.dice.below(250), time),
            Seen::Never => return None,
        };
        let (net, place) = match locale {
            Locale::De => ("203.0.113", "Germany"),
            Locale::En => ("198.51.100", "United Kingdom"),
            Locale::Ja => ("192.0.2", "Japan"),
        };
        let (os, browser) = match self.dice.below(5) {
            0 => ("Windows", "Firefox 147"),
            1 => ("Windows", "Edge 144"),
            2 => ("macOS", "Safari 26"),
            3 => ("iOS", "Mobile Safari 26"),
            _ => ("Android", "Chrome Mobile 144"),
        };
        let ip = format!("{net}.{}", 1 + self.dice.below(250));
        Some(LastLogin { at, from: From { ip, place, os, browser } })
    }
}

pub(super) fn parse(address: &str) -> Result<EmailAddress, AppError> {
    EmailAddress::parse(address).map_err(|_| broken(address))
}

/// A fault in the tables, which their tests find first.
pub(super) fn broken(what: &str) -> AppError {
    AppError::Internal(incident::log("demo", &what))
}
