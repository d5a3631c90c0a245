//! Who works for the firm, and who of them for this account. Reads the staff and the assignments of the directory.

use directory::works_here;
use kernel::{AccountId, FirmId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Somebody at work.
#[derive(sqlx::FromRow)]
pub(super) struct PersonRow {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub role: String,
    pub rights: String,
    pub assigned: i64,
}

/// Everybody who works for the firm now, by name.
pub(super) async fn people(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
) -> Result<Vec<PersonRow>, DbError> {
    sql!(
        [
            "SELECT u.id, u.name, u.email, m.role, m.rights,
            CASE WHEN x.user_id IS NULL THEN CAST(0 AS BIGINT) ELSE CAST(1 AS BIGINT) END AS assigned
         FROM staff_member m CROSS JOIN portal_user u
         LEFT JOIN account_assignment x ON x.account_id = $2 AND x.user_id = u.id
         WHERE m.firm_id = $1 AND ",
            works_here!("m"),
            " AND u.id = m.user_id
         ORDER BY LOWER(u.name), u.id LIMIT 500"
        ],
        firm,
        account
    )
    .all(conn)
    .await
}
