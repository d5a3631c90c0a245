//! Whom a mail about a login is for. Reads people and contacts, writes nothing.

use kernel::{FirmId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

#[derive(sqlx::FromRow)]
pub(super) struct ReaderRow {
    pub name: String,
    pub email: String,
    pub locale: Option<String>,
    pub contact_locale: Option<String>,
    pub time_zone: Option<String>,
}

/// Joins the contact of the same address, read-only.
pub(super) async fn reader(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
) -> Result<Option<ReaderRow>, DbError> {
    sql!(
        "SELECT u.name, u.email, u.locale, u.time_zone,
            (SELECT c.locale FROM contact_email e CROSS JOIN contact c
             WHERE e.firm_id = u.firm_id AND e.email_norm = u.email_norm AND c.id = e.contact_id AND c.firm_id = e.firm_id
             ORDER BY e.contact_id LIMIT 1) AS contact_locale
         FROM portal_user u WHERE u.firm_id = $1 AND u.id = $2",
        firm,
        user
    )
    .optional(conn)
    .await
}
