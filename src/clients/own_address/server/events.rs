//! What happens here, as the trail keeps it and open pages hear of it.

use kernel::live::News;
use kernel::{AccountId, ContactId, UserId};
use platform::kind;
use platform::unit::{By, Change, DomainEvent, Told};
use serde::Serialize;

/// Somebody wants another address of their own.
#[derive(Serialize)]
pub(super) struct Wish<'a> {
    pub user: UserId,
    /// The one that they want.
    pub email: &'a str,
    pub what: OfWish,
}

#[derive(Clone, Copy, Serialize)]
pub(super) enum OfWish {
    Asked,
    CodeFailed,
}

impl DomainEvent for Wish<'_> {
    fn told(&self, _: &By) -> Told {
        let kind = match self.what {
            OfWish::Asked => kind!("own_address_asked"),
            OfWish::CodeFailed => kind!("own_address_code_failed"),
        };
        Told::of(kind).about(self.user, self.email)
    }
}

/// The address of a contact is another one, as an account shows it.
#[derive(Serialize)]
pub(super) struct Moved {
    pub account: AccountId,
    pub contact: ContactId,
    pub address: Change<String>,
    pub what: OfMove,
}

#[derive(Clone, Copy, Serialize)]
pub(super) enum OfMove {
    Changed,
    /// It went back, for whoever reads the old mailbox objected.
    Stopped,
}

impl DomainEvent for Moved {
    fn told(&self, by: &By) -> Told {
        let kind = match self.what {
            OfMove::Changed => kind!("own_address_changed"),
            OfMove::Stopped => kind!("own_address_stopped"),
        };
        let (act, by) = (kind.name().to_owned(), by.name.clone());
        Told::of(kind)
            .account(self.account)
            .about(self.contact, &self.address.new)
            .detail(&self.address)
            .news([News::Account { account: self.account, act, about: Some(self.contact.0), by }])
    }
}

/// Lists show the contact otherwise; its accounts say the rest.
#[derive(Serialize)]
pub(super) struct Listed;

impl DomainEvent for Listed {
    fn told(&self, _: &By) -> Told {
        Told::live([News::Lists])
    }
}
