//! What happens here, as the trail keeps it and open pages hear of it.

use kernel::live::{News, UserAct};
use kernel::notify::Item;
use kernel::{AccountId, SettingId, UserId};
use platform::kind;
use platform::unit::{By, Change, DomainEvent, Told};
use serde::Serialize;

/// A row's address is told of other things from now on.
#[derive(Serialize)]
pub(super) struct ItemSwitched {
    pub account: AccountId,
    pub setting: SettingId,
    pub email: String,
    /// Nothing for all of them.
    pub item: Option<Item>,
    pub on: bool,
}

impl DomainEvent for ItemSwitched {
    fn told(&self, by: &By) -> Told {
        let what = self.item.map_or("all", Item::key);
        let (act, by) = ("notifications".to_owned(), by.name.clone());
        Told::of(kind!("notifications_changed"))
            .account(self.account)
            .about(self.setting, &self.email)
            .detail(format!("{what}: {}", Change::switched(self.on)))
            .news([News::Account { account: self.account, act, about: Some(self.setting.0), by }])
    }
}

/// The open pages of whoever is told so.
#[derive(Serialize)]
pub(super) struct OwnItems {
    pub user: UserId,
    /// Clients are not told who of the firm it was.
    pub by_themselves: bool,
}

impl DomainEvent for OwnItems {
    fn told(&self, by: &By) -> Told {
        let by = if self.by_themselves { by.name.clone() } else { String::new() };
        Told::live([News::User { user: self.user, act: UserAct::Notifications, by }])
    }
}
