//! All SQL about a contact's rows of switches by ranges: who can enter by them, and their end.

use super::ended_store::keep_ended;
use super::rows::Rows;
use super::wish_store::keep_wishes;
use kernel::{FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Somebody whose access may have ended.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Loser {
    pub email_norm: String,
    pub user_id: Option<UserId>,
}

/// Who can enter by these rows.
pub async fn with_login(conn: &mut Conn, firm: FirmId, rows: Rows) -> Result<Vec<Loser>, DbError> {
    sql!(
        "SELECT DISTINCT e.email_norm, u.id AS user_id FROM contact_setting s CROSS JOIN contact_email e
         LEFT JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm
         WHERE s.firm_id = $1 AND s.contact_id = $2 AND s.account_id BETWEEN $3 AND $4
           AND s.email_id BETWEEN $5 AND $6 AND s.login AND e.id = s.email_id LIMIT 500",
        firm,
        rows.contact,
        rows.accounts.0,
        rows.accounts.1,
        rows.emails.0,
        rows.emails.1
    )
    .all(conn)
    .await
}

/// Removes rows. What the client switched off is kept for when the address comes back, and who loses access for when
/// somebody else gets it.
pub async fn remove(conn: &mut Conn, firm: FirmId, rows: Rows, at: Ts) -> Result<(), DbError> {
    keep_ended(conn, firm, rows, at).await?;
    keep_wishes(conn, firm, rows).await?;
    sql!(
        "DELETE FROM notify_choice WHERE firm_id = $1 AND setting_id IN (
            SELECT s.id FROM contact_setting s WHERE s.firm_id = $1 AND s.contact_id = $2
              AND s.account_id BETWEEN $3 AND $4 AND s.email_id BETWEEN $5 AND $6)",
        firm,
        rows.contact,
        rows.accounts.0,
        rows.accounts.1,
        rows.emails.0,
        rows.emails.1
    )
    .run(conn)
    .await?;
    sql!(
        "DELETE FROM contact_setting WHERE firm_id = $1 AND contact_id = $2
           AND account_id BETWEEN $3 AND $4 AND email_id BETWEEN $5 AND $6",
        firm,
        rows.contact,
        rows.accounts.0,
        rows.accounts.1,
        rows.emails.0,
        rows.emails.1
    )
    .run(conn)
    .await
    .map(drop)
}
