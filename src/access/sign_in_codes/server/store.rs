//! Rows of `sign_in_code`.

use kernel::{FirmId, SessionId, Ts};
use platform::chores::PIECE;
use platform::db::{Conn, DbError, Stmt};
use platform::sql;
use sqlx::types::Uuid;

/// A code that still counts.
#[derive(sqlx::FromRow)]
pub(crate) struct CodeRow {
    pub code_hmac: Vec<u8>,
}

/// Codes of this sign-in that still count, newest first.
pub(crate) async fn live(
    conn: &mut Conn,
    firm: FirmId,
    session: SessionId,
    now: Ts,
) -> Result<Vec<CodeRow>, DbError> {
    sql!(
        "SELECT code_hmac FROM sign_in_code
         WHERE firm_id = $1 AND session_id = $2 AND voided_at IS NULL AND expires_at > $3
         ORDER BY id DESC LIMIT 3",
        firm,
        session,
        now
    )
    .all(conn)
    .await
}

pub(crate) async fn insert(
    conn: &mut Conn,
    id: Uuid,
    firm: FirmId,
    session: SessionId,
    hmac: [u8; 32],
    now: Ts,
    expires_at: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO sign_in_code (id, firm_id, session_id, code_hmac, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        firm,
        session,
        hmac,
        now,
        expires_at
    )
    .run(conn)
    .await
    .map(drop)
}

/// Voids all codes of this sign-in but the newest `keep`.
pub(crate) async fn void_but_newest(
    conn: &mut Conn,
    firm: FirmId,
    session: SessionId,
    keep: i64,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "UPDATE sign_in_code SET voided_at = $4
         WHERE firm_id = $1 AND session_id = $2 AND voided_at IS NULL AND id NOT IN (
            SELECT c.id FROM sign_in_code c
            WHERE c.firm_id = $1 AND c.session_id = $2 AND c.voided_at IS NULL ORDER BY c.id DESC LIMIT $3)",
        firm,
        session,
        keep,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// Voids all codes of this sign-in.
pub(crate) async fn void_all(
    conn: &mut Conn,
    firm: FirmId,
    session: SessionId,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "UPDATE sign_in_code SET voided_at = $3 WHERE firm_id = $1 AND session_id = $2 AND voided_at IS NULL",
        firm,
        session,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// Whether there are codes whose session ended before.
pub(super) fn old(before: Ts) -> Stmt {
    sql!(
        "SELECT COUNT(*) FROM (
            SELECT 1 AS one FROM session s CROSS JOIN sign_in_code c
            WHERE s.expires_at < $1 AND c.session_id = s.id LIMIT 1) found",
        before
    )
}

/// Some of them.
pub(super) fn purge(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM sign_in_code WHERE id IN (
            SELECT c.id FROM session s CROSS JOIN sign_in_code c
            WHERE s.expires_at < $1 AND c.session_id = s.id ORDER BY s.expires_at LIMIT $2)",
        before,
        PIECE
    )
}
