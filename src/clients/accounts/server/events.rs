//! What happens here, as the trail keeps it and open pages hear of it.

use kernel::live::{News, UserAct};
use kernel::{AccountId, UserId};
use platform::kind;
use platform::unit::{By, Change, DomainEvent, Kind, Told};
use serde::Serialize;

/// Something about an account, which had this name then.
#[derive(Serialize)]
pub(super) struct OfAccount {
    pub id: AccountId,
    pub name: String,
    pub what: What,
}

#[derive(Serialize)]
pub(super) enum What {
    /// With this short id.
    Created(String),
    /// Name and kind.
    Edited(Change<String>),
    /// By its short id, with those who could enter it.
    Archived(String, Vec<UserId>),
    Reactivated(String, Vec<UserId>),
}

impl OfAccount {
    fn moved(&self, kind: Kind, by: &By, code: &str, users: &[UserId]) -> Told {
        let access =
            |user: &UserId| News::User { user: *user, act: UserAct::AccessChanged, by: String::new() };
        Told::of(kind).detail(code).news(users.iter().map(access)).news(self.news(kind.name(), by))
    }

    fn news(&self, act: &str, by: &By) -> [News; 2] {
        let (act, by) = (act.to_owned(), by.name.clone());
        [News::Account { account: self.id, act, about: None, by }, News::Lists]
    }
}

impl DomainEvent for OfAccount {
    fn told(&self, by: &By) -> Told {
        let told = match &self.what {
            What::Created(code) => Told::of(kind!("account_created")).detail(code).news([News::Lists]),
            What::Edited(change) => {
                Told::of(kind!("account_edited")).detail(change).news(self.news("edited", by))
            }
            What::Archived(code, users) => self.moved(kind!("account_archived"), by, code, users),
            What::Reactivated(code, users) => self.moved(kind!("account_reactivated"), by, code, users),
        };
        told.account(self.id).about(self.id, &self.name)
    }
}
