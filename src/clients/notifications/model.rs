//! What crosses the wire about notifications.

use kernel::When;
use kernel::live::Watch;
use kernel::notify::Item;
use serde::{Deserialize, Serialize};

/// One item as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemState {
    pub item: Item,
    pub on: bool,
    /// Who switched it off, and when.
    pub off_by: Option<OffBy>,
}

/// Who switched an item off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffBy {
    pub client: bool,
    pub name: String,
    pub day: When,
}

/// All switches of one address in one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotifyPrefs {
    pub setting: String,
    pub account_code: String,
    pub account_name: String,
    pub contact: String,
    pub email: String,
    /// NOTIFY itself.
    pub notify: bool,
    /// For the live feed.
    pub watch: Watch,
    pub items: Vec<ItemState>,
}

impl NotifyPrefs {
    /// How many of the items on offer are on: the "4" of "4 of 9".
    #[must_use]
    pub fn count_on(&self) -> usize {
        self.items.iter().filter(|it| it.on && Item::AVAILABLE.contains(&it.item)).count()
    }

    /// Who switched NOTIFY as a whole off, if it was the client: then every item is off by their hand.
    #[must_use]
    pub fn all_off_by_client(&self) -> Option<&OffBy> {
        let by_client = |it: &ItemState| it.off_by.as_ref().is_some_and(|by| by.client);
        let first = self.items.first().filter(|_| !self.notify && self.items.iter().all(by_client))?;
        first.off_by.as_ref()
    }
}
