//! Mails that were refused for good: somebody is told of each, once.

use crate::chores::Due;
use crate::db::{Conn, DbError};
use crate::sql;
use kernel::{FirmId, MailId, Ts};
use uuid::Uuid;

/// Mails of all firms that were refused for good and that nobody was told of, behind this one.
pub async fn failed(conn: &mut Conn, after: Uuid, now: Ts) -> Result<Vec<Due>, DbError> {
    sql!(
        "SELECT id, firm_id FROM outbox
         WHERE state = 'failed' AND told_at IS NULL AND id > $1 AND next_at <= $2 ORDER BY id LIMIT 32",
        after,
        now
    )
    .all(conn)
    .await
}

/// Such a mail.
#[derive(sqlx::FromRow)]
pub struct Failed {
    pub last_reply: Option<String>,
}

/// The mail, if this worker is the one to tell of it.
pub async fn claim_failed(
    conn: &mut Conn,
    firm: FirmId,
    mail: MailId,
    now: Ts,
) -> Result<Option<Failed>, DbError> {
    sql!(
        "UPDATE outbox SET told_at = $3 WHERE firm_id = $1 AND id = $2 AND state = 'failed' AND told_at IS NULL
         RETURNING last_reply",
        firm,
        mail,
        now
    )
    .optional(conn)
    .await
}

/// Leaves a mail alone until then, because telling of it failed.
pub async fn postpone_failed(conn: &mut Conn, firm: FirmId, mail: MailId, until: Ts) -> Result<(), DbError> {
    sql!(
        "UPDATE outbox SET next_at = $3 WHERE firm_id = $1 AND id = $2 AND state = 'failed' AND told_at IS NULL",
        firm,
        mail,
        until
    )
    .run(conn)
    .await
    .map(drop)
}
