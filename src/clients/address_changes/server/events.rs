//! What happens here, as the trail keeps it and open pages hear of it.

use directory::address_changes::ChangeRecord;
use directory::contacts::accounts_of;
use kernel::live::News;
use kernel::{AccountId, AppError, ChangeId, ContactId};
use platform::kind;
use platform::unit::{By, Change, DomainEvent, Kind, Told, Work};
use serde::{Deserialize, Serialize};

pub(super) const STOPPED: Kind = kind!("address_change_stopped");
pub(super) const EXPIRED: Kind = kind!("address_change_expired");

/// Something about the change of an address of a contact.
#[derive(Serialize, Deserialize)]
pub(super) struct OfChange {
    pub change: ChangeId,
    pub contact: ContactId,
    /// As the contact, or its address, was known then.
    pub known_as: String,
    pub address: Change<String>,
    pub what: What,
    /// The accounts that show the contact.
    pub shown: Vec<AccountId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum What {
    Begun,
    /// By whoever may begin one.
    Cancelled,
    /// By the owner of the old address.
    Stopped,
    OldKept,
    OldRemoved,
    /// Nobody accepted in time: the trail has that it was begun, and until when.
    Expired,
}

impl OfChange {
    /// The change as it is now, of a contact that is shown as it is now.
    pub(super) async fn of(
        w: &mut Work<'_>,
        change: &ChangeRecord,
        known_as: &str,
        what: What,
    ) -> Result<Self, AppError> {
        let (firm, contact) = (w.firm(), change.contact_id);
        let shown = accounts_of(w, firm, contact).await?;
        let (old, new) = (change.old_email.clone(), change.new_email.clone());
        let back = matches!(what, What::Cancelled | What::Stopped);
        let address = if back { Change::of(new, old) } else { Change::of(old, new) };
        Ok(Self { change: change.id, contact, known_as: known_as.to_owned(), address, what, shown })
    }

    fn news(&self, act: &str, about: Option<ContactId>, by: &By) -> Vec<News> {
        let account = |account: &AccountId| {
            let (act, by) = (act.to_owned(), by.name.clone());
            News::Account { account: *account, act, about: about.map(|it| it.0), by }
        };
        self.shown.iter().map(account).collect()
    }
}

impl DomainEvent for OfChange {
    fn told(&self, by: &By) -> Told {
        let kind = match self.what {
            What::Begun => kind!("address_change_begun"),
            What::Cancelled => kind!("address_change_cancelled"),
            What::Stopped => STOPPED,
            What::OldKept => kind!("old_address_kept"),
            What::OldRemoved => kind!("old_address_removed"),
            What::Expired => {
                let told = Told::unrecorded(EXPIRED).about(self.contact, &self.known_as);
                return told.news(self.news(EXPIRED.name(), None, by));
            }
        };
        let told = Told::of(kind).about(self.contact, &self.known_as).detail(&self.address);
        told.news([News::Lists]).news(self.news("contacts_changed", Some(self.contact), by))
    }
}
