//! Whose access ended: whoever lets another in soon after is asked and heard as if they were still inside.

use super::rows::Rows;
use crate::is_active;
use kernel::{FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// Keeps who can enter by these rows, just before they lose LOGIN, go, or get another address. Whoever never activated
/// their access has none to lose.
pub async fn keep_ended(conn: &mut Conn, firm: FirmId, rows: Rows, at: Ts) -> Result<(), DbError> {
    sql!(
        [
            "INSERT INTO access_ended (firm_id, account_id, contact_id, user_id, ended_at)
         SELECT DISTINCT s.firm_id, s.account_id, s.contact_id, u.id, CAST($7 AS BIGINT)
         FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN portal_user u
         WHERE s.firm_id = $1 AND s.contact_id = $2 AND s.account_id BETWEEN $3 AND $4
           AND s.email_id BETWEEN $5 AND $6 AND s.login AND e.id = s.email_id
           AND u.firm_id = e.firm_id AND u.email_norm = e.email_norm
           AND ",
            is_active!("u"),
            " ON CONFLICT (account_id, contact_id, user_id) DO UPDATE SET ended_at = excluded.ended_at"
        ],
        firm,
        rows.contact,
        rows.accounts.0,
        rows.accounts.1,
        rows.emails.0,
        rows.emails.1,
        at
    )
    .run(conn)
    .await
    .map(drop)
}
