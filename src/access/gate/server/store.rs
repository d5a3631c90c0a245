//! Sessions and grants as the gate reads them. A grant is not stored: it is a switch LOGIN that is on, in an account
//! that is not archived, for an address (DM-6); so the gate joins, read-only, the tables of `clients`.

use crate::gate::GrantedAccount;
use kernel::{AccountId, FirmId, SessionId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

#[derive(sqlx::FromRow)]
pub(super) struct SessionRow {
    pub id: SessionId,
    pub user_id: UserId,
    pub stage: String,
    pub factor: String,
    pub next_path: Option<String>,
    pub banner_closed: bool,
    pub account_chosen: bool,
    pub last_seen_at: Ts,
    pub expires_at: Ts,
    pub proved_at: Ts,
    pub name: String,
    pub email: String,
    pub email_norm: String,
    pub locale: Option<String>,
    pub last_account_id: Option<AccountId>,
    pub default_account_id: Option<AccountId>,
    pub time_zone: Option<String>,
    pub has_accounts: bool,
    pub role: Option<String>,
    pub rights: Option<String>,
}

pub(super) async fn session_of_token(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
    now: Ts,
) -> Result<Option<SessionRow>, DbError> {
    sql!(
        "SELECT s.id, s.user_id, s.stage, s.factor, s.next_path, s.banner_closed, s.account_chosen, s.last_seen_at, s.proved_at,
            s.expires_at, u.name, u.email, u.email_norm, u.locale, u.last_account_id, u.default_account_id,
            u.time_zone, m.role, m.rights,
            EXISTS (SELECT 1 FROM contact_email e
                JOIN contact_setting g ON g.email_id = e.id AND g.firm_id = e.firm_id AND g.login
                JOIN account a ON a.id = g.account_id AND a.firm_id = e.firm_id AND a.archived_at IS NULL
                WHERE e.firm_id = u.firm_id AND e.email_norm = u.email_norm) AS has_accounts
         FROM session s
         JOIN portal_user u ON u.id = s.user_id AND u.firm_id = s.firm_id
         LEFT JOIN staff_member m ON m.user_id = u.id AND m.deactivated_at IS NULL
         WHERE s.token_hash = $1 AND s.firm_id = $2 AND s.revoked_at IS NULL AND s.expires_at > $3
           AND u.disabled_at IS NULL",
        token_hash,
        firm,
        now
    )
    .optional(conn)
    .await
}

/// What a write relies on, as it is now.
#[derive(sqlx::FromRow)]
pub(super) struct SessionNow {
    pub stage: String,
    pub last_seen_at: Ts,
    pub role: Option<String>,
    pub rights: Option<String>,
    /// The account asked about is open to this person; or none was asked about.
    pub granted: bool,
}

/// This session, if it has not ended.
pub(super) async fn session_now(
    conn: &mut Conn,
    firm: FirmId,
    id: SessionId,
    account: Option<AccountId>,
    now: Ts,
) -> Result<Option<SessionNow>, DbError> {
    sql!(
        "SELECT s.stage, s.last_seen_at, m.role, m.rights,
            (CAST($4 AS UUID) IS NULL OR EXISTS (SELECT 1 FROM contact_email e
                JOIN contact_setting g ON g.email_id = e.id AND g.firm_id = e.firm_id AND g.login
                JOIN account a ON a.id = g.account_id AND a.firm_id = e.firm_id AND a.archived_at IS NULL
                WHERE e.firm_id = u.firm_id AND e.email_norm = u.email_norm AND a.id = $4)) AS granted
         FROM session s
         JOIN portal_user u ON u.id = s.user_id AND u.firm_id = s.firm_id
         LEFT JOIN staff_member m ON m.user_id = u.id AND m.deactivated_at IS NULL
         WHERE s.firm_id = $1 AND s.id = $2 AND s.revoked_at IS NULL AND s.expires_at > $3
           AND u.disabled_at IS NULL",
        firm,
        id,
        now,
        account
    )
    .optional(conn)
    .await
}

/// Role and rights of the employee whose session this is, while it holds.
pub(super) async fn staff_of_session(
    conn: &mut Conn,
    firm: FirmId,
    session: SessionId,
    now: Ts,
) -> Result<Option<(String, String)>, DbError> {
    sql!(
        "SELECT m.role, m.rights FROM session s
         JOIN portal_user u ON u.id = s.user_id AND u.firm_id = s.firm_id AND u.disabled_at IS NULL
         JOIN staff_member m ON m.user_id = u.id AND m.firm_id = u.firm_id AND m.deactivated_at IS NULL
         WHERE s.firm_id = $1 AND s.id = $2 AND s.stage = 'full' AND s.revoked_at IS NULL AND s.expires_at > $3",
        firm,
        session,
        now
    )
    .optional(conn)
    .await
}

/// A password as it is stored.
#[derive(sqlx::FromRow)]
pub(super) struct StoredPassword {
    pub password_hash: String,
    pub set_at: Ts,
}

/// The password of somebody who has activated their login.
pub(super) async fn password(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
) -> Result<Option<StoredPassword>, DbError> {
    sql!(
        "SELECT password_hash, COALESCE(password_changed_at, 0) AS set_at FROM portal_user
         WHERE firm_id = $1 AND id = $2 AND password_hash IS NOT NULL AND activated_at IS NOT NULL",
        firm,
        user
    )
    .optional(conn)
    .await
}

/// The same password under today's cost and key; it does not count as a change.
pub(super) async fn rehash(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    old: &str,
    new: &str,
) -> Result<(), DbError> {
    sql!(
        "UPDATE portal_user SET password_hash = $4 WHERE firm_id = $1 AND id = $2 AND password_hash = $3",
        firm,
        user,
        old,
        new
    )
    .run(conn)
    .await
    .map(drop)
}

/// Keeps the password that was set at this instant from being changed until this transaction is over; whether it still
/// is the one.
pub(super) async fn hold_password(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    set_at: Ts,
) -> Result<bool, DbError> {
    let held = sql!(
        "UPDATE portal_user SET password_hash = password_hash
         WHERE firm_id = $1 AND id = $2 AND password_hash IS NOT NULL AND COALESCE(password_changed_at, 0) = $3",
        firm,
        user,
        set_at
    )
    .run(conn)
    .await?;
    Ok(held == 1)
}

#[derive(sqlx::FromRow)]
struct GrantRow {
    id: AccountId,
    code: String,
    name: String,
    kind: String,
}

impl GrantRow {
    fn pair(self) -> (AccountId, GrantedAccount) {
        (self.id, GrantedAccount { code: self.code, name: self.name, kind: self.kind })
    }
}

/// The accounts that this address may enter, by name.
pub(super) async fn grants(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Vec<(AccountId, GrantedAccount)>, DbError> {
    let rows: Vec<GrantRow> = sql!(
        "SELECT a.id, a.code, a.name, a.kind FROM account a
         WHERE a.firm_id = $1 AND a.archived_at IS NULL AND EXISTS (
            SELECT 1 FROM contact_setting s JOIN contact_email e ON e.id = s.email_id AND e.firm_id = s.firm_id
            WHERE s.account_id = a.id AND s.firm_id = a.firm_id AND s.login AND e.email_norm = $2)
         ORDER BY a.sort_key, a.id LIMIT 500",
        firm,
        email_norm
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(GrantRow::pair).collect())
}

/// The account of this short id, if this address may enter it.
pub(super) async fn grant(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
    code: &str,
) -> Result<Option<(AccountId, GrantedAccount)>, DbError> {
    let row: Option<GrantRow> = sql!(
        "SELECT a.id, a.code, a.name, a.kind FROM account a
         WHERE a.firm_id = $1 AND a.code = $2 AND a.archived_at IS NULL AND EXISTS (
            SELECT 1 FROM contact_setting s JOIN contact_email e ON e.id = s.email_id AND e.firm_id = s.firm_id
            WHERE s.account_id = a.id AND s.firm_id = a.firm_id AND s.login AND e.email_norm = $3)",
        firm,
        code,
        email_norm
    )
    .optional(conn)
    .await?;
    Ok(row.map(GrantRow::pair))
}
