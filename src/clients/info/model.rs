//! What crosses the wire about the Info tab.

use crate::address_changes::ChangeCard;
use access::access_state::AccessState;
use directory::accounts::AccountKind;
use kernel::When;
use serde::{Deserialize, Serialize};

/// One of the three switches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// May enter the portal of this account (ACC-1).
    Login,
    /// Is told by mail (ACC-6).
    Notify,
    /// Mails are shown beside the account (ACC-8).
    EmailSync,
}

impl Which {
    pub const ALL: [Which; 3] = [Which::Login, Which::Notify, Which::EmailSync];

    /// As forms send it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Which::Login => "login",
            Which::Notify => "notify",
            Which::EmailSync => "email_sync",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|which| which.key() == key)
    }
}

/// How LOGIN is turned on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// With an invitation.
    Invite,
    /// Without a mail.
    Quiet,
}

/// The state of a grant in a word (ACC-2): the [`AccessState`], and why or since when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Chip {
    #[default]
    Off,
    NotInvited,
    Invited(When),
    Expired(When),
    /// The invitation could not be delivered.
    MailFailed,
    /// With the last login, if there was one.
    Active(Option<When>),
    /// The account is archived.
    Suspended,
}

impl Chip {
    /// What the same row counts as elsewhere.
    #[must_use]
    pub const fn access(&self) -> AccessState {
        match self {
            Chip::Off | Chip::NotInvited | Chip::Suspended => AccessState::NoAccess,
            Chip::Invited(_) => AccessState::Invited,
            Chip::Expired(_) => AccessState::Expired,
            Chip::MailFailed => AccessState::NotDelivered,
            Chip::Active(_) => AccessState::Active,
        }
    }
}

/// One address of one contact in one account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingRow {
    pub id: String,
    pub email: String,
    pub login: bool,
    pub notify: bool,
    pub email_sync: bool,
    pub version: i64,
    pub chip: Chip,
    /// The address belongs to somebody who can sign in already.
    pub active: bool,
    /// Nobody has activated the address yet, and an invitation to it is open: of this account or of another.
    pub pending: bool,
    /// Who sent the open invitation, and when.
    pub invited: Option<(String, When)>,
    /// Who at the firm sent a link for a new password from here lately, and when.
    pub reset: Option<(String, When)>,
    /// Notification items that are switched off, of those that there are.
    pub items_off: usize,
    /// What the mail server said when the newest mail about this row was refused.
    pub refused: Option<String>,
    /// Why the newest mail about this row has not left yet, if the firm's mail does not go.
    pub waiting: Option<String>,
    /// The client changed the address themselves a while ago: what it was before, and when (ECHG-7).
    pub changed_by_client: Option<(String, When)>,
}

impl SettingRow {
    #[must_use]
    pub const fn is_on(&self, which: Which) -> bool {
        match which {
            Which::Login => self.login,
            Which::Notify => self.notify,
            Which::EmailSync => self.email_sync,
        }
    }
}

/// A contact and its addresses in this account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactGroup {
    pub id: String,
    pub name: String,
    /// What the contact is to the account: "managing director".
    pub role: String,
    pub rows: Vec<SettingRow>,
}

/// An address that still opens the account but stands on no linked contact any more (CRM-12).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlinked {
    /// Whose address it was, with its one row.
    pub contact: ContactGroup,
    pub change: ChangeCard,
}

/// Something that was done to a row, as the trail has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    pub at: When,
    /// What happened, in the words of live news.
    pub act: String,
    /// By whom; empty for the system.
    pub by: String,
}

/// The Info tab of one account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InfoTab {
    /// For the live feed and the colour of the avatar.
    pub id: String,
    pub code: String,
    pub name: String,
    pub kind: AccountKind,
    pub archived: bool,
    pub contacts: Vec<ContactGroup>,
    pub unlinked: Vec<Unlinked>,
}

impl InfoTab {
    /// All rows, with the contact they belong to; those of unlinked addresses last.
    pub fn rows(&self) -> impl Iterator<Item = (&ContactGroup, &SettingRow)> {
        let groups = self.contacts.iter().chain(self.unlinked.iter().map(|one| &one.contact));
        groups.flat_map(|contact| contact.rows.iter().map(move |row| (contact, row)))
    }

    /// The unlinked address with this row.
    #[must_use]
    pub fn unlinked(&self, id: &str) -> Option<&Unlinked> {
        self.unlinked.iter().find(|one| one.contact.rows.iter().any(|row| row.id == id))
    }

    /// What says most of its people's access.
    #[must_use]
    pub fn access(&self) -> AccessState {
        self.rows().map(|(_, row)| row.chip.access()).max().unwrap_or_default()
    }

    /// The row with this id.
    #[must_use]
    pub fn row(&self, id: &str) -> Option<(&ContactGroup, &SettingRow)> {
        self.rows().find(|(_, row)| row.id == id)
    }
}
