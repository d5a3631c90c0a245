//! Members as the team sees them, and the accounts that are assigned to them. Writes nothing.

use directory::works_here;
use kernel::{AccountId, FirmId, Rights, Role, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Most rows of a list.
const MOST: i64 = 500;

/// Somebody who works for the firm, or did.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct MemberRecord {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub role: String,
    pub rights: String,
    pub deactivated_at: Option<Ts>,
    pub last_login_at: Option<Ts>,
    pub version: i64,
    pub accounts: i64,
}

impl MemberRecord {
    /// An unknown word is the least.
    pub(super) fn role(&self) -> Role {
        Role::from_key(&self.role).unwrap_or(Role::Employee)
    }

    pub(super) fn rights(&self) -> Rights {
        Rights::parse(&self.rights)
    }
}

/// Everybody, the owner first, those who left last.
pub(super) async fn members(conn: &mut Conn, firm: FirmId) -> Result<Vec<MemberRecord>, DbError> {
    sql!(
        [
            "SELECT u.id, u.name, u.email, m.role, m.rights, m.deactivated_at, u.last_login_at, m.version,
            (SELECT COUNT(*) FROM account_assignment x WHERE x.user_id = m.user_id) AS accounts
         FROM staff_member m JOIN portal_user u ON u.id = m.user_id AND u.firm_id = m.firm_id
         WHERE m.firm_id = $1
         ORDER BY CASE WHEN ",
            works_here!("m"),
            " THEN 0 ELSE 1 END,
            CASE m.role WHEN 'owner' THEN 0 WHEN 'admin' THEN 1 ELSE 2 END, LOWER(u.name), u.id
         LIMIT $2"
        ],
        firm,
        MOST
    )
    .all(conn)
    .await
}

pub(super) async fn member(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
) -> Result<Option<MemberRecord>, DbError> {
    sql!(
        "SELECT u.id, u.name, u.email, m.role, m.rights, m.deactivated_at, u.last_login_at, m.version,
            (SELECT COUNT(*) FROM account_assignment x WHERE x.user_id = m.user_id) AS accounts
         FROM staff_member m JOIN portal_user u ON u.id = m.user_id AND u.firm_id = m.firm_id
         WHERE m.firm_id = $1 AND m.user_id = $2",
        firm,
        user
    )
    .optional(conn)
    .await
}

/// Whoever works, or worked, at this address.
pub(super) async fn member_at(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Option<(UserId, Option<Ts>)>, DbError> {
    sql!(
        "SELECT m.user_id, m.deactivated_at FROM portal_user u
         JOIN staff_member m ON m.user_id = u.id AND m.firm_id = u.firm_id
         WHERE u.firm_id = $1 AND u.email_norm = $2",
        firm,
        email_norm
    )
    .optional(conn)
    .await
}

/// Active colleagues of this person, by name.
pub(super) async fn colleagues(
    conn: &mut Conn,
    firm: FirmId,
    but: UserId,
) -> Result<Vec<(UserId, String)>, DbError> {
    sql!(
        [
            "SELECT u.id, u.name FROM staff_member m
         JOIN portal_user u ON u.id = m.user_id AND u.firm_id = m.firm_id
         WHERE m.firm_id = $1 AND m.user_id <> $2 AND ",
            works_here!("m"),
            " ORDER BY LOWER(u.name), u.id LIMIT $3"
        ],
        firm,
        but,
        MOST
    )
    .all(conn)
    .await
}

/// Whoever owns the firm.
pub(super) async fn owner(conn: &mut Conn, firm: FirmId) -> Result<Option<UserId>, DbError> {
    let row: Option<(UserId,)> =
        sql!("SELECT user_id FROM staff_member WHERE firm_id = $1 AND role = 'owner'", firm)
            .optional(conn)
            .await?;
    Ok(row.map(|(user,)| user))
}

/// The role of somebody at work, as it is in this transaction.
pub(super) async fn role_now(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<Option<Role>, DbError> {
    let row: Option<(String,)> = sql!(
        ["SELECT role FROM staff_member WHERE firm_id = $1 AND user_id = $2 AND ", works_here!()],
        firm,
        user
    )
    .optional(conn)
    .await?;
    Ok(row.and_then(|(role,)| Role::from_key(&role)))
}

/// An account as the page of a member lists it.
#[derive(sqlx::FromRow)]
pub(super) struct AccountRecord {
    pub id: AccountId,
    pub code: String,
    pub name: String,
    pub archived_at: Option<Ts>,
    pub assigned: i64,
}

/// The accounts assigned to this person, by name.
pub(super) async fn assigned(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    limit: i64,
) -> Result<Vec<AccountRecord>, DbError> {
    sql!(
        "SELECT a.id, a.code, a.name, a.archived_at, CAST(1 AS BIGINT) AS assigned
         FROM account_assignment x CROSS JOIN account a
         WHERE x.firm_id = $1 AND x.user_id = $2 AND a.id = x.account_id AND a.firm_id = x.firm_id
         ORDER BY a.sort_key, a.id LIMIT $3",
        firm,
        user,
        limit
    )
    .all(conn)
    .await
}

/// These accounts, assigned to this person or not, in no order; at most 100. `ids` are an `id_list`.
pub(super) async fn accounts(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    ids: &str,
) -> Result<Vec<AccountRecord>, DbError> {
    sql!(
        before: "SELECT a.id, a.code, a.name, a.archived_at,
            (SELECT COUNT(*) FROM account_assignment x WHERE x.account_id = a.id AND x.user_id = $2) AS assigned
         FROM ",
        ids: "$3",
        after: " CROSS JOIN account a
         WHERE a.id = j.id AND a.firm_id = $1 LIMIT 100",
        firm,
        user,
        ids
    )
    .all(conn)
    .await
}

pub(super) async fn account(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    code: &str,
) -> Result<Option<AccountRecord>, DbError> {
    sql!(
        "SELECT a.id, a.code, a.name, a.archived_at,
            (SELECT COUNT(*) FROM account_assignment x WHERE x.account_id = a.id AND x.user_id = $2) AS assigned
         FROM account a WHERE a.firm_id = $1 AND a.code = $3",
        firm,
        user,
        code
    )
    .optional(conn)
    .await
}
