//! Passwords of people, as hashes.

use kernel::{FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// A password as it is stored.
#[derive(sqlx::FromRow)]
pub struct StoredPassword {
    pub password_hash: String,
    pub set_at: Ts,
}

/// The password of somebody who has activated their login.
pub async fn password(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
) -> Result<Option<StoredPassword>, DbError> {
    sql!(
        "SELECT password_hash, COALESCE(password_changed_at, 0) AS set_at FROM portal_user
         WHERE firm_id = $1 AND id = $2 AND password_hash IS NOT NULL AND activated_at IS NOT NULL",
        firm,
        user
    )
    .optional(conn)
    .await
}

/// The same password under today's cost and key; it does not count as a change.
pub async fn rehash(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    old: &str,
    new: &str,
) -> Result<(), DbError> {
    sql!(
        "UPDATE portal_user SET password_hash = $4 WHERE firm_id = $1 AND id = $2 AND password_hash = $3",
        firm,
        user,
        old,
        new
    )
    .run(conn)
    .await
    .map(drop)
}

/// Keeps the password that was set at this instant from being changed until this transaction is over; whether it still
/// is the one.
pub async fn hold_password(conn: &mut Conn, firm: FirmId, user: UserId, set_at: Ts) -> Result<bool, DbError> {
    let held = sql!(
        "UPDATE portal_user SET password_hash = password_hash
         WHERE firm_id = $1 AND id = $2 AND password_hash IS NOT NULL AND COALESCE(password_changed_at, 0) = $3",
        firm,
        user,
        set_at
    )
    .run(conn)
    .await?;
    Ok(held == 1)
}

/// Another password; whether there is such a person.
pub async fn set_password(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    hash: &str,
    now: Ts,
) -> Result<bool, DbError> {
    let set = sql!(
        "UPDATE portal_user SET password_hash = $3, password_changed_at = $4 WHERE firm_id = $1 AND id = $2",
        firm,
        user,
        hash,
        now
    )
    .run(conn)
    .await?;
    Ok(set == 1)
}

/// Nobody gets in with the password any more; a reset gives another.
pub async fn void_password(conn: &mut Conn, firm: FirmId, user: UserId, now: Ts) -> Result<(), DbError> {
    sql!(
        "UPDATE portal_user SET password_hash = NULL, password_changed_at = $3 WHERE firm_id = $1 AND id = $2",
        firm,
        user,
        now
    )
    .run(conn)
    .await
    .map(drop)
}
