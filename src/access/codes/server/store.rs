//! Rows of `mailed_code`.

use super::bound::Bound;
use kernel::{FirmId, Ts};
use platform::chores::PIECE;
use platform::db::{Conn, DbError, Stmt};
use platform::sql;
use sqlx::types::Uuid;

/// A code that still counts.
#[derive(sqlx::FromRow)]
pub(super) struct CodeRow {
    pub code_hmac: Vec<u8>,
}

/// Codes of this thing that still count, newest first.
pub(super) async fn live(
    conn: &mut Conn,
    firm: FirmId,
    bound: &Bound,
    now: Ts,
) -> Result<Vec<CodeRow>, DbError> {
    sql!(
        "SELECT code_hmac FROM mailed_code
         WHERE firm_id = $1 AND purpose = $2 AND of_id = $3 AND voided_at IS NULL AND expires_at > $4
         ORDER BY id DESC LIMIT $5",
        firm,
        bound.purpose.name,
        bound.of,
        now,
        bound.purpose.max_live
    )
    .all(conn)
    .await
}

/// All codes of a thing together.
#[derive(sqlx::FromRow)]
pub(super) struct StandingRow {
    pub sent_at: Option<Ts>,
    pub live: i64,
}

pub(super) async fn standing(
    conn: &mut Conn,
    firm: FirmId,
    bound: &Bound,
    now: Ts,
) -> Result<StandingRow, DbError> {
    sql!(
        "SELECT MAX(created_at) AS sent_at,
            COUNT(CASE WHEN voided_at IS NULL AND expires_at > $4 THEN 1 END) AS live
         FROM mailed_code WHERE firm_id = $1 AND purpose = $2 AND of_id = $3",
        firm,
        bound.purpose.name,
        bound.of,
        now
    )
    .one(conn)
    .await
}

pub(super) async fn insert(
    conn: &mut Conn,
    id: Uuid,
    firm: FirmId,
    bound: &Bound,
    hmac: [u8; 32],
    (now, until): (Ts, Ts),
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO mailed_code (id, firm_id, purpose, of_id, code_hmac, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        firm,
        bound.purpose.name,
        bound.of,
        hmac,
        now,
        until
    )
    .run(conn)
    .await
    .map(drop)
}

/// Voids all codes of this thing but the newest `keep`.
pub(super) async fn void_but_newest(
    conn: &mut Conn,
    firm: FirmId,
    bound: &Bound,
    keep: i64,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "UPDATE mailed_code SET voided_at = $5
         WHERE firm_id = $1 AND purpose = $2 AND of_id = $3 AND voided_at IS NULL AND id NOT IN (
            SELECT c.id FROM mailed_code c
            WHERE c.firm_id = $1 AND c.purpose = $2 AND c.of_id = $3 AND c.voided_at IS NULL
            ORDER BY c.id DESC LIMIT $4)",
        firm,
        bound.purpose.name,
        bound.of,
        keep,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// Voids all codes of this thing.
pub(super) async fn void_all(conn: &mut Conn, firm: FirmId, bound: &Bound, now: Ts) -> Result<(), DbError> {
    sql!(
        "UPDATE mailed_code SET voided_at = $4
         WHERE firm_id = $1 AND purpose = $2 AND of_id = $3 AND voided_at IS NULL",
        firm,
        bound.purpose.name,
        bound.of,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// Whether there are codes, of all firms, that expired before.
pub(super) fn old(before: Ts) -> Stmt {
    sql!(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM mailed_code WHERE expires_at < $1 LIMIT 1) found",
        before
    )
}

/// Some of them.
pub(super) fn purge(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM mailed_code WHERE id IN (
            SELECT id FROM mailed_code WHERE expires_at < $1 ORDER BY expires_at LIMIT $2)",
        before,
        PIECE
    )
}
