//! What happens to invitations, as the trail keeps it and open pages hear of it.

use super::store::{InvitationRow, Wanting};
use kernel::live::News;
use kernel::{AccountId, InvitationId, SettingId, UserId};
use platform::kind;
use platform::unit::{By, DomainEvent, Kind, Told};
use serde::{Deserialize, Serialize};

const SENT: Kind = kind!("invitation_sent");
pub const ACTIVATED: Kind = kind!("activated");
pub const EXPIRED: Kind = kind!("invitation_expired");

/// An invitation was mailed.
#[derive(Serialize)]
pub(super) struct Sent {
    pub id: InvitationId,
    /// Whose row it was sent from.
    pub account: Option<AccountId>,
    pub email: String,
    /// By whoever holds an older link.
    pub renewed: bool,
}

impl DomainEvent for Sent {
    fn told(&self, _: &By) -> Told {
        let kind = if self.renewed { kind!("invitation_renewed") } else { SENT };
        Told::of(kind).account(self.account).about(self.id, &self.email)
    }
}

/// Whom an invitation is for, and who sent it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Addressee {
    pub name: String,
    pub email: String,
    pub email_norm: String,
    pub invited_by: Option<UserId>,
}

impl Addressee {
    /// Of an invitation; the mailbox is that of its link.
    pub(super) fn of(row: &InvitationRow, email_norm: &str) -> Self {
        Self {
            name: row.name.clone(),
            email: row.email.clone(),
            email_norm: email_norm.to_owned(),
            invited_by: row.invited_by,
        }
    }
}

/// Somebody accepted, and has this account open now.
#[derive(Debug, Serialize, Deserialize)]
pub struct Activated {
    pub id: InvitationId,
    pub account: AccountId,
    pub invited: Addressee,
    /// There is an event for each account; this is the first.
    pub first: bool,
}

impl DomainEvent for Activated {
    fn told(&self, _: &By) -> Told {
        Told::of(ACTIVATED).account(self.account).about(self.id, &self.invited.email)
    }
}

/// Nobody accepted in time.
#[derive(Debug, Serialize, Deserialize)]
pub struct Expired {
    pub id: InvitationId,
    pub invited: Addressee,
}

impl DomainEvent for Expired {
    fn told(&self, _: &By) -> Told {
        Told::unrecorded(EXPIRED).about(self.id, &self.invited.email)
    }
}

/// Something to see wherever an address is wanted.
#[derive(Serialize)]
pub(super) struct AtItsRows {
    rows: Vec<(AccountId, SettingId)>,
    what: Seen,
}

#[derive(Serialize)]
pub(super) enum Seen {
    /// A mail is on its way, from this sender.
    Underway(Option<String>),
    /// The person of this name can enter now.
    Activated(String),
}

impl AtItsRows {
    pub(super) fn of(wanting: &[Wanting], what: Seen) -> Self {
        Self { rows: wanting.iter().map(|one| (one.account_id, one.setting_id)).collect(), what }
    }

    fn news(&self, kind: Kind, by: &str) -> impl Iterator<Item = News> {
        self.rows.iter().map(move |(account, setting)| News::Account {
            account: *account,
            act: kind.name().to_owned(),
            about: Some(setting.0),
            by: by.to_owned(),
        })
    }
}

impl DomainEvent for AtItsRows {
    fn told(&self, _: &By) -> Told {
        match &self.what {
            Seen::Underway(sender) => Told::live(self.news(SENT, sender.as_deref().unwrap_or_default())),
            Seen::Activated(name) => Told::live(self.news(ACTIVATED, name)).news([News::Lists]),
        }
    }
}
