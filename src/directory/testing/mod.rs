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
mod state_store;

pub use account::{Account, AccountSeed, seed_all};
pub use contact::{Address, Contact, ContactSeed};
pub use person::PersonSeed;

use kernel::{AccountId, EmailAddress};
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

    /// More contacts of an account that is there.
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
