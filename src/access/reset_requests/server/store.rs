//! Rows of `reset_request`.

use kernel::Ts;
use platform::Cx;
use platform::chores::PIECE;
use platform::db::{Conn, DbError, Stmt};
use platform::sql;
use sqlx::types::Uuid;

pub(super) async fn insert(
    conn: &mut Conn,
    cx: &Cx,
    id: Uuid,
    email_norm: &str,
    kind: &'static str,
    counted_for: Option<String>,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO reset_request (id, firm_id, email_norm, locale, created_at, ip, place, os, browser, kind, counted_for)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id,
        cx.firm.id,
        email_norm,
        cx.locale.tag(),
        cx.now(),
        cx.source.ip.to_string(),
        cx.place(),
        cx.source.os(),
        cx.source.browser(),
        kind,
        counted_for
    )
    .run(conn)
    .await
    .map(drop)
}

/// Whether there are requests that were made before.
pub(super) fn old(before: Ts) -> Stmt {
    sql!(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM reset_request WHERE created_at < $1 LIMIT 1) found",
        before
    )
}

/// Some of them.
pub(super) fn purge(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM reset_request WHERE id IN (
            SELECT id FROM reset_request WHERE created_at < $1 ORDER BY created_at LIMIT $2)",
        before,
        PIECE
    )
}
