//! All SQL of changes whose time is over, of all firms.

use kernel::Ts;
use platform::chores::Due;
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

/// Changes of all firms that wait no longer, behind this one.
pub async fn due(conn: &mut Conn, after: Uuid, now: Ts) -> Result<Vec<Due>, DbError> {
    sql!(
        "SELECT id, firm_id FROM address_change
         WHERE (expires_at, id) > (COALESCE((SELECT c.expires_at FROM address_change c WHERE c.id = $2), 0), $2)
           AND state = 'pending_new' AND expires_at <= $1 ORDER BY expires_at, id LIMIT 100",
        now,
        after
    )
    .all(conn)
    .await
}

/// Changes of all firms, behind this one, whose old address goes now, for nobody objected.
pub async fn due_to_go(conn: &mut Conn, after: Uuid, now: Ts) -> Result<Vec<Due>, DbError> {
    sql!(
        "SELECT id, firm_id FROM address_change
         WHERE (remove_at, id) > (COALESCE((SELECT c.remove_at FROM address_change c WHERE c.id = $2), 0), $2)
           AND state = 'accepted' AND kept_at IS NULL AND remove_at <= $1 ORDER BY remove_at, id LIMIT 100",
        now,
        after
    )
    .all(conn)
    .await
}

/// Gives those that were accepted before there was a question their time as well; how many.
pub async fn begin_to_ask(conn: &mut Conn, remove_at: Ts) -> Result<u64, DbError> {
    sql!(
        "UPDATE address_change SET remove_at = $1
         WHERE state = 'accepted' AND remove_at IS NULL AND kept_at IS NULL",
        remove_at
    )
    .run(conn)
    .await
}
