//! All SQL about contacts and their links; that about their addresses is next door. Joins accounts and settings
//! read-only where a list shows them.
//!
//! A contact is in sight by an account that is, or by the right to see all contacts (ROLE-2, ROLE-3).

pub(crate) use super::address_store::{
    AddressRecord, addresses, delete_address, insert_address, insert_address_at, set_address, set_unlinked,
    signing_in,
};
use crate::accounts::rules::Cursor;
use access::gate::Staff;
use kernel::{AccountId, ContactId, EmailId, FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// One line of the list: a contact with one of its addresses or one of its accounts, or with neither.
#[derive(sqlx::FromRow)]
pub(super) struct ListRow {
    pub id: ContactId,
    pub name: String,
    pub sort_key: String,
    /// 0 an address, 1 an account.
    pub what: Option<i64>,
    pub word: Option<String>,
    pub name_of: Option<String>,
}

/// Contacts in order, after the cursor, with addresses and accounts, in one statement. Restricted staff meet the
/// contacts of their accounts only, unless they may see all, and always their accounts only (ROLE-3).
pub(super) async fn page(
    conn: &mut Conn,
    staff: &Staff,
    pattern: Option<String>,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<ListRow>, DbError> {
    let (key, id) = after.map(|c| (c.sort_key, c.id)).unzip();
    sql!(
        "WITH page AS (
            SELECT c.id, c.name, c.sort_key FROM contact c
            WHERE c.firm_id = $1
              AND ($8 OR EXISTS (SELECT 1 FROM account_contact l
                    WHERE l.firm_id = c.firm_id AND l.contact_id = c.id
                      AND ($2 OR EXISTS (SELECT 1 FROM account_assignment x
                        WHERE x.firm_id = l.firm_id AND x.account_id = l.account_id AND x.user_id = $3))))
              AND (CAST($4 AS TEXT) IS NULL OR c.search_key LIKE $4 ESCAPE '\\' OR EXISTS (
                    SELECT 1 FROM contact_email e WHERE e.contact_id = c.id
                      AND (e.email_norm LIKE $4 ESCAPE '\\' OR LOWER(e.email) LIKE $4 ESCAPE '\\')))
              AND (CAST($5 AS TEXT) IS NULL OR c.sort_key > $5 OR (c.sort_key = $5 AND c.id > $6))
            ORDER BY c.sort_key, c.id LIMIT $7)
         SELECT p.id, p.name, p.sort_key, d.what, d.word, d.name_of FROM page p
         LEFT JOIN (
            SELECT e.contact_id, CAST(0 AS BIGINT) AS what, e.position AS place, e.email AS word, '' AS name_of
            FROM contact_email e JOIN page q ON q.id = e.contact_id WHERE e.unlinked_at IS NULL
            UNION ALL
            SELECT l.contact_id, CAST(1 AS BIGINT), CAST(0 AS BIGINT), a.code, a.name
            FROM account_contact l JOIN page q ON q.id = l.contact_id
            JOIN account a ON a.id = l.account_id AND a.firm_id = l.firm_id
            WHERE $2 OR EXISTS (SELECT 1 FROM account_assignment x
                WHERE x.firm_id = a.firm_id AND x.account_id = a.id AND x.user_id = $3)
         ) d ON d.contact_id = p.id
         ORDER BY p.sort_key, p.id, d.what, d.place, d.word LIMIT 5000",
        staff.firm(),
        staff.sees_all(),
        staff.user(),
        pattern,
        key,
        id,
        limit,
        staff.sees_all_contacts()
    )
    .all(conn)
    .await
}

/// A contact as actions need it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct ContactRecord {
    pub id: ContactId,
    pub name: String,
    pub locale: String,
    pub version: i64,
}

/// The contact with this id, if this staff member may see it.
pub(crate) async fn find(
    conn: &mut Conn,
    staff: &Staff,
    id: ContactId,
) -> Result<Option<ContactRecord>, DbError> {
    sql!(
        "SELECT c.id, c.name, c.locale, c.version FROM contact c
         WHERE c.firm_id = $1 AND c.id = $2
           AND ($3 OR EXISTS (SELECT 1 FROM account_contact l
                WHERE l.firm_id = c.firm_id AND l.contact_id = c.id
                  AND ($4 OR EXISTS (SELECT 1 FROM account_assignment x
                    WHERE x.firm_id = l.firm_id AND x.account_id = l.account_id AND x.user_id = $5))))",
        staff.firm(),
        id,
        staff.sees_all_contacts(),
        staff.sees_all(),
        staff.user()
    )
    .optional(conn)
    .await
}

#[derive(sqlx::FromRow)]
pub(super) struct LinkRow {
    pub code: String,
    pub name: String,
    pub role_text: String,
    pub archived_at: Option<Ts>,
    pub visible: i64,
}

/// All accounts of a contact; those that this staff member may not see are only counted by the caller.
pub(super) async fn links(
    conn: &mut Conn,
    staff: &Staff,
    contact: ContactId,
) -> Result<Vec<LinkRow>, DbError> {
    sql!(
        "SELECT a.code, a.name, l.role_text, a.archived_at,
            CASE WHEN $3 OR EXISTS (SELECT 1 FROM account_assignment x
                WHERE x.firm_id = a.firm_id AND x.account_id = a.id AND x.user_id = $4)
            THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END AS visible
         FROM account_contact l JOIN account a ON a.id = l.account_id AND a.firm_id = l.firm_id
         WHERE l.firm_id = $1 AND l.contact_id = $2 ORDER BY a.sort_key, a.id LIMIT 1000",
        staff.firm(),
        contact,
        staff.sees_all(),
        staff.user()
    )
    .all(conn)
    .await
}

/// Short ids of accounts in which an address may sign in, with the address.
pub(super) async fn logins(
    conn: &mut Conn,
    staff: &Staff,
    contact: ContactId,
) -> Result<Vec<(EmailId, String)>, DbError> {
    sql!(
        "SELECT s.email_id, a.code FROM contact_setting s JOIN account a ON a.id = s.account_id
         WHERE s.firm_id = $1 AND s.contact_id = $2 AND s.login
           AND ($3 OR EXISTS (SELECT 1 FROM account_assignment x
                WHERE x.firm_id = a.firm_id AND x.account_id = a.id AND x.user_id = $4))
         ORDER BY a.sort_key, a.id LIMIT 1000",
        staff.firm(),
        contact,
        staff.sees_all(),
        staff.user()
    )
    .all(conn)
    .await
}

/// Accounts of a contact, for news.
pub(crate) async fn accounts_of(
    conn: &mut Conn,
    firm: FirmId,
    contact: ContactId,
) -> Result<Vec<AccountId>, DbError> {
    let rows: Vec<(AccountId,)> = sql!(
        "SELECT account_id FROM account_contact WHERE firm_id = $1 AND contact_id = $2 LIMIT 1000",
        firm,
        contact
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Whether all accounts of a contact are out of this staff member's sight; not so for one without any.
pub(crate) async fn sees_none_of(
    conn: &mut Conn,
    staff: &Staff,
    contact: ContactId,
) -> Result<bool, DbError> {
    let links = links(conn, staff, contact).await?;
    Ok(!links.is_empty() && links.iter().all(|link| link.visible == 0))
}

/// Whether each account of a contact is in this staff member's sight.
pub(crate) async fn sees_all_of(conn: &mut Conn, staff: &Staff, contact: ContactId) -> Result<bool, DbError> {
    Ok(links(conn, staff, contact).await?.iter().all(|link| link.visible == 1))
}

/// Another contact with this address, as far as this staff member may see it. What is out of sight does not warn: the
/// warning would tell whose client somebody is.
pub(super) async fn known(
    conn: &mut Conn,
    staff: &Staff,
    email_norm: &str,
    but: Option<ContactId>,
) -> Result<Option<ContactRecord>, DbError> {
    sql!(
        "SELECT c.id, c.name, c.locale, c.version FROM contact c
         JOIN contact_email e ON e.contact_id = c.id AND e.firm_id = c.firm_id
         WHERE c.firm_id = $1 AND e.email_norm = $2 AND ($3 OR c.id <> $4)
           AND ($5 OR EXISTS (SELECT 1 FROM account_contact l
                WHERE l.firm_id = c.firm_id AND l.contact_id = c.id
                  AND ($6 OR EXISTS (SELECT 1 FROM account_assignment x
                    WHERE x.firm_id = l.firm_id AND x.account_id = l.account_id AND x.user_id = $7))))
         ORDER BY c.sort_key, c.id LIMIT 1",
        staff.firm(),
        email_norm,
        but.is_none(),
        but,
        staff.sees_all_contacts(),
        staff.sees_all(),
        staff.user()
    )
    .optional(conn)
    .await
}

/// A contact's words, to be stored.
pub(crate) struct ContactWords<'a> {
    pub id: ContactId,
    pub name: &'a str,
    pub locale: &'static str,
    pub search_key: String,
    pub sort_key: String,
}

pub(super) async fn insert(
    conn: &mut Conn,
    firm: FirmId,
    new: &ContactWords<'_>,
    at: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO contact (id, firm_id, name, locale, search_key, sort_key, version, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 1, $7)",
        new.id,
        firm,
        new.name,
        new.locale,
        &new.search_key,
        &new.sort_key,
        at
    )
    .run(conn)
    .await
    .map(drop)
}

/// New words for a contact; whether nobody else changed it since this version.
pub(super) async fn rename(
    conn: &mut Conn,
    firm: FirmId,
    version: i64,
    new: &ContactWords<'_>,
) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE contact SET name = $4, locale = $5, search_key = $6, sort_key = $7, version = version + 1
         WHERE firm_id = $1 AND id = $2 AND version = $3",
        firm,
        new.id,
        version,
        new.name,
        new.locale,
        &new.search_key,
        &new.sort_key
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// Links a contact to an account; false when it is linked already.
pub(super) async fn link(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    contact: ContactId,
    role: &str,
    at: Ts,
) -> Result<bool, DbError> {
    let touched = sql!(
        "INSERT INTO account_contact (firm_id, account_id, contact_id, role_text, created_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (account_id, contact_id) DO NOTHING",
        firm,
        account,
        contact,
        role,
        at
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// Unlinks; false when there was no link.
pub(super) async fn unlink(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    contact: ContactId,
) -> Result<bool, DbError> {
    let touched = sql!(
        "DELETE FROM account_contact WHERE firm_id = $1 AND account_id = $2 AND contact_id = $3",
        firm,
        account,
        contact
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}
