//! What happens here, as the trail keeps it.

use directory::address_changes::Settled;
use kernel::live::News;
use kernel::{AccountId, ChangeId, ContactId, UserId};
use platform::kind;
use platform::unit::{By, Change, DomainEvent, Kind, Told};
use serde::{Deserialize, Serialize};

pub const ACCEPTED: Kind = kind!("address_change_accepted");

/// The first sign-in with a new address has settled the change of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct ChangeAccepted {
    pub change: ChangeId,
    pub contact: ContactId,
    pub address: Change<String>,
    /// Where the old address is shown.
    pub accounts: Vec<AccountId>,
    /// The contact's.
    pub name: String,
    pub new_norm: String,
    pub begun_by: Option<UserId>,
}

impl ChangeAccepted {
    pub(super) fn of(change: &Settled, accounts: Vec<AccountId>) -> Self {
        let address = Change::of(change.old_email.clone(), change.new_email.clone());
        Self {
            change: change.id,
            contact: change.contact_id,
            address,
            accounts,
            name: change.name.clone(),
            new_norm: change.new_norm.clone(),
            begun_by: change.begun_by,
        }
    }
}

impl DomainEvent for ChangeAccepted {
    fn told(&self, _: &By) -> Told {
        let news = self.accounts.iter().map(|account| News::Account {
            account: *account,
            act: ACCEPTED.name().to_owned(),
            about: Some(self.change.0),
            by: String::new(),
        });
        Told::of(ACCEPTED).about(self.contact, &self.address.new).detail(&self.address).news(news)
    }
}
