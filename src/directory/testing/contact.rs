//! A contact with its addresses, and a row of switches for each of them in an account.

use super::index;
use super::seeded::{Address, Contact};
use crate::accounts::sort_key;
use crate::contacts::{self, ContactWords};
use crate::switches::{self, Change, Flags, NewRow};
use kernel::names::search_key;
use kernel::{AccountId, AppError, ContactId, EmailAddress, EmailId, Locale, SettingId};
use platform::Cx;
use platform::db::Tx;

/// The account that a contact is linked to.
pub(super) struct Linked {
    pub account: AccountId,
    pub is_found: bool,
}

/// A contact to be seeded; it reads English.
#[must_use]
#[derive(Clone)]
pub struct ContactSeed {
    cx: Cx,
    known: Option<ContactId>,
    name: String,
    locale: Locale,
    is_found: bool,
    addresses: Vec<AddressSeed>,
}

#[derive(Clone)]
struct AddressSeed {
    known: Option<EmailId>,
    email: EmailAddress,
    flags: Flags,
}

impl AddressSeed {
    fn new(known: Option<EmailId>, email: EmailAddress, is_first: bool) -> Self {
        // As `switches::insert` begins a row.
        Self { known, email, flags: Flags { login: false, notify: is_first, email_sync: false } }
    }
}

impl ContactSeed {
    pub(super) fn new(cx: &Cx, name: &str) -> Self {
        Self {
            cx: cx.clone(),
            known: None,
            name: name.to_owned(),
            locale: Locale::En,
            is_found: true,
            addresses: Vec::new(),
        }
    }

    pub(super) fn known(cx: &Cx, contact: &Contact) -> Self {
        let addresses = contact.addresses.iter().enumerate();
        let addresses =
            addresses.map(|(place, it)| AddressSeed::new(Some(it.id), it.email.clone(), place == 0));
        Self { known: Some(contact.id), addresses: addresses.collect(), ..Self::new(cx, &contact.name) }
    }

    /// One more address.
    pub fn at(self, email: &str) -> Self {
        self.with(super::address(email))
    }

    pub fn reads(mut self, locale: Locale) -> Self {
        self.locale = locale;
        self
    }

    pub(super) fn with(mut self, email: EmailAddress) -> Self {
        self.addresses.push(AddressSeed::new(None, email, self.addresses.is_empty()));
        self
    }

    pub(super) fn called(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    pub(super) fn flags(mut self, change: impl FnOnce(&mut Flags)) -> Self {
        change(&mut self.addresses.last_mut().expect("an address was named before").flags);
        self
    }

    /// No search finds it.
    pub fn unindexed(mut self) -> Self {
        self.is_found = false;
        self
    }

    /// Stores it, linked to no account.
    pub async fn seed(self) -> Contact {
        let db = self.cx.db.clone();
        let stored = db.write(move |tx| Box::pin(async move { self.store(tx, None).await }));
        stored.await.expect("the contact is stored")
    }

    pub(super) async fn store(&self, tx: &mut Tx, to: Option<&Linked>) -> Result<Contact, AppError> {
        let (cx, firm) = (&self.cx, self.cx.firm.id);
        let id = match self.known {
            Some(id) => id,
            None => self.insert(tx).await?,
        };
        if let Some(to) = to {
            contacts::link(tx, firm, to.account, id, "", cx.now()).await?;
        }
        let mut addresses = Vec::with_capacity(self.addresses.len());
        for seed in &self.addresses {
            let email = match seed.known {
                Some(email) => email,
                None => {
                    let email = EmailId(cx.ids.next());
                    contacts::insert_address(tx, firm, id, email, &seed.email).await?;
                    email
                }
            };
            let setting = match to {
                Some(to) => Some(self.row(tx, (to.account, id, email), seed.flags).await?),
                None => None,
            };
            addresses.push(Address { id: email, email: seed.email.clone(), setting });
        }
        let made = Contact { id, name: self.name.clone(), addresses };
        if self.known.is_none() && self.is_found && to.is_none_or(|to| to.is_found) {
            platform::search::put(tx, &[index::contact(firm, &made)]).await?;
        }
        Ok(made)
    }

    async fn insert(&self, tx: &mut Tx) -> Result<ContactId, AppError> {
        let id = ContactId(self.cx.ids.next());
        let words = ContactWords {
            id,
            name: &self.name,
            locale: self.locale.tag(),
            search_key: search_key(&[&self.name]),
            sort_key: sort_key(&self.name),
        };
        contacts::insert(tx, self.cx.firm.id, &words, self.cx.now()).await?;
        Ok(id)
    }

    /// A row as the product makes it, and the switches thrown as it throws them.
    async fn row(
        &self,
        tx: &mut Tx,
        (account, contact, email): (AccountId, ContactId, EmailId),
        flags: Flags,
    ) -> Result<SettingId, AppError> {
        let (cx, firm) = (&self.cx, self.cx.firm.id);
        let id = SettingId(cx.ids.next());
        let change = Change { at: cx.now(), by: "" };
        switches::insert(tx, firm, NewRow { id, account, contact, email, change }).await?;
        switches::set(tx, firm, id, 1, flags, &Change { at: cx.now(), by: "" }).await?;
        Ok(id)
    }
}
