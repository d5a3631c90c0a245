//! Rows of `session`.

use kernel::{FirmId, SessionId, Ts, UserId};
use platform::Cx;
use platform::chores::PIECE;
use platform::db::{Conn, DbError, Stmt};
use platform::sql;
use sqlx::types::Uuid;

/// A row to be.
pub(super) struct NewSession {
    pub id: SessionId,
    pub user: UserId,
    pub token_hash: [u8; 32],
    pub stage: &'static str,
    pub factor: String,
    pub next_path: Option<String>,
    pub banner_closed: bool,
    pub account_chosen: bool,
    pub expires_at: Ts,
    pub proved_at: Ts,
}

/// What a renewed session keeps.
#[derive(sqlx::FromRow)]
pub(super) struct Kept {
    pub factor: String,
    pub banner_closed: bool,
    pub account_chosen: bool,
    pub expires_at: Ts,
    pub proved_at: Ts,
}

/// A browser signed in, or trusted.
#[derive(sqlx::FromRow)]
pub(super) struct DeviceRow {
    pub id: Uuid,
    pub factor: String,
    pub created_at: Ts,
    pub last_seen_at: Ts,
    pub ip: String,
    pub place: String,
    pub os: String,
    pub browser: String,
    pub token_hash: Vec<u8>,
}

pub(super) async fn insert(conn: &mut Conn, cx: &Cx, row: NewSession) -> Result<(), DbError> {
    sql!(
        "INSERT INTO session (id, firm_id, user_id, token_hash, stage, factor, next_path, banner_closed, account_chosen,
            code_tries, created_at, last_seen_at, expires_at, proved_at, ip, place, os, browser)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $10, $11, $12, $13, $14, $15, $16)",
        row.id,
        cx.firm.id,
        row.user,
        row.token_hash,
        row.stage,
        row.factor,
        row.next_path,
        row.banner_closed,
        row.account_chosen,
        cx.now(),
        row.expires_at,
        row.proved_at,
        cx.source.ip.to_string(),
        cx.place(),
        cx.source.os(),
        cx.source.browser()
    )
    .run(conn)
    .await
    .map(drop)
}

/// Ends a pending session that still holds; whether it did. Whoever asks second is told no.
pub(super) async fn take_pending(
    conn: &mut Conn,
    firm: FirmId,
    id: SessionId,
    now: Ts,
) -> Result<bool, DbError> {
    let taken = sql!(
        "UPDATE session SET revoked_at = $3
         WHERE firm_id = $1 AND id = $2 AND stage = 'pending' AND revoked_at IS NULL AND expires_at > $3",
        firm,
        id,
        now
    )
    .run(conn)
    .await?;
    Ok(taken == 1)
}

/// Ends a full session that is to go on under another token.
pub(super) async fn take_full(
    conn: &mut Conn,
    firm: FirmId,
    id: SessionId,
    now: Ts,
) -> Result<Option<Kept>, DbError> {
    sql!(
        "UPDATE session SET revoked_at = $3
         WHERE firm_id = $1 AND id = $2 AND stage = 'full' AND revoked_at IS NULL AND expires_at > $3
         RETURNING factor, banner_closed, account_chosen, expires_at, proved_at",
        firm,
        id,
        now
    )
    .optional(conn)
    .await
}

pub(super) async fn revoke(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    id: SessionId,
    now: Ts,
) -> Result<bool, DbError> {
    let ended = sql!(
        "UPDATE session SET revoked_at = $4 WHERE firm_id = $1 AND user_id = $2 AND id = $3 AND revoked_at IS NULL",
        firm,
        user,
        id,
        now
    )
    .run(conn)
    .await?;
    Ok(ended == 1)
}

pub(super) async fn revoke_all_but(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    keep: Option<SessionId>,
    now: Ts,
) -> Result<u64, DbError> {
    sql!(
        "UPDATE session SET revoked_at = $4
         WHERE firm_id = $1 AND user_id = $2 AND revoked_at IS NULL AND (CAST($3 AS UUID) IS NULL OR id <> $3)",
        firm,
        user,
        keep,
        now
    )
    .run(conn)
    .await
}

/// Signed in, not ended, and seen since `idle_since`; and those that are trusted, which have the factor `trusted` and end at
/// `last_seen_at`. In one statement, for both are on one page.
pub(super) async fn devices(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    now: Ts,
    idle_since: Ts,
) -> Result<Vec<DeviceRow>, DbError> {
    sql!(
        "SELECT d.id, d.factor, d.created_at, d.last_seen_at, d.ip, d.place, d.os, d.browser, d.token_hash FROM (
            SELECT s.id, s.factor, s.created_at, s.last_seen_at, s.ip, s.place, s.os, s.browser, s.token_hash
            FROM session s
            WHERE s.firm_id = $1 AND s.user_id = $2 AND s.stage = 'full' AND s.revoked_at IS NULL
              AND s.expires_at > $3 AND s.last_seen_at > $4
            ORDER BY s.last_seen_at DESC, s.id DESC LIMIT 100) d
         UNION ALL
         SELECT r.id, 'trusted', r.created_at, r.expires_at, r.ip, r.place, r.os, r.browser, r.token_hash FROM (
            SELECT t.id, t.created_at, t.expires_at, t.ip, t.place, t.os, t.browser, t.token_hash
            FROM trusted_device t
            WHERE t.firm_id = $1 AND t.user_id = $2 AND t.expires_at > $3
            ORDER BY t.id DESC LIMIT 20) r",
        firm,
        user,
        now,
        idle_since
    )
    .all(conn)
    .await
}

/// Never brings an ended session back (SEC-35), and never moves time backwards.
pub(super) async fn see(conn: &mut Conn, firm: FirmId, id: SessionId, now: Ts) -> Result<(), DbError> {
    sql!(
        "UPDATE session SET last_seen_at = $3
         WHERE firm_id = $1 AND id = $2 AND revoked_at IS NULL AND last_seen_at < $3",
        firm,
        id,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// As if the password had never been given in this session.
pub(super) async fn unprove(conn: &mut Conn, firm: FirmId, session: SessionId) -> Result<(), DbError> {
    sql!("UPDATE session SET proved_at = 0 WHERE firm_id = $1 AND id = $2", firm, session)
        .run(conn)
        .await
        .map(drop)
}

/// Whether there are sessions that ended before.
pub(super) fn old_sessions(before: Ts) -> Stmt {
    sql!("SELECT COUNT(*) FROM (SELECT 1 AS one FROM session WHERE expires_at < $1 LIMIT 1) found", before)
}

/// Some of them, whose codes are gone: asked for each, where NOT EXISTS would make PostgreSQL read all codes.
pub(super) fn purge_sessions(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM session WHERE id IN (
            SELECT s.id FROM session s
            WHERE s.expires_at < $1
              AND (SELECT c.id FROM mailed_code c WHERE c.of_id = s.id LIMIT 1) IS NULL
            ORDER BY s.expires_at LIMIT $2)",
        before,
        PIECE
    )
}

/// Counts one try at a code of this sign-in, all codes together; how many that makes. `None` when the sign-in has
/// ended or has no try left.
pub(crate) async fn count_try(
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
pub(crate) async fn wait_on(
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

/// Ends the sign-ins of this person that wait for their code: what was mailed for them opens nothing any more.
pub(crate) async fn end_pending(conn: &mut Conn, firm: FirmId, user: UserId, now: Ts) -> Result<(), DbError> {
    sql!(
        "UPDATE session SET revoked_at = $3
         WHERE firm_id = $1 AND user_id = $2 AND stage = 'pending' AND revoked_at IS NULL",
        firm,
        user,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// The question which account was answered in this session.
pub(crate) async fn answered(conn: &mut Conn, firm: FirmId, session: SessionId) -> Result<(), DbError> {
    sql!(
        "UPDATE session SET account_chosen = TRUE WHERE firm_id = $1 AND id = $2 AND revoked_at IS NULL",
        firm,
        session
    )
    .run(conn)
    .await
    .map(drop)
}

/// The banner stays away for the rest of this session.
pub(crate) async fn close_banner(conn: &mut Conn, firm: FirmId, session: SessionId) -> Result<(), DbError> {
    sql!(
        "UPDATE session SET banner_closed = TRUE WHERE firm_id = $1 AND id = $2 AND revoked_at IS NULL",
        firm,
        session
    )
    .run(conn)
    .await
    .map(drop)
}
