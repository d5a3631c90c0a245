//! From tables and dice to rows. Nothing is stored here.

use super::accounts::{ACCOUNTS, JO_WORKS_FOR, QUIET};
use super::contacts::PEOPLE;
use super::invented::{self, Dice};
use super::model::{On, RESTRICTED, STAFF, Seen, Way};
use super::rows::{
    AccountRow, Batch, ContactRow, EmailRow, From, InvitationRow, LastLogin, LinkRow, LoginRow, SettingRow,
    StaffRow,
};
use directory::accounts::{AccountKind, code_letter};
use kernel::{
    AccountId, AppError, ContactId, EmailAddress, EmailId, InvitationId, Locale, Rights, Role, SettingId, Ts,
    UserId,
};
use platform::keys::token_hash;
use platform::rng::{SeededRng, token};
use platform::{Platform, incident};
use std::collections::{BTreeMap, HashMap};

/// Days an invitation works.
pub(super) const INVITATION_DAYS: i64 = 30;
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
    dice: Dice,
    /// Others, so that what accounts leave behind changes none of their names.
    pub(super) of_traces: Dice,
    pub(super) now: Ts,
    /// The beginning of this day.
    day: Ts,
    password_hash: String,
    numbers: BTreeMap<char, i64>,
    pub(super) owner: Option<UserId>,
}

/// A contact with the addresses it got.
struct Known {
    id: ContactId,
    emails: Vec<EmailId>,
    since: Ts,
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

    /// The firm's people and the sixty accounts of the tables.
    pub(super) fn sixty(&mut self) -> Result<Batch, AppError> {
        let mut batch = Batch::default();
        let jo = self.staff(&mut batch)?;
        let mut known = HashMap::new();
        for one in PEOPLE {
            known.insert(one.name, self.contact(&mut batch, one.name, one.locale, one.addresses, one.way)?);
        }
        for entry in ACCOUNTS {
            let (account, since) = self.account(&mut batch, entry.name, entry.kind, entry.archived);
            for tie in entry.people {
                let person = known.get(tie.person).ok_or_else(|| broken(tie.person))?;
                let setting = self.tie(&mut batch, (account, since), person, tie.role, tie.on);
                if (entry.name, tie.person) == (QUIET.account, QUIET.person) {
                    let at = self.days_ago(12, 10 * Ts::HOUR);
                    batch
                        .choices
                        .extend(setting.into_iter().flat_map(|id| QUIET.items.map(|item| (id, item, at))));
                }
            }
            if JO_WORKS_FOR.contains(&entry.name) {
                batch.assignments.extend(jo.map(|jo| (account, jo)));
            }
        }
        super::replaced::replace(self, &mut batch)?;
        Ok(batch)
    }

    /// `count` accounts made up, the first of them the `from`th of all.
    pub(super) fn invented(&mut self, from: usize, count: usize) -> Result<Batch, AppError> {
        let mut batch = Batch::default();
        for serial in from..from + count {
            let made = invented::account(&self.dice, serial);
            let account = self.account(&mut batch, &made.name, made.kind, made.archived);
            for one in made.people {
                let addresses: Vec<&str> = one.addresses.iter().map(String::as_str).collect();
                let contact = self.contact(&mut batch, &one.name, one.locale, &addresses, one.way)?;
                self.tie(&mut batch, account, &contact, one.role, one.on);
            }
        }
        super::traces::leave(self, &mut batch);
        Ok(batch)
    }

    /// Everybody who works for the firm; answers with the one who sees assigned accounts only.
    fn staff(&mut self, batch: &mut Batch) -> Result<Option<UserId>, AppError> {
        let mut restricted = None;
        for colleague in STAFF {
            let address = parse(colleague.email)?;
            let id = self.login(batch, colleague.name, &address, Locale::En, colleague.seen);
            batch.staff.push(StaffRow {
                user: id,
                role: colleague.role.key(),
                rights: Rights::of(colleague.rights).to_text(),
            });
            if colleague.role == Role::Owner {
                self.owner = Some(id);
            }
            if colleague.email == RESTRICTED {
                restricted = Some(id);
            }
        }
        Ok(restricted)
    }

    /// The short id continues behind the name's letter, as in `clients::accounts`.
    fn account(
        &mut self,
        batch: &mut Batch,
        name: &str,
        kind: AccountKind,
        archived: bool,
    ) -> (AccountId, Ts) {
        let letter = code_letter(name);
        let number = self.numbers.entry(letter).and_modify(|last| *last += 1).or_insert(1);
        let code = format!("{letter}{number}");
        let id = AccountId(self.platform.ids.next());
        let created_at =
            self.days_ago(800 + self.dice.below(700), 8 * Ts::HOUR + self.dice.below(36) * 15 * Ts::MINUTE);
        let archived_at = self.days_ago(60 + self.dice.below(120), 16 * Ts::HOUR);
        batch.accounts.push(AccountRow {
            id,
            code,
            name: name.to_owned(),
            kind: kind.key(),
            archived_at: archived.then_some(archived_at),
            created_at,
        });
        (id, created_at)
    }

    fn contact(
        &self,
        batch: &mut Batch,
        name: &str,
        locale: Locale,
        addresses: &[&str],
        way: Way,
    ) -> Result<Known, AppError> {
        let id = ContactId(self.platform.ids.next());
        let since = self.days_ago(720 + self.dice.below(80), 9 * Ts::HOUR);
        batch.contacts.push(ContactRow { id, name: name.to_owned(), locale, created_at: since });
        let mut emails = Vec::with_capacity(addresses.len());
        for (position, text) in (0..).zip(addresses) {
            let address = parse(text)?;
            let email = EmailId(self.platform.ids.next());
            batch.emails.push(EmailRow {
                id: email,
                contact: id,
                email: address.shown().to_owned(),
                email_norm: address.norm().to_owned(),
                position,
                unlinked_at: None,
            });
            if position == 0 {
                self.begin(batch, name, &address, locale, way);
            }
            emails.push(email);
        }
        Ok(Known { id, emails, since })
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
                    expires_at: created_at.plus(INVITATION_DAYS * Ts::DAY),
                    accepted_at: None,
                    told_at: None,
                    mail: None,
                });
            }
        }
    }

    /// Only Japanese clients bring a language along; everybody else is shown the demo in the language of the
    /// browser that looks at it.
    fn login(
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

    /// Brings a contact into an account; answers with the row of its first address.
    fn tie(
        &self,
        batch: &mut Batch,
        (account, since): (AccountId, Ts),
        person: &Known,
        role: &'static str,
        on: On,
    ) -> Option<SettingId> {
        let at = since.max(person.since);
        batch.links.push(LinkRow { account, contact: person.id, role, at });
        let mut first = None;
        for email in &person.emails {
            let id = SettingId(self.platform.ids.next());
            let on = if first.is_none() { on.switches() } else { (false, false, true) };
            batch.settings.push(SettingRow { id, account, contact: person.id, email: *email, on, at });
            first.get_or_insert(id);
        }
        first
    }

    /// The last number given out behind each letter.
    pub(super) fn numbers(&self) -> Batch {
        let numbers = self.numbers.iter().map(|(letter, last)| (*letter, *last)).collect();
        Batch { numbers, ..Batch::default() }
    }
}

pub(super) fn parse(address: &str) -> Result<EmailAddress, AppError> {
    EmailAddress::parse(address).map_err(|_| broken(address))
}

/// A fault in the tables, which their tests find first.
pub(super) fn broken(what: &str) -> AppError {
    AppError::Internal(incident::log("demo", &what))
}
