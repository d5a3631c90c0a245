//! All SQL of this slice. The tables of `clients` are only read.

use kernel::{AccountId, FirmId};
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
