//! Rows of `unsent_form`; of `session` and `staff_member` only whose it was.

use directory::works_here;
use kernel::{FirmId, Ts, UserId};
use platform::chores::PIECE;
use platform::db::{Conn, DbError, Stmt};
use platform::sql;
use sqlx::types::Uuid;

/// Whose session it was, and when it was used and would have ended.
#[derive(sqlx::FromRow)]
pub(super) struct Holder {
    pub user_id: UserId,
    pub last_seen_at: Ts,
    pub expires_at: Ts,
    pub is_staff: bool,
}

/// Whose session this was, unless somebody ended it.
pub(super) async fn holder(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
) -> Result<Option<Holder>, DbError> {
    sql!(
        [
            "SELECT s.user_id, s.last_seen_at, s.expires_at, (m.user_id IS NOT NULL) AS is_staff
         FROM session s
         LEFT JOIN staff_member m ON m.user_id = s.user_id AND m.firm_id = s.firm_id AND ",
            works_here!("m"),
            " WHERE s.firm_id = $1 AND s.token_hash = $2 AND s.stage = 'full' AND s.revoked_at IS NULL"
        ],
        firm,
        token_hash
    )
    .optional(conn)
    .await
}

/// A form to be kept.
pub(super) struct NewForm {
    pub id: Uuid,
    pub firm: FirmId,
    pub user: UserId,
    pub page: String,
    pub sealed: Vec<u8>,
    pub now: Ts,
    /// The hash of the token of the browser it was typed in.
    pub browser: [u8; 32],
}

pub(super) async fn insert(conn: &mut Conn, row: NewForm) -> Result<(), DbError> {
    sql!(
        "INSERT INTO unsent_form (id, firm_id, user_id, page, sealed, created_at, browser_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        row.id,
        row.firm,
        row.user,
        row.page,
        row.sealed,
        row.now,
        row.browser
    )
    .run(conn)
    .await?;
    Ok(())
}

/// Keeps the newest of this person.
pub(super) async fn forget_but(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    most: i64,
) -> Result<u64, DbError> {
    sql!(
        "DELETE FROM unsent_form WHERE firm_id = $1 AND user_id = $2 AND id NOT IN (
            SELECT id FROM unsent_form WHERE firm_id = $1 AND user_id = $2 ORDER BY created_at DESC, id DESC LIMIT $3)",
        firm,
        user,
        most
    )
    .run(conn)
    .await
}

#[derive(sqlx::FromRow)]
pub(super) struct FormRow {
    pub page: String,
    pub sealed: Vec<u8>,
}

pub(super) async fn find(
    conn: &mut Conn,
    (firm, user): (FirmId, UserId),
    id: Uuid,
    browser: [u8; 32],
    since: Ts,
) -> Result<Option<FormRow>, DbError> {
    sql!(
        "SELECT page, sealed FROM unsent_form
         WHERE firm_id = $1 AND user_id = $2 AND id = $3 AND created_at > $4 AND browser_hash = $5",
        firm,
        user,
        id,
        since,
        browser
    )
    .optional(conn)
    .await
}

/// Whether there are older ones, of all firms.
pub(super) fn old(before: Ts) -> Stmt {
    sql!(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM unsent_form WHERE created_at <= $1 LIMIT 1) found",
        before
    )
}

/// Some of them, as the worker goes by.
pub(super) fn purge(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM unsent_form WHERE id IN (
            SELECT id FROM unsent_form WHERE created_at <= $1 ORDER BY created_at LIMIT $2)",
        before,
        PIECE
    )
}
