//! All SQL about printed links. Reads people and staff.

use directory::{is_active, works_here};
use kernel::{FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

/// A printed link and whom it signs in.
#[derive(sqlx::FromRow)]
pub(crate) struct LinkRow {
    pub user_id: UserId,
    pub name: String,
    pub email: String,
    pub expires_at: Ts,
    pub used_at: Option<Ts>,
}

/// The member of staff with this address who may sign in.
pub(crate) async fn staff_of(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Option<(UserId, String)>, DbError> {
    sql!(
        [
            "SELECT u.id, u.email FROM portal_user u
         JOIN staff_member m ON m.user_id = u.id AND m.firm_id = u.firm_id
         WHERE u.firm_id = $1 AND u.email_norm = $2 AND ",
            is_active!("u"),
            " AND ",
            works_here!("m")
        ],
        firm,
        email_norm
    )
    .optional(conn)
    .await
}

/// Makes every link of this person that was printed before worthless.
pub(super) async fn void(conn: &mut Conn, firm: FirmId, user: UserId, now: Ts) -> Result<(), DbError> {
    sql!(
        "UPDATE sign_in_link SET expires_at = $3
         WHERE firm_id = $1 AND user_id = $2 AND used_at IS NULL AND expires_at > $3",
        firm,
        user,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

pub(crate) async fn insert(
    conn: &mut Conn,
    (id, firm, user): (Uuid, FirmId, UserId),
    token_hash: [u8; 32],
    now: Ts,
    expires_at: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO sign_in_link (id, firm_id, user_id, token_hash, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        firm,
        user,
        token_hash,
        now,
        expires_at
    )
    .run(conn)
    .await
    .map(drop)
}

pub(crate) async fn find(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
) -> Result<Option<LinkRow>, DbError> {
    sql!(
        "SELECT l.user_id, u.name, u.email, l.expires_at, l.used_at
         FROM sign_in_link l JOIN portal_user u ON u.id = l.user_id AND u.firm_id = l.firm_id
         WHERE l.firm_id = $1 AND l.token_hash = $2",
        firm,
        token_hash
    )
    .optional(conn)
    .await
}

/// Uses a link up; only one of many at the same time is told yes. Whoever was deactivated meanwhile is not let in.
pub(crate) async fn take(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
    now: Ts,
) -> Result<Option<UserId>, DbError> {
    let taken: Option<(UserId,)> = sql!(
        [
            "UPDATE sign_in_link SET used_at = $3
         WHERE firm_id = $1 AND token_hash = $2 AND used_at IS NULL AND expires_at > $3
           AND EXISTS (SELECT 1 FROM portal_user u
                JOIN staff_member m ON m.user_id = u.id AND m.firm_id = u.firm_id
                WHERE u.id = sign_in_link.user_id AND u.firm_id = $1 AND u.disabled_at IS NULL
                  AND ",
            works_here!("m"),
            ")
         RETURNING user_id"
        ],
        firm,
        token_hash,
        now
    )
    .optional(conn)
    .await?;
    Ok(taken.map(|(user,)| user))
}
