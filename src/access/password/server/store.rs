//! Rows of `password_reset`, and for whom there may be one.

use directory::is_active;
use kernel::email::Lookup;
use kernel::{FirmId, ResetId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Whose password a link sets, as its page needs it.
#[derive(sqlx::FromRow)]
pub(super) struct Owner {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub email_norm: String,
    pub active: i64,
}

/// Somebody a reset may be sent to.
#[derive(sqlx::FromRow)]
pub(super) struct Candidate {
    pub id: UserId,
    pub email: String,
}

/// What a reset keeps besides its link, in a row with the link's id.
#[derive(Default, sqlx::FromRow)]
pub(super) struct ResetRow {
    pub sent_by: Option<UserId>,
    pub account_code: Option<String>,
    /// The network that its request was counted for, and when.
    pub counted_for: Option<String>,
    pub counted_at: Option<Ts>,
}

pub(super) async fn insert(conn: &mut Conn, firm: FirmId, id: ResetId, row: ResetRow) -> Result<(), DbError> {
    sql!(
        "INSERT INTO password_reset (id, firm_id, sent_by, account_code, counted_for, counted_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        firm,
        row.sent_by,
        row.account_code,
        row.counted_for,
        row.counted_at
    )
    .run(conn)
    .await
    .map(drop)
}

pub(super) async fn reset(conn: &mut Conn, firm: FirmId, id: ResetId) -> Result<Option<ResetRow>, DbError> {
    sql!(
        "SELECT sent_by, account_code, counted_for, counted_at FROM password_reset WHERE firm_id = $1 AND id = $2",
        firm,
        id
    )
    .optional(conn)
    .await
}

pub(super) async fn owner(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<Option<Owner>, DbError> {
    sql!(
        [
            "SELECT id, name, email, email_norm, CASE WHEN ",
            is_active!(),
            " THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END AS active
         FROM portal_user WHERE firm_id = $1 AND id = $2"
        ],
        firm,
        user
    )
    .optional(conn)
    .await
}

/// The user at this address who may have a new password: activated and not disabled.
pub(super) async fn candidate(
    conn: &mut Conn,
    firm: FirmId,
    typed: &Lookup,
) -> Result<Option<Candidate>, DbError> {
    sql!(
        [
            "SELECT id, email FROM portal_user
         WHERE firm_id = $1 AND email_norm IN ($2, $3, $4) AND ",
            is_active!(),
            " ORDER BY CASE email_norm WHEN $2 THEN 0 WHEN $3 THEN 1 ELSE 2 END LIMIT 1"
        ],
        firm,
        &typed.spelling,
        &typed.norm,
        &typed.readable
    )
    .optional(conn)
    .await
}

/// Anybody of this firm, for whom the same work is done and undone when nobody has the address: the first by address, whom
/// the index has at hand.
pub(super) async fn stand_in(conn: &mut Conn, firm: FirmId) -> Result<Option<Candidate>, DbError> {
    sql!("SELECT id, email FROM portal_user WHERE firm_id = $1 ORDER BY email_norm LIMIT 1", firm)
        .optional(conn)
        .await
}
