//! All SQL of this slice. The tables of `clients` are only read.

use kernel::{AccountId, ContactId, FirmId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// A switch LOGIN that is on.
#[derive(sqlx::FromRow)]
pub(super) struct AccessRow {
    pub name: String,
    pub email: String,
    pub email_norm: String,
}

/// By name; people who share an address have a row each.
pub(super) async fn with_access(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
) -> Result<Vec<AccessRow>, DbError> {
    sql!(
        "SELECT c.name, e.email, e.email_norm FROM contact_setting s
         JOIN contact_email e ON e.id = s.email_id AND e.firm_id = s.firm_id
         JOIN contact c ON c.id = s.contact_id AND c.firm_id = s.firm_id
         WHERE s.firm_id = $1 AND s.account_id = $2 AND s.login
         ORDER BY c.sort_key, c.id, e.email_norm LIMIT 500",
        firm,
        account
    )
    .all(conn)
    .await
}

/// Logins that can enter this account, or belong to this contact and can enter another; without these addresses.
pub(super) async fn people_inside(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    contact: ContactId,
    but: (&str, &str),
) -> Result<Vec<UserId>, DbError> {
    let rows: Vec<(UserId,)> = sql!(
        "SELECT DISTINCT u.id FROM contact_setting s
         JOIN contact_email e ON e.id = s.email_id AND e.firm_id = s.firm_id
         JOIN account a ON a.id = s.account_id AND a.firm_id = s.firm_id
         JOIN portal_user u ON u.firm_id = s.firm_id AND u.email_norm = e.email_norm
            AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL
         WHERE s.firm_id = $1 AND s.login AND (s.account_id = $2 OR (s.contact_id = $3 AND a.archived_at IS NULL))
           AND e.email_norm <> $4 AND e.email_norm <> $5
         ORDER BY u.id LIMIT 100",
        firm,
        account,
        contact,
        but.0,
        but.1
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
