//! Rows of the demo, ready to be stored.

use directory::address_changes::State;
use kernel::live::Wire;
use kernel::notify::Item;
use kernel::{
    AccountId, ChangeId, ContactId, EmailId, InvitationId, Locale, MailId, SessionId, SettingId, Ts, UserId,
};
use uuid::Uuid;

/// What is stored together.
#[derive(Default)]
pub(super) struct Batch {
    pub logins: Vec<LoginRow>,
    pub staff: Vec<StaffRow>,
    pub accounts: Vec<AccountRow>,
    pub contacts: Vec<ContactRow>,
    pub emails: Vec<EmailRow>,
    pub links: Vec<LinkRow>,
    pub settings: Vec<SettingRow>,
    pub choices: Vec<(SettingId, Item, Ts)>,
    pub assignments: Vec<(AccountId, UserId)>,
    pub invitations: Vec<InvitationRow>,
    pub changes: Vec<ChangeRow>,
    pub acts: Vec<ActRow>,
    pub mails: Vec<MailRow>,
    pub sessions: Vec<SessionRow>,
    pub news: Vec<NewsRow>,
    /// The last number given out behind each letter; with the last rows of all.
    pub numbers: Vec<(char, i64)>,
}

pub(super) struct LoginRow {
    pub id: UserId,
    pub email: String,
    pub email_norm: String,
    pub name: String,
    pub locale: Option<Locale>,
    pub time_zone: Option<&'static str>,
    pub password_hash: String,
    pub activated_at: Ts,
    pub last: Option<LastLogin>,
}

/// When and from where somebody signed in last.
pub(super) struct LastLogin {
    pub at: Ts,
    pub from: From,
}

pub(super) struct StaffRow {
    pub user: UserId,
    pub role: &'static str,
    pub rights: String,
}

pub(super) struct AccountRow {
    pub id: AccountId,
    pub code: String,
    pub name: String,
    pub kind: &'static str,
    pub archived_at: Option<Ts>,
    pub created_at: Ts,
}

pub(super) struct ContactRow {
    pub id: ContactId,
    pub name: String,
    pub locale: Locale,
    pub created_at: Ts,
}

pub(super) struct EmailRow {
    pub id: EmailId,
    pub contact: ContactId,
    pub email: String,
    pub email_norm: String,
    pub position: i64,
    /// Another one took its place.
    pub unlinked_at: Option<Ts>,
}

pub(super) struct LinkRow {
    pub account: AccountId,
    pub contact: ContactId,
    pub role: &'static str,
    pub at: Ts,
}

pub(super) struct SettingRow {
    pub id: SettingId,
    pub account: AccountId,
    pub contact: ContactId,
    pub email: EmailId,
    /// LOGIN, NOTIFY, EMAIL SYNC.
    pub on: (bool, bool, bool),
    pub at: Ts,
}

pub(super) struct InvitationRow {
    pub id: InvitationId,
    pub email: String,
    pub email_norm: String,
    pub name: String,
    pub locale: Locale,
    pub token_hash: [u8; 32],
    pub by: Option<UserId>,
    pub created_at: Ts,
    pub expires_at: Ts,
    pub accepted_at: Option<Ts>,
    /// The firm heard that it had expired.
    pub told_at: Option<Ts>,
    pub mail: Option<MailId>,
}

/// A replaced address.
pub(super) struct ChangeRow {
    pub id: ChangeId,
    pub contact: ContactId,
    pub old: (EmailId, String),
    pub new: (EmailId, String),
    pub state: State,
    pub stop_hash: [u8; 32],
    pub by: (Option<UserId>, &'static str),
    pub created_at: Ts,
    pub expires_at: Ts,
    pub settled_at: Option<Ts>,
    pub remove_at: Option<Ts>,
}

/// A row of the audit trail.
pub(super) struct ActRow {
    pub id: Uuid,
    pub at: Ts,
    pub event: &'static str,
    /// `staff` or `client`, who, and as they were called.
    pub by: (&'static str, Option<UserId>, String),
    pub account: Option<AccountId>,
    pub subject: (Uuid, String),
    pub detail: String,
    pub from: From,
}

/// From where and with what.
#[derive(Clone)]
pub(super) struct From {
    pub ip: String,
    pub place: &'static str,
    pub os: &'static str,
    pub browser: &'static str,
}

/// A mail that was sent, or given up.
pub(super) struct MailRow {
    pub id: MailId,
    pub to: String,
    pub subject_sealed: Vec<u8>,
    pub about: SettingId,
    pub created_at: Ts,
    /// What the server answered when it refused for good.
    pub refused: Option<&'static str>,
}

pub(super) struct SessionRow {
    pub id: SessionId,
    pub user: UserId,
    pub token_hash: [u8; 32],
    pub created_at: Ts,
    pub expires_at: Ts,
    pub revoked_at: Option<Ts>,
    pub from: From,
}

pub(super) struct NewsRow {
    pub id: Uuid,
    pub wire: Wire,
    pub at: Ts,
}
