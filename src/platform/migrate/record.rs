//! What SQL alone cannot bring up to date is recorded once it has been (`data_migration`), whoever does it.

use crate::db::{Conn, DbError};
use crate::sql;
use kernel::Ts;

/// Whether what is called so was ever done.
pub(crate) async fn is_done(conn: &mut Conn, name: &str) -> Result<bool, DbError> {
    let done: Option<(i64,)> =
        sql!("SELECT done_at FROM data_migration WHERE name = $1", name).optional(conn).await?;
    Ok(done.is_some())
}

/// It is done, or done anew, with so many rows.
pub(crate) async fn done(conn: &mut Conn, name: &str, at: Ts, changed: i64) -> Result<(), DbError> {
    sql!(
        "INSERT INTO data_migration (name, done_at, changed, kept) VALUES ($1, $2, $3, 0)
         ON CONFLICT (name) DO UPDATE SET done_at = excluded.done_at, changed = excluded.changed",
        name,
        at,
        changed
    )
    .run(conn)
    .await
    .map(drop)
}
