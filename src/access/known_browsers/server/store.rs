//! Rows of `known_browser`.

use kernel::email::Lookup;
use kernel::{BrowserId, FirmId, Ts, UserId};
use platform::chores::PIECE;
use platform::db::{Conn, DbError, Stmt};
use platform::sql;

/// This browser is used again by this person; whether it was known.
pub(super) async fn see(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    hash: [u8; 32],
    now: Ts,
) -> Result<bool, DbError> {
    let seen = sql!(
        "UPDATE known_browser SET last_used_at = $4 WHERE firm_id = $1 AND user_id = $2 AND token_hash = $3",
        firm,
        user,
        hash,
        now
    )
    .run(conn)
    .await?;
    Ok(seen > 0)
}

/// Whether this person ever signed in with a browser that is remembered.
pub(super) async fn has_any(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<bool, DbError> {
    let row: Option<(BrowserId,)> =
        sql!("SELECT id FROM known_browser WHERE firm_id = $1 AND user_id = $2 LIMIT 1", firm, user)
            .optional(conn)
            .await?;
    Ok(row.is_some())
}

/// The row of this person and this browser, if they ever signed in with it.
pub(super) async fn own(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    hash: [u8; 32],
) -> Result<Option<BrowserId>, DbError> {
    let row: Option<(BrowserId,)> = sql!(
        "SELECT id FROM known_browser WHERE firm_id = $1 AND user_id = $2 AND token_hash = $3",
        firm,
        user,
        hash
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// Forgets this person's browsers: the next sign-in from any is news again (SEC-11).
pub(crate) async fn forget(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<(), DbError> {
    sql!("DELETE FROM known_browser WHERE firm_id = $1 AND user_id = $2", firm, user)
        .run(conn)
        .await
        .map(drop)
}

/// Whether anybody of this firm uses this browser.
pub(super) async fn is_of_firm(conn: &mut Conn, firm: FirmId, hash: [u8; 32]) -> Result<bool, DbError> {
    let row: Option<(BrowserId,)> =
        sql!("SELECT id FROM known_browser WHERE firm_id = $1 AND token_hash = $2 LIMIT 1", firm, hash)
            .optional(conn)
            .await?;
    Ok(row.is_some())
}

/// The row of the owner of this address and this browser.
pub(super) async fn id_for(
    conn: &mut Conn,
    firm: FirmId,
    typed: &Lookup,
    hash: [u8; 32],
) -> Result<Option<BrowserId>, DbError> {
    let row: Option<(BrowserId,)> = sql!(
        "SELECT b.id FROM known_browser b JOIN portal_user u ON u.id = b.user_id AND u.firm_id = b.firm_id
         WHERE b.firm_id = $1 AND b.token_hash = $2 AND u.email_norm IN ($3, $4, $5)
         ORDER BY CASE u.email_norm WHEN $3 THEN 0 WHEN $4 THEN 1 ELSE 2 END LIMIT 1",
        firm,
        hash,
        &typed.spelling,
        &typed.norm,
        &typed.readable
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

pub(super) async fn insert(
    conn: &mut Conn,
    id: BrowserId,
    firm: FirmId,
    user: UserId,
    hash: [u8; 32],
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO known_browser (id, firm_id, user_id, token_hash, created_at, last_used_at)
         VALUES ($1, $2, $3, $4, $5, $5)",
        id,
        firm,
        user,
        hash,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// Whether there are browsers that were not used since.
pub(super) fn old(before: Ts) -> Stmt {
    sql!(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM known_browser WHERE last_used_at < $1 LIMIT 1) found",
        before
    )
}

/// Forgets some of them.
pub(super) fn purge(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM known_browser WHERE id IN (
            SELECT id FROM known_browser WHERE last_used_at < $1 ORDER BY last_used_at LIMIT $2)",
        before,
        PIECE
    )
}
