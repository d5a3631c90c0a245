//! Sessions and grants as the gate reads them. A grant is not stored: it is a switch LOGIN that is on, in an account
//! that is not archived, for an address (DM-6); so the gate joins, read-only, the tables of the directory.

use crate::gate::GrantedAccount;
use directory::{open_to, works_here};
use kernel::{AccountId, FirmId, SessionId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Most accounts that are read with a session.
const MOST: usize = 500;

/// The accounts that somebody may enter as a client.
#[derive(Clone, Debug)]
pub(super) struct Grants {
    /// Each once, by name.
    pub list: Vec<(AccountId, GrantedAccount)>,
    /// There are no more of them.
    pub all: bool,
}

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
    pub activated_at: Option<Ts>,
    pub role: Option<String>,
    pub rights: Option<String>,
    /// The accounts that this person may enter as a client, by name, as JSON.
    accounts: String,
    /// How mail fares, as it is stored; for owner and admins only.
    pub mail: Option<String>,
}

impl SessionRow {
    /// The accounts that this person may enter as a client.
    pub(super) fn grants(&self) -> Result<Grants, DbError> {
        type Listed = (AccountId, String, String, String);
        let listed: Vec<Listed> = serde_json::from_str(&self.accounts)
            .map_err(|error| DbError(sqlx::Error::Decode(Box::new(error))))?;
        let all = listed.len() < MOST;
        let mut list: Vec<(AccountId, GrantedAccount)> = Vec::with_capacity(listed.len());
        for (id, code, name, kind) in listed {
            // People who share an address have a switch each.
            if list.last().is_none_or(|(last, _)| *last != id) {
                list.push((id, GrantedAccount { code, name, kind }));
            }
        }
        Ok(Grants { list, all })
    }
}

/// The session, whose it is, and the accounts that are open to them, in one statement: nearly every request needs all of it.
///
/// A grant is found from the address: its rows are few, whatever the firm has. The accounts come in one column, for a join
/// would repeat the rest of the row.
pub(super) async fn session_of_token(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
    now: Ts,
) -> Result<Option<SessionRow>, DbError> {
    sql!(
        sqlite: ["SELECT s.id, s.user_id, s.stage, s.factor, s.next_path, s.banner_closed, s.account_chosen, s.last_seen_at,
            s.proved_at, s.expires_at, u.name, u.email, u.email_norm, u.locale, u.last_account_id, u.default_account_id,
            u.time_zone, u.activated_at, m.role, m.rights,
            (SELECT JSON_GROUP_ARRAY(JSON_ARRAY(HEX(t.id), t.code, t.name, t.kind)) FROM (
                SELECT a.id, a.code, a.name, a.kind
                FROM contact_email e CROSS JOIN contact_setting g CROSS JOIN account a
                WHERE e.email_norm = u.email_norm AND e.firm_id = u.firm_id
                  AND ", open_to!("e", "g", "a"), "
                ORDER BY a.sort_key, a.id LIMIT 500) t) AS accounts,
            CASE WHEN m.role IN ('owner', 'admin') THEN (SELECT JSON_GROUP_ARRAY(
                JSON_ARRAY(h.scope, h.state, h.since, h.trouble, h.words, h.silent))
                FROM mail_health h WHERE h.scope IN ('server', $4)) END AS mail
         FROM session s
         JOIN portal_user u ON u.id = s.user_id AND u.firm_id = s.firm_id
         LEFT JOIN staff_member m ON m.user_id = u.id AND ", works_here!("m"), "
         WHERE s.token_hash = $1 AND s.firm_id = $2 AND s.revoked_at IS NULL AND s.expires_at > $3
           AND u.disabled_at IS NULL"],
        postgres: ["SELECT s.id, s.user_id, s.stage, s.factor, s.next_path, s.banner_closed, s.account_chosen, s.last_seen_at,
            s.proved_at, s.expires_at, u.name, u.email, u.email_norm, u.locale, u.last_account_id, u.default_account_id,
            u.time_zone, u.activated_at, m.role, m.rights,
            (SELECT CAST(COALESCE(
                    JSON_AGG(JSON_BUILD_ARRAY(t.id, t.code, t.name, t.kind) ORDER BY t.sort_key, t.id), '[]') AS TEXT)
                FROM (
                SELECT a.id, a.code, a.name, a.kind, a.sort_key
                FROM contact_email e CROSS JOIN contact_setting g CROSS JOIN account a
                WHERE e.email_norm = u.email_norm AND e.firm_id = u.firm_id
                  AND ", open_to!("e", "g", "a"), "
                ORDER BY a.sort_key, a.id LIMIT 500) t) AS accounts,
            CASE WHEN m.role IN ('owner', 'admin') THEN (SELECT CAST(COALESCE(JSON_AGG(
                JSON_BUILD_ARRAY(h.scope, h.state, h.since, h.trouble, h.words, h.silent)), '[]') AS TEXT)
                FROM mail_health h WHERE h.scope IN ('server', $4)) END AS mail
         FROM session s
         JOIN portal_user u ON u.id = s.user_id AND u.firm_id = s.firm_id
         LEFT JOIN staff_member m ON m.user_id = u.id AND ", works_here!("m"), "
         WHERE s.token_hash = $1 AND s.firm_id = $2 AND s.revoked_at IS NULL AND s.expires_at > $3
           AND u.disabled_at IS NULL"],
        token_hash,
        firm,
        now,
        firm.to_string()
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
        [
            "SELECT s.stage, s.last_seen_at, m.role, m.rights,
            (CAST($4 AS UUID) IS NULL OR EXISTS (
                SELECT 1 FROM contact_email e CROSS JOIN contact_setting g CROSS JOIN account a
                WHERE e.email_norm = u.email_norm AND e.firm_id = u.firm_id AND g.account_id = $4 AND ",
            open_to!("e", "g", "a"),
            ")) AS granted
         FROM session s
         JOIN portal_user u ON u.id = s.user_id AND u.firm_id = s.firm_id
         LEFT JOIN staff_member m ON m.user_id = u.id AND ",
            works_here!("m"),
            " WHERE s.firm_id = $1 AND s.id = $2 AND s.revoked_at IS NULL AND s.expires_at > $3
           AND u.disabled_at IS NULL"
        ],
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
        ["SELECT m.role, m.rights FROM session s
         JOIN portal_user u ON u.id = s.user_id AND u.firm_id = s.firm_id AND u.disabled_at IS NULL
         JOIN staff_member m ON m.user_id = u.id AND m.firm_id = u.firm_id AND ", works_here!("m"), "
         WHERE s.firm_id = $1 AND s.id = $2 AND s.stage = 'full' AND s.revoked_at IS NULL AND s.expires_at > $3"],
        firm,
        session,
        now
    )
    .optional(conn)
    .await
}

#[derive(sqlx::FromRow)]
struct GrantRow {
    id: AccountId,
    code: String,
    name: String,
    kind: String,
}

/// The account of this short id, if this address may enter it. The same as [`open_to!`] says, begun from the other end: one
/// account, of which the archive is asked before any address.
pub(super) async fn grant(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
    code: &str,
) -> Result<Option<(AccountId, GrantedAccount)>, DbError> {
    let row: Option<GrantRow> = sql!(
        "SELECT a.id, a.code, a.name, a.kind FROM account a
         WHERE a.firm_id = $1 AND a.code = $2 AND a.archived_at IS NULL AND EXISTS (
            SELECT 1 FROM contact_email e CROSS JOIN contact_setting g
            WHERE e.email_norm = $3 AND e.firm_id = a.firm_id
              AND g.email_id = e.id AND g.account_id = a.id AND g.firm_id = e.firm_id AND g.login)",
        firm,
        code,
        email_norm
    )
    .optional(conn)
    .await?;
    Ok(row.map(|row| (row.id, GrantedAccount { code: row.code, name: row.name, kind: row.kind })))
}
