//! Rows of `trusted_device`.

use kernel::{FirmId, Ts, UserId};
use platform::Cx;
use platform::chores::PIECE;
use platform::db::{Conn, DbError, Stmt};
use platform::sql;
use sqlx::types::Uuid;

/// Whether this person trusts the browser with this token now. Locks nothing: whoever ends it stands in line before.
pub(super) async fn is_trusted(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    hash: [u8; 32],
    now: Ts,
) -> Result<bool, DbError> {
    let row: Option<(Uuid,)> = sql!(
        "SELECT id FROM trusted_device
         WHERE firm_id = $1 AND user_id = $2 AND token_hash = $3 AND created_at <= $4 AND expires_at > $4",
        firm,
        user,
        hash,
        now
    )
    .optional(conn)
    .await?;
    Ok(row.is_some())
}

/// Whether anybody of the firm trusts the browser with this token now.
pub(super) async fn counts(conn: &mut Conn, firm: FirmId, hash: [u8; 32], now: Ts) -> Result<bool, DbError> {
    let row: Option<(Uuid,)> = sql!(
        "SELECT id FROM trusted_device WHERE firm_id = $1 AND token_hash = $2 AND expires_at > $3",
        firm,
        hash,
        now
    )
    .optional(conn)
    .await?;
    Ok(row.is_some())
}

pub(super) async fn insert(
    conn: &mut Conn,
    cx: &Cx,
    user: UserId,
    hash: [u8; 32],
    until: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO trusted_device (id, firm_id, user_id, token_hash, created_at, expires_at, ip, place, os, browser)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        cx.ids.next(),
        cx.firm.id,
        user,
        hash,
        cx.now(),
        until,
        cx.source.ip.to_string(),
        cx.place(),
        cx.source.os(),
        cx.source.browser()
    )
    .run(conn)
    .await
    .map(drop)
}

/// Forgets all of this person's but the newest so many.
pub(super) async fn keep_newest(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    most: i64,
) -> Result<(), DbError> {
    sql!(
        "DELETE FROM trusted_device WHERE firm_id = $1 AND user_id = $2 AND id NOT IN (
            SELECT t.id FROM trusted_device t
            WHERE t.firm_id = $1 AND t.user_id = $2 ORDER BY t.id DESC LIMIT $3)",
        firm,
        user,
        most
    )
    .run(conn)
    .await
    .map(drop)
}

/// Forgets one of this person's; whether there was such a one.
pub(super) async fn forget(conn: &mut Conn, firm: FirmId, user: UserId, id: Uuid) -> Result<bool, DbError> {
    let gone =
        sql!("DELETE FROM trusted_device WHERE firm_id = $1 AND user_id = $2 AND id = $3", firm, user, id)
            .run(conn)
            .await?;
    Ok(gone > 0)
}

/// Forgets the one with this token, if it is this person's.
pub(super) async fn forget_token(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    hash: [u8; 32],
) -> Result<bool, DbError> {
    let gone = sql!(
        "DELETE FROM trusted_device WHERE firm_id = $1 AND user_id = $2 AND token_hash = $3",
        firm,
        user,
        hash
    )
    .run(conn)
    .await?;
    Ok(gone > 0)
}

/// Forgets all of this person's; how many.
pub(super) async fn forget_all(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<u64, DbError> {
    sql!("DELETE FROM trusted_device WHERE firm_id = $1 AND user_id = $2", firm, user).run(conn).await
}

/// Whose address this is.
pub(super) async fn user_at(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Option<(UserId, String)>, DbError> {
    sql!("SELECT id, email FROM portal_user WHERE firm_id = $1 AND email_norm = $2", firm, email_norm)
        .optional(conn)
        .await
}

/// Whether there are any whose time was over before.
pub(super) fn old(before: Ts) -> Stmt {
    sql!(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM trusted_device WHERE expires_at < $1 LIMIT 1) found",
        before
    )
}

/// Deletes some of them.
pub(super) fn purge(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM trusted_device WHERE id IN (
            SELECT id FROM trusted_device WHERE expires_at < $1 ORDER BY expires_at LIMIT $2)",
        before,
        PIECE
    )
}
