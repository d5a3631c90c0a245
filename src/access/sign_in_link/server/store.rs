//! All SQL about whom a printed link signs in. Reads people and staff.

use directory::{is_active, works_here};
use kernel::{FirmId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Somebody of the staff, and whether they may sign in.
#[derive(sqlx::FromRow)]
pub(super) struct Owner {
    pub name: String,
    pub email: String,
    pub active: i64,
}

/// The member of staff with this address who may sign in.
pub(super) async fn staff_of(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Option<(UserId, String)>, DbError> {
    sql!(
        [
            "SELECT u.id, u.email FROM portal_user u
         JOIN staff_member m ON m.user_id = u.id AND m.firm_id = u.firm_id
         WHERE u.firm_id = $1 AND u.email_norm = $2 AND ",
            is_active!("u"),
            " AND ",
            works_here!("m")
        ],
        firm,
        email_norm
    )
    .optional(conn)
    .await
}

/// Whom a link signs in; inactive once they were deactivated or disabled.
pub(super) async fn owner(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<Option<Owner>, DbError> {
    sql!(
        [
            "SELECT u.name, u.email, CASE WHEN u.disabled_at IS NULL AND EXISTS (
            SELECT 1 FROM staff_member m WHERE m.user_id = u.id AND m.firm_id = u.firm_id AND ",
            works_here!("m"),
            ") THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END AS active
         FROM portal_user u WHERE u.firm_id = $1 AND u.id = $2"
        ],
        firm,
        user
    )
    .optional(conn)
    .await
}
