//! What happens here, as the trail keeps it and open pages hear of it.

use directory::switches::SettingRecord;
use kernel::live::{News, UserAct};
use kernel::{AccountId, SettingId, UserId};
use platform::kind;
use platform::unit::{By, Change, DomainEvent, Kind, Told};
use serde::Serialize;

const LOGIN_ON: Kind = kind!("login_on");

/// Something about a row of switches, whose address this was then (AUD-3).
#[derive(Serialize)]
pub(crate) struct OfRow {
    account: AccountId,
    setting: SettingId,
    email: String,
    what: What,
}

#[derive(Clone, Copy, Serialize)]
pub(crate) enum What {
    Login(bool),
    Notify(bool),
    EmailSync(bool),
    /// Its address took another's place, and LOGIN was on.
    Replaced,
    /// A mail is on its way, which another event tells the trail of.
    Invited,
    ResetSent,
}

impl OfRow {
    pub(crate) fn of(row: &SettingRecord, what: What) -> Self {
        Self { account: row.account_id, setting: row.id, email: row.email.clone(), what }
    }

    fn row(&self, kind: Kind, on: bool) -> Told {
        Told::of(kind).account(self.account).about(self.setting, &self.email).detail(Change::switched(on))
    }

    fn news(&self, act: &str, by: &By) -> News {
        let (act, by) = (act.to_owned(), by.name.clone());
        News::Account { account: self.account, act, about: Some(self.setting.0), by }
    }
}

impl DomainEvent for OfRow {
    fn told(&self, by: &By) -> Told {
        let (kind, on) = match self.what {
            What::Login(true) => (LOGIN_ON, true),
            What::Login(false) => (kind!("login_off"), false),
            What::Notify(true) => (kind!("notify_on"), true),
            What::Notify(false) => (kind!("notify_off"), false),
            What::EmailSync(true) => (kind!("email_sync_on"), true),
            What::EmailSync(false) => (kind!("email_sync_off"), false),
            What::Replaced => return self.row(LOGIN_ON, true),
            What::Invited => return Told::live([self.news("invited", by)]),
            What::ResetSent => return Told::live([self.news("reset_sent", by)]),
        };
        self.row(kind, on).news([self.news(kind.name(), by), News::Lists])
    }
}

/// Other accounts are open to this person, whose own pages hear of it; not who of the firm it was.
#[derive(Serialize)]
pub(super) struct AccessChanged(pub UserId);

impl DomainEvent for AccessChanged {
    fn told(&self, _: &By) -> Told {
        Told::live([News::User { user: self.0, act: UserAct::AccessChanged, by: String::new() }])
    }
}
