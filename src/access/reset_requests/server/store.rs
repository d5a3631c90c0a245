//! Rows of `reset_request`.

use kernel::{FirmId, Ts};
use platform::Cx;
use platform::chores::{Due, PIECE};
use platform::db::{Conn, DbError, Stmt};
use platform::sql;
use sqlx::types::Uuid;

/// A request that waits for the worker.
#[derive(sqlx::FromRow)]
pub(crate) struct Request {
    pub id: Uuid,
    pub firm_id: FirmId,
    pub email_norm: String,
    pub kind: String,
    pub created_at: Ts,
    /// The network it was counted for, if for one.
    pub counted_for: Option<String>,
    pub ip: String,
    pub place: String,
    pub os: String,
    pub browser: String,
}

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

/// Requests nobody has worked on, oldest first, without those that failed a moment ago.
pub(crate) async fn due(conn: &mut Conn, after: Uuid, now: Ts) -> Result<Vec<Due>, DbError> {
    sql!(
        "SELECT id, firm_id FROM reset_request
         WHERE done_at IS NULL AND (lease_until IS NULL OR lease_until < $1) AND id > $2 ORDER BY id LIMIT 50",
        now,
        after
    )
    .all(conn)
    .await
}

pub(crate) async fn find(conn: &mut Conn, firm: FirmId, id: Uuid) -> Result<Option<Request>, DbError> {
    sql!(
        "SELECT id, firm_id, email_norm, kind, created_at, counted_for, ip, place, os, browser FROM reset_request
         WHERE firm_id = $1 AND id = $2",
        firm,
        id
    )
    .optional(conn)
    .await
}

/// Marks a request as worked on; whoever marks it first does the work.
pub(crate) async fn finish(conn: &mut Conn, id: Uuid, now: Ts) -> Result<bool, DbError> {
    let mine = sql!("UPDATE reset_request SET done_at = $2 WHERE id = $1 AND done_at IS NULL", id, now)
        .run(conn)
        .await?;
    Ok(mine == 1)
}

/// Leaves a request that failed alone until then.
pub(crate) async fn postpone(conn: &mut Conn, id: Uuid, until: Ts) -> Result<(), DbError> {
    sql!("UPDATE reset_request SET lease_until = $2 WHERE id = $1 AND done_at IS NULL", id, until)
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
