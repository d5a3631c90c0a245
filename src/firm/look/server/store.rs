//! All SQL about a firm's look, which is only read here.

use kernel::FirmId;
use platform::db::{Conn, DbError};
use platform::sql;

#[derive(sqlx::FromRow)]
pub(super) struct LookRow {
    pub accent: Option<String>,
    pub sidebar: Option<String>,
    pub logo: Option<String>,
}

pub(super) async fn look(conn: &mut Conn, firm: FirmId) -> Result<LookRow, DbError> {
    sql!("SELECT accent, sidebar, logo FROM firm WHERE id = $1", firm).one(conn).await
}
