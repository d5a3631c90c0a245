//! From tables and dice to rows. Nothing is stored here.

use super::accounts::{ACCOUNTS, JO_WORKS_FOR, QUIET};
use super::contacts::PEOPLE;
use super::invented;
use super::model::{On, RESTRICTED, STAFF, Way};
use super::planner::{Planner, broken, parse};
use super::rows::{AccountRow, Batch, ContactRow, EmailRow, LinkRow, SettingRow, StaffRow};
use super::{replaced, traces};
use directory::accounts::{AccountKind, code_letter};
use kernel::{AccountId, AppError, ContactId, EmailId, Locale, Rights, Role, SettingId, Ts, UserId};
use std::collections::HashMap;

/// A contact with the addresses it got.
struct Known {
    id: ContactId,
    emails: Vec<EmailId>,
    since: Ts,
}

impl Planner {
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
        replaced::replace(self, &mut batch)?;
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
        traces::leave(self, &mut batch);
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
