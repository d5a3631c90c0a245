//! What happens to contacts, as the trail keeps it and open pages hear of it.

use directory::contacts::accounts_of;
use kernel::live::News;
use kernel::{AccountId, AppError, ContactId};
use platform::kind;
use platform::unit::{By, Change, DomainEvent, Told, Work};
use serde::Serialize;

/// Something about a contact, which had this name then.
#[derive(Serialize)]
pub(super) struct OfContact {
    pub id: ContactId,
    pub name: String,
    pub what: What,
    /// The accounts that show it, whoever looks at which hears of it.
    pub shown: Vec<AccountId>,
}

#[derive(Serialize)]
pub(super) enum What {
    /// With these addresses, for this account; that it is linked is said next.
    Created(String, AccountId),
    /// In this role.
    Linked(String, AccountId),
    /// By its short id.
    Unlinked(String, AccountId),
    /// Name and language.
    Edited(Change<String>),
    AddressAdded(String),
    AddressChanged(Change<String>),
    AddressRemoved(String),
}

impl OfContact {
    /// As the contact is shown now.
    pub(super) async fn of(
        w: &mut Work<'_>,
        id: ContactId,
        name: &str,
        what: What,
    ) -> Result<Self, AppError> {
        let firm = w.firm();
        let shown = accounts_of(w, firm, id).await?;
        Ok(Self { id, name: name.to_owned(), what, shown })
    }

    fn news(&self, by: &By) -> Vec<News> {
        let account = |account: &AccountId| {
            let (act, by) = ("contacts_changed".to_owned(), by.name.clone());
            News::Account { account: *account, act, about: Some(self.id.0), by }
        };
        std::iter::once(News::Lists).chain(self.shown.iter().map(account)).collect()
    }
}

impl DomainEvent for OfContact {
    fn told(&self, by: &By) -> Told {
        let told = match &self.what {
            What::Created(addresses, account) => {
                let told = Told::of(kind!("contact_created")).account(*account).detail(addresses);
                return told.about(self.id, &self.name);
            }
            What::Linked(role, account) => Told::of(kind!("contact_linked")).account(*account).detail(role),
            What::Unlinked(code, account) => {
                Told::of(kind!("contact_unlinked")).account(*account).detail(code)
            }
            What::Edited(change) => Told::of(kind!("contact_edited")).detail(change),
            What::AddressAdded(address) => Told::of(kind!("address_added")).detail(address),
            What::AddressChanged(change) => Told::of(kind!("address_changed")).detail(change),
            What::AddressRemoved(address) => Told::of(kind!("address_removed")).detail(address),
        };
        told.about(self.id, &self.name).news(self.news(by))
    }
}
