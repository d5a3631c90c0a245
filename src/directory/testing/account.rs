//! An account with its contacts.

use super::contact::{ContactSeed, Linked};
use super::index;
use super::seeded::Contact;
use crate::accounts::{self, AccountKind, NewAccount, sort_key};
use kernel::names::search_key;
use kernel::{AccountId, AppError, Locale, SettingId};
use platform::Cx;
use platform::db::Tx;

/// An account that was seeded, with the contacts that were named.
#[derive(Clone, Debug)]
pub struct Account {
    pub id: AccountId,
    pub code: String,
    pub contacts: Vec<Contact>,
}

impl Account {
    /// The contact that was named first.
    #[must_use]
    pub fn contact(&self) -> &Contact {
        self.contacts.first().expect("a contact was named")
    }

    /// The row of switches of the address that was named first.
    #[must_use]
    pub fn setting(&self) -> SettingId {
        self.contact().addresses.first().and_then(|it| it.setting).expect("an address was named")
    }
}

/// An account to be seeded: a company, not archived, found by searches. What is said of a contact or of an address goes for
/// the one that was named last.
#[must_use]
#[derive(Clone)]
pub struct AccountSeed {
    cx: Cx,
    known: Option<AccountId>,
    code: String,
    name: String,
    kind: AccountKind,
    is_archived: bool,
    is_found: bool,
    contacts: Vec<ContactSeed>,
}

impl AccountSeed {
    pub(super) fn new(cx: &Cx, code: &str) -> Self {
        Self {
            cx: cx.clone(),
            known: None,
            code: code.to_owned(),
            name: format!("{code} GmbH"),
            kind: AccountKind::Company,
            is_archived: false,
            is_found: true,
            contacts: Vec::new(),
        }
    }

    pub(super) fn of(cx: &Cx, account: AccountId) -> Self {
        Self { known: Some(account), ..Self::new(cx, "") }
    }

    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    pub fn kind(mut self, kind: AccountKind) -> Self {
        self.kind = kind;
        self
    }

    pub fn archived(mut self) -> Self {
        self.is_archived = true;
        self
    }

    /// No search finds the account, nor its contacts: for tests of what does not search.
    pub fn unindexed(mut self) -> Self {
        self.is_found = false;
        self
    }

    /// One more contact, with this address; NOTIFY is on for it, as the product begins.
    pub fn contact(mut self, email: &str) -> Self {
        let email = super::address(email);
        self.contacts.push(ContactSeed::new(&self.cx, &super::name_of(&email)).with(email));
        self
    }

    /// One more contact, which was seeded before.
    pub fn known(mut self, contact: &Contact) -> Self {
        self.contacts.push(ContactSeed::known(&self.cx, contact));
        self
    }

    /// The contact's name.
    pub fn called(self, name: &str) -> Self {
        self.about(|it| it.called(name))
    }

    /// The contact's language.
    pub fn reads(self, locale: Locale) -> Self {
        self.about(|it| it.reads(locale))
    }

    /// One more address of the contact.
    pub fn at(self, email: &str) -> Self {
        self.about(|it| it.at(email))
    }

    /// LOGIN is on for the address.
    pub fn login(self) -> Self {
        self.about(|it| it.flags(|flags| flags.login = true))
    }

    /// NOTIFY is on for the address, also for a further one.
    pub fn notify(self) -> Self {
        self.about(|it| it.flags(|flags| flags.notify = true))
    }

    /// EMAIL SYNC is on for the address.
    pub fn email_sync(self) -> Self {
        self.about(|it| it.flags(|flags| flags.email_sync = true))
    }

    fn about(mut self, change: impl FnOnce(ContactSeed) -> ContactSeed) -> Self {
        let last = self.contacts.pop().expect("a contact was named before");
        self.contacts.push(change(last));
        self
    }

    /// Stores it.
    pub async fn seed(self) -> Account {
        seed_all([self]).await.pop().expect("as many as were given")
    }

    async fn store(self, tx: &mut Tx) -> Result<Account, AppError> {
        let (cx, firm) = (&self.cx, self.cx.firm.id);
        let id = match self.known {
            Some(id) => id,
            None => self.insert(tx).await?,
        };
        let mut contacts = Vec::new();
        for contact in &self.contacts {
            contacts.push(contact.store(tx, Some(&Linked { account: id, is_found: self.is_found })).await?);
        }
        if self.is_archived {
            accounts::set_archived(tx, firm, id, 1, Some(cx.now())).await?;
        }
        if self.is_found && self.known.is_none() {
            let doc = index::account(firm, self.is_archived, id, (&self.code, &self.name), &contacts);
            platform::search::put(tx, &[doc]).await?;
        }
        Ok(Account { id, code: self.code, contacts })
    }

    async fn insert(&self, tx: &mut Tx) -> Result<AccountId, AppError> {
        let id = AccountId(self.cx.ids.next());
        let new = NewAccount {
            id,
            code: self.code.clone(),
            name: self.name.clone(),
            kind: self.kind.key(),
            search_key: search_key(&[&self.name, &self.code]),
            sort_key: sort_key(&self.name),
            at: self.cx.now(),
        };
        accounts::insert(tx, self.cx.firm.id, &new).await?;
        Ok(id)
    }
}

/// Stores all of these in one transaction.
pub async fn seed_all(accounts: impl IntoIterator<Item = AccountSeed>) -> Vec<Account> {
    let accounts: Vec<AccountSeed> = accounts.into_iter().collect();
    let Some(db) = accounts.first().map(|it| it.cx.db.clone()) else { return Vec::new() };
    let stored = db.write(move |tx| {
        Box::pin(async move {
            let mut made = Vec::with_capacity(accounts.len());
            for account in accounts {
                made.push(account.store(tx).await?);
            }
            Ok(made)
        })
    });
    stored.await.expect("the accounts are stored")
}
