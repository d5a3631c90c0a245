//! All SQL about single rows of switches. Reads accounts, contacts, logins and invitations where a row shows them.
//!
//! A statement names the firm where it begins, and again where it finds a login by its address; what is joined by an id is
//! the same firm's. To say so once more would offer both engines a plan that begins with everything the firm has.

use crate::sight::Sight;
use crate::{in_sight, login_in_sight, open_to};
use kernel::{AccountId, ContactId, EmailId, FirmId, SettingId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// A row as actions need it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SettingRecord {
    pub id: SettingId,
    pub account_id: AccountId,
    pub code: String,
    pub account_name: String,
    pub archived_at: Option<Ts>,
    pub contact_id: ContactId,
    pub contact_name: String,
    /// The language mails to this address are in: what its person chose, else the contact's.
    pub contact_locale: String,
    pub email_id: EmailId,
    pub email: String,
    pub email_norm: String,
    pub login: bool,
    pub notify: bool,
    pub email_sync: bool,
    pub version: i64,
    /// The address is being replaced and no longer stands on its contact (ECHG-1).
    pub unlinked_at: Option<Ts>,
    pub user_id: Option<UserId>,
    pub activated_at: Option<Ts>,
    pub disabled_at: Option<Ts>,
    /// Whoever asks may know whether somebody can sign in with the address: not so when only accounts out of their
    /// sight tell (ROLE-3).
    pub known: bool,
    /// Another row of the account has LOGIN on. Of a single row only, as the next two.
    pub others_login: bool,
    pub others_notify: bool,
    /// Notification items of the row were switched off.
    pub items_off: bool,
}

impl SettingRecord {
    /// Somebody can sign in with this address already.
    pub const fn is_active(&self) -> bool {
        self.activated_at.is_some() && self.disabled_at.is_none()
    }

    /// As [`SettingRecord::is_active`], as far as whoever asks may know.
    pub const fn seems_active(&self) -> bool {
        self.known && self.is_active()
    }
}

/// One row of an account that is in sight.
pub async fn setting(
    conn: &mut Conn,
    sight: &Sight,
    code: &str,
    id: SettingId,
) -> Result<Option<SettingRecord>, DbError> {
    sql!(
        ["SELECT s.id, s.account_id, a.code, a.name AS account_name, a.archived_at, s.contact_id,
            c.name AS contact_name, COALESCE(u.locale, c.locale) AS contact_locale, s.email_id, e.email, e.email_norm,
            s.login, s.notify, s.email_sync, s.version, e.unlinked_at,
            u.id AS user_id, u.activated_at, u.disabled_at,
            ", login_in_sight!("e", "u", "$4", "$5"), " AS known,
            EXISTS (SELECT 1 FROM contact_setting o
                WHERE o.account_id = s.account_id AND o.firm_id = s.firm_id AND o.id <> s.id AND o.login) AS others_login,
            EXISTS (SELECT 1 FROM contact_setting o
                WHERE o.account_id = s.account_id AND o.firm_id = s.firm_id AND o.id <> s.id AND o.notify) AS others_notify,
            EXISTS (SELECT 1 FROM notify_choice n
                WHERE n.setting_id = s.id AND n.firm_id = s.firm_id AND NOT n.enabled) AS items_off
         FROM contact_setting s CROSS JOIN account a CROSS JOIN contact c CROSS JOIN contact_email e
         LEFT JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm
         WHERE s.firm_id = $1 AND a.code = $2 AND s.id = $3
           AND a.id = s.account_id AND c.id = s.contact_id AND e.id = s.email_id
           AND ", in_sight!("a.id", "$4", "$5")],
        sight.firm(),
        code,
        id,
        sight.sees_all(),
        sight.user()
    )
    .optional(conn)
    .await
}

/// Whether this row belongs to an account that is assigned to whoever reads.
pub(super) async fn is_assigned(conn: &mut Conn, sight: &Sight, setting: SettingId) -> Result<bool, DbError> {
    let row: Option<(i64,)> = sql!(
        "SELECT CAST(1 AS BIGINT) FROM contact_setting s
         JOIN account_assignment g ON g.account_id = s.account_id AND g.firm_id = s.firm_id AND g.user_id = $2
         WHERE s.firm_id = $1 AND s.id = $3",
        sight.firm(),
        sight.user(),
        setting
    )
    .optional(conn)
    .await?;
    Ok(row.is_some())
}

/// The rows of one address with LOGIN on, in all accounts.
pub async fn with_login_at(
    conn: &mut Conn,
    firm: FirmId,
    email: EmailId,
) -> Result<Vec<SettingRecord>, DbError> {
    sql!(
        "SELECT s.id, s.account_id, a.code, a.name AS account_name, a.archived_at, s.contact_id,
            c.name AS contact_name, COALESCE(u.locale, c.locale) AS contact_locale, s.email_id, e.email, e.email_norm,
            s.login, s.notify, s.email_sync, s.version, e.unlinked_at,
            u.id AS user_id, u.activated_at, u.disabled_at,
            TRUE AS known, TRUE AS others_login, TRUE AS others_notify, TRUE AS items_off
         FROM contact_setting s CROSS JOIN account a CROSS JOIN contact c CROSS JOIN contact_email e
         LEFT JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm
         WHERE s.firm_id = $1 AND s.email_id = $2 AND s.login
           AND a.id = s.account_id AND c.id = s.contact_id AND e.id = s.email_id
         ORDER BY a.sort_key, a.id LIMIT 500",
        firm,
        email
    )
    .all(conn)
    .await
}

/// Whether somebody else with this address may enter the account already: spouses who share a mailbox (DM-7).
pub async fn shares_login(conn: &mut Conn, firm: FirmId, row: &SettingRecord) -> Result<bool, DbError> {
    let other: Option<(SettingId,)> = sql!(
        "SELECT s.id FROM contact_email e CROSS JOIN contact_setting s
         WHERE e.firm_id = $1 AND e.email_norm = $4
           AND s.account_id = $2 AND s.email_id = e.id AND s.firm_id = e.firm_id AND s.id <> $3 AND s.login LIMIT 1",
        firm,
        row.account_id,
        row.id,
        &row.email_norm
    )
    .optional(conn)
    .await?;
    Ok(other.is_some())
}

/// Raises the version of an address' rows: a page that shows the old address is out of date. To whoever has the new
/// one, LOGIN goes on now.
pub async fn outdate(
    conn: &mut Conn,
    firm: FirmId,
    email: EmailId,
    change: &Change<'_>,
) -> Result<(), DbError> {
    sql!(
        "UPDATE contact_setting SET version = version + 1, changed_at = $3, changed_by = $4,
            login_since = CASE WHEN login THEN $3 ELSE login_since END
         WHERE firm_id = $1 AND email_id = $2",
        firm,
        email,
        change.at,
        change.by
    )
    .run(conn)
    .await
    .map(drop)
}

/// Whether a mailed invitation of this address still waits for an answer.
pub async fn is_invited(conn: &mut Conn, firm: FirmId, email_norm: &str) -> Result<bool, DbError> {
    let (open,): (i64,) = sql!(
        "SELECT COUNT(*) FROM open_invitation v WHERE v.firm_id = $1 AND v.email_norm = $2",
        firm,
        email_norm
    )
    .one(conn)
    .await?;
    Ok(open > 0)
}

/// The three switches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flags {
    pub login: bool,
    pub notify: bool,
    pub email_sync: bool,
}

/// Who changes a row, and when.
pub struct Change<'a> {
    pub at: Ts,
    pub by: &'a str,
}

/// Stores the switches, if nobody else changed the row since this version.
pub async fn set(
    conn: &mut Conn,
    firm: FirmId,
    id: SettingId,
    version: i64,
    flags: Flags,
    change: &Change<'_>,
) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE contact_setting SET login = $4, notify = $5, email_sync = $6, version = version + 1,
            changed_at = $7, changed_by = $8,
            login_since = CASE WHEN NOT $4 THEN NULL WHEN login THEN login_since ELSE $7 END
         WHERE firm_id = $1 AND id = $2 AND version = $3",
        firm,
        id,
        version,
        flags.login,
        flags.notify,
        flags.email_sync,
        change.at,
        change.by
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// Names of the accounts that this address may enter, or will once it is activated.
pub async fn accounts_open_to(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Vec<String>, DbError> {
    let rows: Vec<(String,)> = sql!(
        [
            "SELECT a.name FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a
         WHERE e.firm_id = $1 AND e.email_norm = $2 AND ",
            open_to!(ids: "e", "s", "a"),
            " GROUP BY a.sort_key, a.id, a.name ORDER BY a.sort_key, a.id, a.name LIMIT 50"
        ],
        firm,
        email_norm
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

/// A row to be made. It begins with LOGIN and EMAIL SYNC off; NOTIFY is on for a contact's first address in the account,
/// so that somebody is told, and off for every further one, so that nobody is told twice without having been asked for
/// ("switch LOGIN, NOTIFY and/or EMAIL SYNC on if needed", says the article of an additional address).
pub struct NewRow<'a> {
    pub id: SettingId,
    pub account: AccountId,
    pub contact: ContactId,
    pub email: EmailId,
    pub change: Change<'a>,
}

pub async fn insert(conn: &mut Conn, firm: FirmId, new: NewRow<'_>) -> Result<(), DbError> {
    sql!(
        "INSERT INTO contact_setting (id, firm_id, account_id, contact_id, email_id, login, notify, email_sync,
            version, changed_at, changed_by)
         VALUES ($1, $2, $3, $4, $5, FALSE,
            NOT EXISTS (SELECT 1 FROM contact_setting s
                WHERE s.contact_id = $4 AND s.account_id = $3 AND s.firm_id = $2),
            FALSE, 1, $6, $7)",
        new.id,
        firm,
        new.account,
        new.contact,
        new.email,
        new.change.at,
        new.change.by
    )
    .run(conn)
    .await
    .map(drop)
}

/// Addresses of a contact that have no row in this account yet.
pub async fn addresses_without_row(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    contact: ContactId,
) -> Result<Vec<EmailId>, DbError> {
    let rows: Vec<(EmailId,)> = sql!(
        "SELECT e.id FROM contact_email e
         WHERE e.firm_id = $1 AND e.contact_id = $2 AND e.unlinked_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM contact_setting s WHERE s.account_id = $3 AND s.email_id = e.id)
         ORDER BY e.position, e.id LIMIT 100",
        firm,
        contact,
        account
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Accounts of a contact in which this address has no row yet.
pub async fn accounts_without_row(
    conn: &mut Conn,
    firm: FirmId,
    contact: ContactId,
    email: EmailId,
) -> Result<Vec<AccountId>, DbError> {
    let rows: Vec<(AccountId,)> = sql!(
        "SELECT l.account_id FROM account_contact l
         WHERE l.firm_id = $1 AND l.contact_id = $2 AND NOT EXISTS (
            SELECT 1 FROM contact_setting s WHERE s.account_id = l.account_id AND s.email_id = $3)
         ORDER BY l.account_id LIMIT 1000",
        firm,
        contact,
        email
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
