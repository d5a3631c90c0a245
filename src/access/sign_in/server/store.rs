//! Users as a sign-in looks them up, and rows of `sign_in_code`.

use kernel::email::Lookup;
use kernel::{FirmId, SessionId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

/// A code that still counts.
#[derive(sqlx::FromRow)]
pub(super) struct CodeRow {
    pub code_hmac: Vec<u8>,
}

/// What the page for the code is made of.
#[derive(sqlx::FromRow)]
pub(super) struct PendingRow {
    pub created_at: Ts,
    pub sent_at: Option<Ts>,
}

/// Whose address this is.
pub(super) async fn user(conn: &mut Conn, firm: FirmId, typed: &Lookup) -> Result<Option<UserId>, DbError> {
    let row: Option<(UserId,)> = sql!(
        "SELECT id FROM portal_user WHERE firm_id = $1 AND email_norm IN ($2, $3, $4)
         ORDER BY CASE email_norm WHEN $2 THEN 0 WHEN $3 THEN 1 ELSE 2 END LIMIT 1",
        firm,
        &typed.spelling,
        &typed.norm,
        &typed.readable
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// Codes of this sign-in that still count, newest first.
pub(super) async fn live_codes(
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

pub(super) async fn insert_code(
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
pub(super) async fn void_but_newest(
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

/// Counts one try at a code of this sign-in, all codes together; how many that makes. `None` when the sign-in has
/// ended or has no try left.
pub(super) async fn count_try(
    conn: &mut Conn,
    firm: FirmId,
    session: SessionId,
    most: i64,
    now: Ts,
) -> Result<Option<i64>, DbError> {
    let row: Option<(i64,)> = sql!(
        "UPDATE session SET code_tries = code_tries + 1
         WHERE firm_id = $1 AND id = $2 AND stage = 'pending' AND revoked_at IS NULL AND expires_at > $4
           AND code_tries < $3
         RETURNING code_tries",
        firm,
        session,
        most,
        now
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(tries,)| tries))
}

/// A new code begins a new count once the old ones are used up, and gives the sign-in time to wait for it.
/// Whether the sign-in is still under way.
pub(super) async fn wait_on(
    conn: &mut Conn,
    firm: FirmId,
    session: SessionId,
    most_tries: i64,
    now: Ts,
    until: Ts,
) -> Result<bool, DbError> {
    let alive = sql!(
        "UPDATE session SET expires_at = $5, code_tries = CASE WHEN code_tries >= $3 THEN 0 ELSE code_tries END
         WHERE firm_id = $1 AND id = $2 AND stage = 'pending' AND revoked_at IS NULL AND expires_at > $4",
        firm,
        session,
        most_tries,
        now,
        until
    )
    .run(conn)
    .await?;
    Ok(alive == 1)
}

/// When this sign-in began and its newest code was sent.
pub(super) async fn pending(
    conn: &mut Conn,
    firm: FirmId,
    session: SessionId,
) -> Result<Option<PendingRow>, DbError> {
    sql!(
        "SELECT s.created_at, (SELECT MAX(c.created_at) FROM sign_in_code c
                               WHERE c.session_id = s.id AND c.firm_id = s.firm_id) AS sent_at
         FROM session s WHERE s.firm_id = $1 AND s.id = $2",
        firm,
        session
    )
    .optional(conn)
    .await
}

/// A mail under way.
#[derive(sqlx::FromRow)]
pub(super) struct NewestMail {
    pub state: String,
    /// The mail server was asked, and did not take it.
    pub tried: bool,
}

/// How the newest mail to this address since then stands. Reads the outbox, never writes it.
pub(super) async fn newest_mail(
    conn: &mut Conn,
    firm: FirmId,
    to: &str,
    since: Ts,
) -> Result<Option<NewestMail>, DbError> {
    sql!(
        "SELECT state, last_reply IS NOT NULL AS tried FROM outbox
         WHERE firm_id = $1 AND to_address = $2 AND created_at >= $3 ORDER BY id DESC LIMIT 1",
        firm,
        to,
        since
    )
    .optional(conn)
    .await
}
