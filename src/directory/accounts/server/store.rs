//! All SQL that writes accounts or finds one of them.

use crate::in_sight;
use crate::sight::Sight;
use kernel::{AccountId, FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// An account as actions need it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct AccountRecord {
    pub id: AccountId,
    pub code: String,
    pub name: String,
    pub kind: String,
    pub archived_at: Option<Ts>,
    pub version: i64,
}

/// The account with this short id, if it is in sight.
pub(super) async fn find(
    conn: &mut Conn,
    sight: &Sight,
    code: &str,
) -> Result<Option<AccountRecord>, DbError> {
    sql!(
        [
            "SELECT a.id, a.code, a.name, a.kind, a.archived_at, a.version FROM account a
         WHERE a.firm_id = $1 AND a.code = $2
           AND ",
            in_sight!("a.id", "$3", "$4")
        ],
        sight.firm(),
        code,
        sight.sees_all(),
        sight.user()
    )
    .optional(conn)
    .await
}

/// Whether this account is assigned to whoever reads.
pub(super) async fn is_assigned(conn: &mut Conn, sight: &Sight, account: AccountId) -> Result<bool, DbError> {
    let row: Option<(i64,)> = sql!(
        "SELECT CAST(1 AS BIGINT) FROM account_assignment WHERE firm_id = $1 AND user_id = $2 AND account_id = $3",
        sight.firm(),
        sight.user(),
        account
    )
    .optional(conn)
    .await?;
    Ok(row.is_some())
}

/// The next number behind a letter; two who ask at once get two numbers.
pub async fn next_number(conn: &mut Conn, firm: FirmId, letters: &str) -> Result<i64, DbError> {
    let (number,): (i64,) = sql!(
        "INSERT INTO account_code (firm_id, letters, last_number) VALUES ($1, $2, 1)
         ON CONFLICT (firm_id, letters) DO UPDATE SET last_number = account_code.last_number + 1
         RETURNING last_number",
        firm,
        letters
    )
    .one(conn)
    .await?;
    Ok(number)
}

/// An account to be stored.
pub struct NewAccount {
    pub id: AccountId,
    pub code: String,
    pub name: String,
    pub kind: &'static str,
    pub search_key: String,
    pub sort_key: String,
    pub at: Ts,
}

pub async fn insert(conn: &mut Conn, firm: FirmId, new: &NewAccount) -> Result<(), DbError> {
    sql!(
        "INSERT INTO account (id, firm_id, code, name, kind, search_key, sort_key, archived_at, version, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, 1, $8)",
        new.id,
        firm,
        &new.code,
        &new.name,
        new.kind,
        &new.search_key,
        &new.sort_key,
        new.at
    )
    .run(conn)
    .await
    .map(drop)
}

/// New words for an account; whether nobody else changed it since this version.
pub async fn rename(conn: &mut Conn, firm: FirmId, version: i64, new: &NewAccount) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE account SET name = $4, kind = $5, search_key = $6, sort_key = $7, version = version + 1
         WHERE firm_id = $1 AND id = $2 AND version = $3",
        firm,
        new.id,
        version,
        &new.name,
        new.kind,
        &new.search_key,
        &new.sort_key
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// Archives (`Some`) or brings back (`None`); whether nobody else changed it since this version.
pub async fn set_archived(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    version: i64,
    at: Option<Ts>,
) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE account SET archived_at = $4, version = version + 1 WHERE firm_id = $1 AND id = $2 AND version = $3",
        firm,
        account,
        version,
        at
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// The logins that this account opens to, to be told that something changed for them.
pub async fn users_with_login(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
) -> Result<Vec<UserId>, DbError> {
    let rows: Vec<(UserId,)> = sql!(
        "SELECT DISTINCT u.id FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN portal_user u
         WHERE s.firm_id = $1 AND s.account_id = $2 AND s.login AND e.id = s.email_id
           AND u.firm_id = e.firm_id AND u.email_norm = e.email_norm LIMIT 1000",
        firm,
        account
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
