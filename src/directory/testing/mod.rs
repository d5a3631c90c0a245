//! One seeding for all tests: a firm's accounts, contacts and people, written as the product writes them.
//!
//! A test says what it is about, the rest has a good value:
//!
//! ```ignore
//! let f = a_firm(&t.cx());
//! let meier = f.account("M1").named("Meier").contact("anna@meier.example").login().seed().await;
//! let jo = f.staff("jo").employee(&[Right::ManageAccounts]).assigned_to(&meier).seed().await;
//! ```
//!
//! Each `seed` is one transaction. What lies above these records (sessions, invitations, codes) is put on top by the `testing`
//! of its own area.

mod account;
mod contact;
mod index;
mod person;
mod seeded;
#[cfg(test)]
mod seeding_tests;
mod state_store;

pub use account::{Account, AccountSeed, seed_all};
pub use contact::ContactSeed;
pub use person::PersonSeed;
pub use seeded::{Address, Contact};

use crate::{assignments, people, staff, switches};
use kernel::{AccountId, EmailAddress, Role, SettingId, Ts, UserId};
use platform::Cx;

/// The firm of a request, to be filled.
pub struct Firm {
    cx: Cx,
}

/// The firm that this request is to.
#[must_use]
pub fn a_firm(cx: &Cx) -> Firm {
    Firm { cx: cx.clone() }
}

impl Firm {
    /// An account with this short id.
    pub fn account(&self, code: &str) -> AccountSeed {
        AccountSeed::new(&self.cx, code)
    }

    /// More contacts of an account that is there; no search finds the account by them.
    pub fn more_of(&self, account: AccountId) -> AccountSeed {
        AccountSeed::of(&self.cx, account)
    }

    /// A contact of no account.
    pub fn contact(&self, name: &str) -> ContactSeed {
        ContactSeed::new(&self.cx, name)
    }

    /// Somebody with a login who works for nobody here: a client, once an account is open to their address.
    pub fn person(&self, email: &str) -> PersonSeed {
        PersonSeed::new(&self.cx, email)
    }

    /// An employee without rights, whose address is `eva@weber.example`; see [`PersonSeed`] for the other roles.
    pub fn staff(&self, name: &str) -> PersonSeed {
        self.person(&format!("{}@weber.example", name.to_lowercase())).named(name).employee(&[])
    }

    /// Somebody who is there works here from now on, without rights of their own.
    pub async fn employ(&self, user: UserId, role: Role) {
        let firm = self.cx.firm.id;
        let made = self
            .cx
            .db
            .write(move |tx| Box::pin(async move { Ok(staff::insert(tx, firm, user, role, "").await?) }));
        assert_eq!(made.await, Ok(true), "they did not work here before");
    }

    /// Gives a password to somebody who is there, set the day before, without any of what follows from a change.
    pub async fn give_password(&self, user: UserId, password: &str) {
        let hash = self.cx.hasher.hash(password).await.expect("a password is hashed");
        let (firm, set_at) = (self.cx.firm.id, self.cx.now().plus(-Ts::DAY));
        let set = self.cx.db.write(move |tx| {
            Box::pin(async move { Ok(people::set_password(tx, firm, user, &hash, set_at).await?) })
        });
        assert_eq!(set.await, Ok(true), "there is such a person");
    }

    /// Puts an account into the sight of somebody who is there.
    pub async fn assign(&self, user: UserId, account: AccountId) {
        self.assign_all(user, [account]).await;
    }

    /// As [`Firm::assign`], for all of these at once.
    pub async fn assign_all(&self, user: UserId, accounts: impl IntoIterator<Item = AccountId>) {
        let firm = self.cx.firm.id;
        let ids: Vec<AccountId> = accounts.into_iter().collect();
        let made = self.cx.db.write(move |tx| {
            Box::pin(async move {
                for id in ids {
                    assignments::assign(tx, firm, user, id).await?;
                }
                Ok(())
            })
        });
        made.await.expect("the assignments are stored");
    }

    /// A notification item is off for a row of switches.
    pub async fn item_off(&self, setting: SettingId, item: &'static str, by: &'static str) {
        let (firm, now) = (self.cx.firm.id, self.cx.now());
        let made = self.cx.db.write(move |tx| {
            Box::pin(async move { Ok(switches::item_off(tx, firm, setting, item, by, now).await?) })
        });
        made.await.expect("the choice is stored");
    }
}

fn address(email: &str) -> EmailAddress {
    EmailAddress::parse(email).expect("an address")
}

/// "Anna" of `anna@mueller.example`.
fn name_of(email: &EmailAddress) -> String {
    let local = email.shown().split('@').next().unwrap_or_default();
    let mut letters = local.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
