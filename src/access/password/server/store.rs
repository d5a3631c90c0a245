//! Rows of `password_reset`, and for whom there may be one.

use crate::mailed_links::Dates;
use directory::is_active;
use kernel::email::Lookup;
use kernel::{FirmId, MailId, ResetId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// A reset as its page needs it.
#[derive(sqlx::FromRow)]
pub(super) struct ResetRow {
    pub user_id: UserId,
    #[sqlx(flatten)]
    pub dates: Dates,
    pub name: String,
    pub email: String,
    pub email_norm: String,
}

/// Somebody a reset may be sent to.
#[derive(sqlx::FromRow)]
pub(super) struct Candidate {
    pub id: UserId,
    pub email: String,
}

/// A row to be.
pub(super) struct NewReset {
    pub id: ResetId,
    pub user: UserId,
    pub token_hash: [u8; 32],
    pub sent_by: Option<UserId>,
    pub account_code: Option<String>,
    /// The network that its request was counted for, and when.
    pub counted: Option<(String, Ts)>,
    pub now: Ts,
    pub expires_at: Ts,
}

/// A reset that has just been used up.
#[derive(sqlx::FromRow)]
pub(super) struct UsedReset {
    pub user_id: UserId,
    pub account_code: Option<String>,
    pub counted_for: Option<String>,
    pub counted_at: Option<Ts>,
}

/// Voids every reset of this user that could still be used.
pub(super) async fn supersede_resets(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "UPDATE password_reset SET superseded_at = $3
         WHERE firm_id = $1 AND user_id = $2 AND used_at IS NULL AND superseded_at IS NULL",
        firm,
        user,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

pub(super) async fn insert_reset(conn: &mut Conn, firm: FirmId, row: NewReset) -> Result<(), DbError> {
    let (counted_for, counted_at) = row.counted.unzip();
    sql!(
        "INSERT INTO password_reset (id, firm_id, user_id, token_hash, sent_by, account_code, created_at, expires_at,
            counted_for, counted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        row.id,
        firm,
        row.user,
        row.token_hash,
        row.sent_by,
        row.account_code,
        row.now,
        row.expires_at,
        counted_for,
        counted_at
    )
    .run(conn)
    .await
    .map(drop)
}

/// Which mail brings this reset.
pub(super) async fn mailed(conn: &mut Conn, firm: FirmId, id: ResetId, mail: MailId) -> Result<(), DbError> {
    sql!("UPDATE password_reset SET mail_id = $3 WHERE firm_id = $1 AND id = $2", firm, id, mail)
        .run(conn)
        .await
        .map(drop)
}

pub(super) async fn reset_of_token(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
) -> Result<Option<ResetRow>, DbError> {
    sql!(
        "SELECT r.user_id, r.expires_at, r.used_at, r.superseded_at, u.name, u.email, u.email_norm
         FROM password_reset r JOIN portal_user u ON u.id = r.user_id AND u.firm_id = r.firm_id
         WHERE r.firm_id = $1 AND r.token_hash = $2",
        firm,
        token_hash
    )
    .optional(conn)
    .await
}

/// When the reset was sent that still counts for this user, if there is one.
pub(super) async fn newest_open_reset(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    now: Ts,
) -> Result<Option<Ts>, DbError> {
    let row: Option<(Ts,)> = sql!(
        "SELECT created_at FROM password_reset
         WHERE firm_id = $1 AND user_id = $2 AND used_at IS NULL AND superseded_at IS NULL AND expires_at > $3
         ORDER BY id DESC LIMIT 1",
        firm,
        user,
        now
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(at,)| at))
}

/// Uses a reset up: the one who gets a row back may set the password, everybody else comes too late (SEC-15).
/// Not for people who may not sign in any more.
pub(super) async fn consume_reset(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
    now: Ts,
) -> Result<Option<UsedReset>, DbError> {
    sql!(
        ["UPDATE password_reset SET used_at = $3
         WHERE firm_id = $1 AND token_hash = $2 AND used_at IS NULL AND superseded_at IS NULL AND expires_at > $3
           AND EXISTS (SELECT 1 FROM portal_user u
                       WHERE u.id = user_id AND ", is_active!("u"), ")
         RETURNING user_id, account_code, counted_for, counted_at"],
        firm,
        token_hash,
        now
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
