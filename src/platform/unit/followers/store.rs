//! Rows of `domain_event`, and the cursors of those who read them.

use super::event::Heard;
use crate::audit::Act;
use crate::chores::PIECE;
use crate::db::{Conn, DbError, Tx};
use crate::request::Cx;
use crate::sql;
use kernel::Ts;

/// Writes an event down, with its transaction and in the order of the commits.
pub(in crate::unit) async fn write_down(
    tx: &mut Tx,
    cx: &Cx,
    act: &Act,
    facts: String,
) -> Result<(), DbError> {
    let insert = sql!(
        "INSERT INTO domain_event (firm_id, at, kind, account_id, subject_id, subject, actor_id, facts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        cx.firm.id,
        cx.now(),
        act.event,
        act.account,
        act.subject_id,
        &act.subject,
        act.who.id,
        facts
    );
    tx.at_commit(insert).await?;
    cx.queued.notify_one();
    Ok(())
}

/// The next events behind this one, of whatever kind.
pub(super) async fn behind(conn: &mut Conn, seq: i64) -> Result<Vec<Heard>, DbError> {
    sql!(
        "SELECT seq, firm_id, at, kind, account_id, subject_id, subject, actor_id, facts FROM domain_event
         WHERE seq > $1 ORDER BY seq LIMIT 200",
        seq
    )
    .all(conn)
    .await
}

pub(super) async fn event(conn: &mut Conn, seq: i64) -> Result<Option<Heard>, DbError> {
    sql!(
        "SELECT seq, firm_id, at, kind, account_id, subject_id, subject, actor_id, facts FROM domain_event
         WHERE seq = $1",
        seq
    )
    .optional(conn)
    .await
}

/// Up to where this follower has read; nothing for one that has never looked.
pub(super) async fn cursor(conn: &mut Conn, name: &str) -> Result<Option<i64>, DbError> {
    let row: Option<(i64,)> =
        sql!("SELECT seq FROM domain_event_reader WHERE name = $1", name).optional(conn).await?;
    Ok(row.map(|(seq,)| seq))
}

pub(super) async fn begin(tx: &mut Tx, name: &str) -> Result<(), DbError> {
    sql!("INSERT INTO domain_event_reader (name, seq) VALUES ($1, 0) ON CONFLICT (name) DO NOTHING", name)
        .run(tx)
        .await
        .map(drop)
}

/// Compare and swap: whether the cursor stood there, and is moved by us. Locks its row, so that of two workers one reads.
pub(super) async fn advance(tx: &mut Tx, name: &str, from: i64, to: i64) -> Result<bool, DbError> {
    let moved = sql!("UPDATE domain_event_reader SET seq = $3 WHERE name = $1 AND seq = $2", name, from, to)
        .run(tx)
        .await?;
    Ok(moved == 1)
}

/// The oldest events, and when they were.
pub(super) async fn oldest(conn: &mut Conn) -> Result<Vec<(i64, Ts)>, DbError> {
    sql!("SELECT seq, at FROM domain_event WHERE seq > 0 ORDER BY seq LIMIT 200").all(conn).await
}

/// Deletes the oldest, up to this one.
pub(super) async fn delete(tx: &mut Tx, last: i64) -> Result<u64, DbError> {
    sql!(
        "DELETE FROM domain_event WHERE seq IN (SELECT seq FROM domain_event WHERE seq <= $1 ORDER BY seq LIMIT $2)",
        last,
        PIECE
    )
    .run(tx)
    .await
}
