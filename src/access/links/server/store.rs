//! Rows of `link`.

use super::kind::Link;
use crate::links::rules::{Dates, MOST_MAILS};
use kernel::{FirmId, MailId, Ts};
use platform::chores::Due;
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

/// A link as its page needs it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct LinkRow {
    pub id: Uuid,
    pub of_id: Uuid,
    pub email_norm: Option<String>,
    #[sqlx(flatten)]
    pub dates: Dates,
}

pub(super) async fn insert(
    conn: &mut Conn,
    firm: FirmId,
    (id, of): (Uuid, Uuid),
    link: &Link<'_>,
    token_hash: [u8; 32],
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        firm,
        link.kind.name,
        of,
        link.to,
        token_hash,
        now,
        link.until
    )
    .run(conn)
    .await
    .map(drop)
}

pub(super) async fn by_token(
    conn: &mut Conn,
    firm: FirmId,
    kind: &'static str,
    token_hash: [u8; 32],
) -> Result<Option<LinkRow>, DbError> {
    sql!(
        "SELECT id, of_id, email_norm, expires_at, used_at, superseded_at, revoked_at FROM link
         WHERE firm_id = $1 AND kind = $2 AND token_hash = $3",
        firm,
        kind,
        token_hash
    )
    .optional(conn)
    .await
}

pub(super) async fn by_id(
    conn: &mut Conn,
    firm: FirmId,
    kind: &'static str,
    id: Uuid,
) -> Result<Option<LinkRow>, DbError> {
    sql!(
        "SELECT id, of_id, email_norm, expires_at, used_at, superseded_at, revoked_at FROM link
         WHERE firm_id = $1 AND kind = $2 AND id = $3",
        firm,
        kind,
        id
    )
    .optional(conn)
    .await
}

/// When this address was mailed since then, newest first; more than the day's five are of no interest.
pub(super) async fn mailed_since(
    conn: &mut Conn,
    firm: FirmId,
    kind: &'static str,
    email_norm: &str,
    since: Ts,
) -> Result<Vec<Ts>, DbError> {
    let rows: Vec<(Ts,)> = sql!(
        "SELECT created_at FROM link WHERE firm_id = $1 AND kind = $2 AND email_norm = $3 AND created_at > $4
         ORDER BY id DESC LIMIT $5",
        firm,
        kind,
        email_norm,
        since,
        i64::try_from(MOST_MAILS).unwrap_or(i64::MAX)
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(at,)| at).collect())
}

pub(super) async fn supersede_of(
    conn: &mut Conn,
    firm: FirmId,
    kind: &'static str,
    of: Uuid,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "UPDATE link SET superseded_at = $4
         WHERE firm_id = $1 AND kind = $2 AND of_id = $3 AND used_at IS NULL AND superseded_at IS NULL
           AND revoked_at IS NULL",
        firm,
        kind,
        of,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

pub(super) async fn supersede_at(
    conn: &mut Conn,
    firm: FirmId,
    kind: &'static str,
    email_norm: &str,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "UPDATE link SET superseded_at = $4
         WHERE firm_id = $1 AND kind = $2 AND email_norm = $3 AND used_at IS NULL AND superseded_at IS NULL
           AND revoked_at IS NULL",
        firm,
        kind,
        email_norm,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

pub(super) async fn revoke_of(
    conn: &mut Conn,
    firm: FirmId,
    kind: &'static str,
    of: Uuid,
    now: Ts,
) -> Result<u64, DbError> {
    sql!(
        "UPDATE link SET revoked_at = $4
         WHERE firm_id = $1 AND kind = $2 AND of_id = $3 AND used_at IS NULL AND revoked_at IS NULL",
        firm,
        kind,
        of,
        now
    )
    .run(conn)
    .await
}

pub(super) async fn revoke_at(
    conn: &mut Conn,
    firm: FirmId,
    kind: &'static str,
    email_norm: &str,
    now: Ts,
) -> Result<u64, DbError> {
    sql!(
        "UPDATE link SET revoked_at = $4
         WHERE firm_id = $1 AND kind = $2 AND email_norm = $3 AND used_at IS NULL AND revoked_at IS NULL",
        firm,
        kind,
        email_norm,
        now
    )
    .run(conn)
    .await
}

/// Uses a link up, if it still is open; whether nobody was faster.
pub(super) async fn use_once(
    conn: &mut Conn,
    firm: FirmId,
    kind: &'static str,
    id: Uuid,
    now: Ts,
) -> Result<bool, DbError> {
    let used = sql!(
        "UPDATE link SET used_at = $4
         WHERE firm_id = $1 AND kind = $2 AND id = $3 AND used_at IS NULL AND superseded_at IS NULL
           AND revoked_at IS NULL AND expires_at > $4",
        firm,
        kind,
        id,
        now
    )
    .run(conn)
    .await?;
    Ok(used == 1)
}

pub(super) async fn mailed(conn: &mut Conn, firm: FirmId, id: Uuid, mail: MailId) -> Result<(), DbError> {
    sql!("UPDATE link SET mail_id = $3 WHERE firm_id = $1 AND id = $2", firm, id, mail)
        .run(conn)
        .await
        .map(drop)
}

pub(super) async fn newest_open(
    conn: &mut Conn,
    firm: FirmId,
    kind: &'static str,
    of: Uuid,
    now: Ts,
) -> Result<Option<Ts>, DbError> {
    let row: Option<(Ts,)> = sql!(
        "SELECT created_at FROM link
         WHERE firm_id = $1 AND kind = $2 AND of_id = $3 AND used_at IS NULL AND superseded_at IS NULL
           AND revoked_at IS NULL AND expires_at > $4
         ORDER BY id DESC LIMIT 1",
        firm,
        kind,
        of,
        now
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(at,)| at))
}

pub(super) async fn expired(
    conn: &mut Conn,
    kind: &'static str,
    after: Uuid,
    (since, until): (Ts, Ts),
) -> Result<Vec<Due>, DbError> {
    sql!(
        "SELECT id, firm_id FROM link
         WHERE kind = $4 AND (expires_at, id) > (COALESCE((SELECT v.expires_at FROM link v WHERE v.id = $3), $1), $3)
           AND expires_at > $1 AND expires_at <= $2 AND expiry_told_at IS NULL
           AND used_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL
         ORDER BY expires_at, id LIMIT 500",
        since,
        until,
        after,
        kind
    )
    .all(conn)
    .await
}

pub(super) async fn claim_expired(
    conn: &mut Conn,
    firm: FirmId,
    kind: &'static str,
    id: Uuid,
    now: Ts,
) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> = sql!(
        "UPDATE link SET expiry_told_at = $4
         WHERE firm_id = $1 AND kind = $2 AND id = $3 AND expiry_told_at IS NULL AND expires_at <= $4
           AND used_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL
         RETURNING COALESCE(email_norm, '') AS email_norm",
        firm,
        kind,
        id,
        now
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(norm,)| norm))
}
