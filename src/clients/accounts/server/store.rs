//! All SQL about accounts. Joins contacts, settings and logins read-only where the list shows them.

use crate::accounts::rules::Cursor;
use access::gate::Staff;
use kernel::{AccountId, FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Which part of the list.
pub(crate) struct Wanted {
    pub archived: bool,
    /// A pattern for `LIKE`.
    pub pattern: Option<String>,
    pub after: Option<Cursor>,
    pub limit: i64,
}

#[derive(sqlx::FromRow)]
pub(crate) struct ListRow {
    pub id: AccountId,
    pub code: String,
    pub name: String,
    pub kind: String,
    pub sort_key: String,
    pub people: i64,
    pub notified: i64,
    pub last_login: Option<Ts>,
}

/// Accounts in order, after the cursor; only those this staff member may see (ROLE-3). To restricted staff nobody was
/// here before the account was open to them: that was elsewhere.
pub(crate) async fn page(conn: &mut Conn, staff: &Staff, wanted: Wanted) -> Result<Vec<ListRow>, DbError> {
    let (key, id) = wanted.after.map(|c| (c.sort_key, c.id)).unzip();
    sql!(
        "SELECT a.id, a.code, a.name, a.kind, a.sort_key,
            (SELECT COUNT(DISTINCT s.contact_id) FROM contact_setting s
             WHERE s.firm_id = a.firm_id AND s.account_id = a.id AND s.login) AS people,
            (SELECT COUNT(*) FROM contact_setting s
             WHERE s.firm_id = a.firm_id AND s.account_id = a.id AND s.notify) AS notified,
            (SELECT MAX(u.last_login_at) FROM contact_setting s
             JOIN contact_email e ON e.id = s.email_id
             JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm
             WHERE s.firm_id = a.firm_id AND s.account_id = a.id AND s.login
               AND ($3 OR u.last_login_at >= COALESCE(s.login_since, s.changed_at))) AS last_login
         FROM account a
         WHERE a.firm_id = $1 AND (a.archived_at IS NOT NULL) = $2
           AND ($3 OR EXISTS (SELECT 1 FROM account_assignment x
                WHERE x.firm_id = a.firm_id AND x.account_id = a.id AND x.user_id = $4))
           AND (CAST($5 AS TEXT) IS NULL OR a.search_key LIKE $5 ESCAPE '\\' OR EXISTS (
                SELECT 1 FROM account_contact l JOIN contact c ON c.id = l.contact_id
                WHERE l.firm_id = a.firm_id AND l.account_id = a.id AND (c.search_key LIKE $5 ESCAPE '\\' OR EXISTS (
                    SELECT 1 FROM contact_email e WHERE e.contact_id = c.id
                      AND (e.email_norm LIKE $5 ESCAPE '\\' OR LOWER(e.email) LIKE $5 ESCAPE '\\')))))
           AND (CAST($6 AS TEXT) IS NULL OR a.sort_key > $6 OR (a.sort_key = $6 AND a.id > $7))
         ORDER BY a.sort_key, a.id LIMIT $8",
        staff.firm(),
        wanted.archived,
        staff.sees_all(),
        staff.user(),
        wanted.pattern,
        key,
        id,
        wanted.limit
    )
    .all(conn)
    .await
}

/// An account as actions need it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct AccountRecord {
    pub id: AccountId,
    pub code: String,
    pub name: String,
    pub kind: String,
    pub archived_at: Option<Ts>,
    pub version: i64,
}

/// The account with this short id, if this staff member may see it.
pub(crate) async fn find(
    conn: &mut Conn,
    staff: &Staff,
    code: &str,
) -> Result<Option<AccountRecord>, DbError> {
    sql!(
        "SELECT a.id, a.code, a.name, a.kind, a.archived_at, a.version FROM account a
         WHERE a.firm_id = $1 AND a.code = $2
           AND ($3 OR EXISTS (SELECT 1 FROM account_assignment x
                WHERE x.firm_id = a.firm_id AND x.account_id = a.id AND x.user_id = $4))",
        staff.firm(),
        code,
        staff.sees_all(),
        staff.user()
    )
    .optional(conn)
    .await
}

/// The next number behind a letter; two who ask at once get two numbers.
pub(crate) async fn next_number(conn: &mut Conn, firm: FirmId, letters: &str) -> Result<i64, DbError> {
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
pub(crate) struct NewAccount {
    pub id: AccountId,
    pub code: String,
    pub name: String,
    pub kind: &'static str,
    pub search_key: String,
    pub sort_key: String,
    pub at: Ts,
}

pub(crate) async fn insert(conn: &mut Conn, firm: FirmId, new: &NewAccount) -> Result<(), DbError> {
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

/// Puts an account into an employee's sight.
pub(crate) async fn assign(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    user: UserId,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO account_assignment (firm_id, account_id, user_id) VALUES ($1, $2, $3)
         ON CONFLICT (account_id, user_id) DO NOTHING",
        firm,
        account,
        user
    )
    .run(conn)
    .await
    .map(drop)
}

/// New words for an account; whether nobody else changed it since this version.
pub(crate) async fn rename(
    conn: &mut Conn,
    firm: FirmId,
    version: i64,
    new: &NewAccount,
) -> Result<bool, DbError> {
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
pub(crate) async fn set_archived(
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
pub(crate) async fn users_with_login(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
) -> Result<Vec<UserId>, DbError> {
    let rows: Vec<(UserId,)> = sql!(
        "SELECT DISTINCT u.id FROM contact_setting s
         JOIN contact_email e ON e.id = s.email_id
         JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm
         WHERE s.firm_id = $1 AND s.account_id = $2 AND s.login LIMIT 1000",
        firm,
        account
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
