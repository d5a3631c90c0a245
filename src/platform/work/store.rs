//! Rows of `job`.
//!
//! `run_at` is when a job is due, and while a worker holds it, when its lease ends: so one whose worker died is due again
//! without anybody looking after it. `state` is `open`, `done` or `parked`; who may write is decided by the fence alone, so a
//! worker that was only slow still writes its end, unless another has begun.

use super::rules::Settled;
use crate::chores::{Due, PIECE};
use crate::db::{Conn, DbError, Stmt, Tx};
use crate::sql;
use kernel::{FirmId, Ts};
use uuid::Uuid;

/// A job to be queued.
pub(super) struct New {
    pub id: Uuid,
    pub firm: FirmId,
    pub name: &'static str,
    pub key: Option<String>,
    pub payload: String,
    pub due: Ts,
    pub now: Ts,
}

/// A job that a worker holds, without its payload: a row that cannot be read is an attempt that failed, and no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Held {
    pub id: Uuid,
    pub firm_id: FirmId,
    pub fence: i64,
    /// Since it last came to an end, this one included.
    pub attempts: i64,
}

impl Held {
    /// As the log names it.
    pub const fn due(self) -> Due {
        Due { id: self.id, firm_id: self.firm_id }
    }
}

/// Whether it was queued: of one key one waits at most. The one that waits is locked until this transaction ends, so that whoever
/// claims it sees what this one writes.
pub(super) async fn insert(conn: &mut Conn, job: New) -> Result<bool, DbError> {
    let (waiting,): (Uuid,) = sql!(
        "INSERT INTO job (id, firm_id, name, dedup_key, payload, state, run_at, attempts, fence, created_at, ended_at, reason)
         VALUES ($1, $2, $3, $4, $5, 'open', $6, 0, 0, $7, NULL, NULL)
         ON CONFLICT (dedup_key, name, firm_id) WHERE fence = 0 AND dedup_key IS NOT NULL
         DO UPDATE SET fence = job.fence
         RETURNING id",
        job.id,
        job.firm,
        job.name,
        job.key,
        job.payload,
        job.due,
        job.now
    )
    .one(conn)
    .await?;
    Ok(waiting == job.id)
}

/// The next job of a kind that is due, of whatever firm.
pub(super) async fn next(conn: &mut Conn, name: &'static str, now: Ts) -> Result<Option<Uuid>, DbError> {
    let next: Option<(Uuid,)> = sql!(
        "SELECT id FROM job WHERE state = 'open' AND name = $1 AND run_at <= $2 ORDER BY run_at, id LIMIT 1",
        name,
        now
    )
    .optional(conn)
    .await?;
    Ok(next.map(|(id,)| id))
}

/// Claims a job until then. Nothing when another worker was faster: its lease makes it due later.
pub(super) async fn claim(conn: &mut Conn, job: Uuid, now: Ts, until: Ts) -> Result<Option<Held>, DbError> {
    sql!(
        "UPDATE job SET fence = fence + 1, attempts = attempts + 1, run_at = $3
         WHERE id = $1 AND state = 'open' AND run_at <= $2
         RETURNING id, firm_id, fence, attempts",
        job,
        now,
        until
    )
    .optional(conn)
    .await
}

/// Nothing when another worker has it by now.
pub(super) async fn payload(conn: &mut Conn, held: Held) -> Result<Option<String>, DbError> {
    let payload: Option<(String,)> =
        sql!("SELECT payload FROM job WHERE id = $1 AND fence = $2 AND state = 'open'", held.id, held.fence)
            .optional(conn)
            .await?;
    Ok(payload.map(|(payload,)| payload))
}

/// Whether it is still this worker's. Locks the row, so that it stays so to the end of the transaction.
pub(super) async fn holds(tx: &mut Tx, held: Held) -> Result<bool, DbError> {
    let mine = sql!(
        "UPDATE job SET fence = fence WHERE id = $1 AND fence = $2 AND state = 'open'",
        held.id,
        held.fence
    )
    .run(tx)
    .await?;
    Ok(mine == 1)
}

/// Marks it as done; whether it was still this worker's.
pub(super) async fn finish(tx: &mut Tx, held: Held, now: Ts) -> Result<bool, DbError> {
    let mine = sql!(
        "UPDATE job SET state = 'done', ended_at = $3 WHERE id = $1 AND fence = $2 AND state = 'open'",
        held.id,
        held.fence,
        now
    )
    .run(tx)
    .await?;
    Ok(mine == 1)
}

/// Writes down how a turn ended; whether the job was still this worker's.
pub(super) async fn settle(tx: &mut Tx, held: Held, settled: Settled, now: Ts) -> Result<bool, DbError> {
    match settled {
        Settled::Done => finish(tx, held, now).await,
        Settled::Parked(reason) => park(tx, held, reason, now).await,
        Settled::Back { at, attempts, reason } => {
            if supersede(tx, held, now).await? {
                return Ok(true);
            }
            let mine = sql!(
                "UPDATE job SET run_at = $3, attempts = $4, reason = $5
                 WHERE id = $1 AND fence = $2 AND state = 'open'",
                held.id,
                held.fence,
                at,
                attempts,
                reason
            )
            .run(tx)
            .await?;
            Ok(mine == 1)
        }
    }
}

async fn park(tx: &mut Tx, held: Held, reason: String, now: Ts) -> Result<bool, DbError> {
    let mine = sql!(
        "UPDATE job SET state = 'parked', ended_at = $3, reason = $4
         WHERE id = $1 AND fence = $2 AND state = 'open'",
        held.id,
        held.fence,
        now,
        reason
    )
    .run(tx)
    .await?;
    Ok(mine == 1)
}

/// Ends a job that would come back, if a younger one with its key waits: that one does for both.
async fn supersede(tx: &mut Tx, held: Held, now: Ts) -> Result<bool, DbError> {
    let ended = sql!(
        "UPDATE job SET state = 'done', ended_at = $3, reason = 'a younger one does for both'
         WHERE id = $1 AND fence = $2 AND state = 'open' AND EXISTS (
            SELECT 1 FROM job b WHERE b.dedup_key = job.dedup_key AND b.name = job.name AND b.firm_id = job.firm_id
              AND b.fence = 0 AND b.dedup_key IS NOT NULL)",
        held.id,
        held.fence,
        now
    )
    .run(tx)
    .await?;
    Ok(ended == 1)
}

/// The next name behind this one of which a job is open.
pub(super) async fn name_behind(conn: &mut Conn, name: &str) -> Result<Option<String>, DbError> {
    let next: Option<(String,)> =
        sql!("SELECT name FROM job WHERE state = 'open' AND name > $1 ORDER BY name LIMIT 1", name)
            .optional(conn)
            .await?;
    Ok(next.map(|(name,)| name))
}

/// Whether there are jobs that ended before.
pub(super) fn old(before: Ts) -> Stmt {
    sql!("SELECT COUNT(*) FROM (SELECT 1 AS one FROM job WHERE ended_at < $1 LIMIT 1) found", before)
}

/// Some of them.
pub(super) fn purge(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM job WHERE id IN (SELECT id FROM job WHERE ended_at < $1 ORDER BY ended_at LIMIT $2)",
        before,
        PIECE
    )
}
