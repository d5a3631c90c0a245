//! Rows of `setup_link`, and whether there is an owner.

use kernel::{FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

/// A printed link.
#[derive(sqlx::FromRow)]
pub(super) struct LinkRow {
    pub expires_at: Ts,
    pub used_at: Option<Ts>,
}

/// Makes every link that was printed before worthless.
pub(super) async fn void_links(conn: &mut Conn, now: Ts) -> Result<(), DbError> {
    sql!("UPDATE setup_link SET expires_at = $1 WHERE used_at IS NULL AND expires_at > $1", now)
        .run(conn)
        .await
        .map(drop)
}

pub(super) async fn insert_link(
    conn: &mut Conn,
    id: Uuid,
    token_hash: [u8; 32],
    now: Ts,
    expires_at: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO setup_link (id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        id,
        token_hash,
        now,
        expires_at
    )
    .run(conn)
    .await
    .map(drop)
}

pub(super) async fn link(conn: &mut Conn, token_hash: [u8; 32]) -> Result<Option<LinkRow>, DbError> {
    sql!("SELECT expires_at, used_at FROM setup_link WHERE token_hash = $1", token_hash).optional(conn).await
}

/// Uses a link up; only one of many at the same time is told yes.
pub(super) async fn take_link(conn: &mut Conn, token_hash: [u8; 32], now: Ts) -> Result<bool, DbError> {
    let taken = sql!(
        "UPDATE setup_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2",
        token_hash,
        now
    )
    .run(conn)
    .await?;
    Ok(taken == 1)
}

/// How many owners there are, in all firms.
pub(super) async fn owners(conn: &mut Conn) -> Result<i64, DbError> {
    let (n,): (i64,) = sql!("SELECT COUNT(*) FROM staff_member WHERE role = 'owner'").one(conn).await?;
    Ok(n)
}

/// Whether this firm has its owner.
pub(super) async fn has_owner(conn: &mut Conn, firm: FirmId) -> Result<bool, DbError> {
    let (n,): (i64,) = sql!("SELECT COUNT(*) FROM staff_member WHERE firm_id = $1 AND role = 'owner'", firm)
        .one(conn)
        .await?;
    Ok(n > 0)
}
