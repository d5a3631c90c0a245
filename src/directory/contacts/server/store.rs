//! All SQL that writes contacts and their links or finds one of them; that about their addresses is next door.
//!
//! A contact is in sight by an account that is, or by the right to see all contacts (ROLE-2, ROLE-3).

use crate::contact_in_sight;
use crate::sight::Sight;
use kernel::{AccountId, ContactId, FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

/// A contact as actions need it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ContactRecord {
    pub id: ContactId,
    pub name: String,
    pub locale: String,
}

/// The contact with this id, if it is in sight.
pub(super) async fn find(
    conn: &mut Conn,
    sight: &Sight,
    id: ContactId,
) -> Result<Option<ContactRecord>, DbError> {
    sql!(
        [
            "SELECT c.id, c.name, c.locale FROM contact c
         WHERE c.firm_id = $1 AND c.id = $2
           AND ",
            contact_in_sight!("c.id", "$3", "$4", "$5")
        ],
        sight.firm(),
        id,
        sight.sees_all_contacts(),
        sight.sees_all(),
        sight.user()
    )
    .optional(conn)
    .await
}

/// Accounts of a contact, for news.
pub async fn accounts_of(
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

/// How many accounts a contact has, and how many of them are assigned to whoever reads.
async fn in_sight(conn: &mut Conn, sight: &Sight, contact: ContactId) -> Result<(i64, i64), DbError> {
    sql!(
        "SELECT COUNT(*), COUNT(x.user_id) FROM account_contact l
         LEFT JOIN account_assignment x ON x.account_id = l.account_id AND x.user_id = $3 AND x.firm_id = l.firm_id
         WHERE l.firm_id = $1 AND l.contact_id = $2",
        sight.firm(),
        contact,
        sight.user()
    )
    .one(conn)
    .await
}

/// Whether all accounts of a contact are out of sight; not so for one without any.
pub async fn sees_none_of(conn: &mut Conn, sight: &Sight, contact: ContactId) -> Result<bool, DbError> {
    if sight.sees_all() {
        return Ok(false);
    }
    let (all, seen) = in_sight(conn, sight, contact).await?;
    Ok(all > 0 && seen == 0)
}

/// Whether each account of a contact is in sight.
pub async fn sees_all_of(conn: &mut Conn, sight: &Sight, contact: ContactId) -> Result<bool, DbError> {
    if sight.sees_all() {
        return Ok(true);
    }
    let (all, seen) = in_sight(conn, sight, contact).await?;
    Ok(all == seen)
}

/// Another contact with this address, if one is in sight. What is out of sight does not warn: the
/// warning would tell whose client somebody is.
pub async fn known(
    conn: &mut Conn,
    sight: &Sight,
    email_norm: &str,
    but: Option<ContactId>,
) -> Result<Option<ContactRecord>, DbError> {
    sql!(
        [
            "SELECT c.id, c.name, c.locale FROM contact_email e CROSS JOIN contact c
         WHERE e.firm_id = $1 AND e.email_norm = $2 AND e.contact_id <> $3 AND c.id = e.contact_id
           AND ",
            contact_in_sight!("c.id", "$4", "$5", "$6"),
            " ORDER BY c.sort_key, c.id LIMIT 1"
        ],
        sight.firm(),
        email_norm,
        but.unwrap_or(ContactId(Uuid::nil())),
        sight.sees_all_contacts(),
        sight.sees_all(),
        sight.user()
    )
    .optional(conn)
    .await
}

/// A contact's words, to be stored.
pub struct ContactWords<'a> {
    pub id: ContactId,
    pub name: &'a str,
    pub locale: &'static str,
    pub search_key: String,
    pub sort_key: String,
}

pub async fn insert(conn: &mut Conn, firm: FirmId, new: &ContactWords<'_>, at: Ts) -> Result<(), DbError> {
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
pub async fn rename(
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

/// Stands in line with all who link this contact or give it an address: each makes the switches of what they see, and of two
/// who saw nothing of each other neither would make those of the new address in the new account. Before everything else of
/// the act, also before changes of address.
pub async fn stand_in_line(conn: &mut Conn, firm: FirmId, contact: ContactId) -> Result<(), DbError> {
    sql!("UPDATE contact SET created_at = created_at WHERE firm_id = $1 AND id = $2", firm, contact)
        .run(conn)
        .await
        .map(drop)
}

/// Links a contact to an account; false when it is linked already.
pub async fn link(
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
pub async fn unlink(
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
