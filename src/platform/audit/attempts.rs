//! Failed attempts in the trail, which anybody on the internet can make: of each hour the first ones to an address, and the
//! first ones to a firm, have rows of their own. The others are counted in a table beside the trail and appended to it as one row
//! when the hour is over: rows of the trail are never changed.

use super::{Act, record};
use crate::db::{DbError, Tx};
use crate::keys::Purpose;
use crate::request::Cx;
use crate::sql;
use crate::{Platform, chores};
use kernel::{AppError, FirmId, Ts};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How long attempts are counted together, in microseconds.
pub const WINDOW: i64 = Ts::HOUR;
/// Attempts at one address that have rows of their own.
pub const EACH: i64 = 10;
/// Attempts at a firm, whatever the address, that have rows of their own.
pub const ALL: i64 = 200;
/// The event of a row that stands for many. Its detail is the event of each and their number.
pub const MORE: &str = "more_attempts";

/// Where the attempts at all addresses of a firm are counted together.
const EVERYBODY: [u8; 32] = [0; 32];
/// Counters that are closed at a time.
const AT_ONCE: i64 = 2_000;

/// Whether an attempt has a row of its own, being so many-th at its address and at the firm. The same whether or not anybody has
/// the address, for the work would tell (SEC-10).
const fn listed(here: i64, all: i64) -> bool {
    here <= EACH && all <= ALL
}

/// Records a failed attempt: as a row of its own, or as one of many. `act.subject` is the address that was typed.
pub(crate) async fn record_attempt(tx: &mut Tx, cx: &Cx, act: Act) -> Result<(), DbError> {
    let address = cx.keys.hmac(
        Purpose::Limit,
        &[b"audit-attempt", act.event.as_bytes(), act.subject.to_lowercase().as_bytes()],
    );
    let here = count(tx, cx, &act, address).await?;
    let nobody = Act { subject_id: None, subject: String::new(), ..act.clone() };
    let all = count(tx, cx, &nobody, EVERYBODY).await?;
    if listed(here, all) {
        return record(tx, cx, act).await;
    }
    sql!(
        "UPDATE audit_attempt SET unlisted = unlisted + 1
         WHERE firm_id = $1 AND event = $2 AND bucket = $3 AND window_start = $4",
        cx.firm.id,
        act.event,
        address,
        start(cx.now())
    )
    .run(tx)
    .await
    .map(drop)
}

async fn count(tx: &mut Tx, cx: &Cx, act: &Act, bucket: [u8; 32]) -> Result<i64, DbError> {
    let (hits,): (i64,) = sql!(
        "INSERT INTO audit_attempt (firm_id, event, bucket, window_start, subject_id, subject, hits, unlisted, last_at,
            ip, place, os, browser)
         VALUES ($1, $2, $3, $4, $5, $6, 1, 0, $7, $8, $9, $10, $11)
         ON CONFLICT (firm_id, event, bucket, window_start) DO UPDATE SET hits = audit_attempt.hits + 1,
            subject_id = COALESCE($5, audit_attempt.subject_id), last_at = $7, ip = $8, place = $9, os = $10,
            browser = $11
         RETURNING hits",
        cx.firm.id,
        act.event,
        bucket,
        start(cx.now()),
        act.subject_id,
        &act.subject,
        cx.now(),
        cx.source.ip.to_string(),
        cx.place(),
        cx.source.os(),
        cx.source.browser()
    )
    .one(tx)
    .await?;
    Ok(hits)
}

fn start(now: Ts) -> Ts {
    Ts(now.0 - now.0.rem_euclid(WINDOW))
}

/// Attempts that have no row of their own.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Unlisted {
    pub event: String,
    pub unlisted: i64,
    /// When the last of them was, and from where.
    pub last_at: Ts,
    pub ip: String,
    pub place: String,
    pub os: String,
    pub browser: String,
}

#[derive(sqlx::FromRow)]
struct Closed {
    firm_id: FirmId,
    subject_id: Option<Uuid>,
    subject: String,
    #[sqlx(flatten)]
    rest: Unlisted,
}

/// Which counter.
#[derive(Clone, sqlx::FromRow)]
struct Key {
    window_start: Ts,
    firm_id: FirmId,
    event: String,
    bucket: Vec<u8>,
}

impl Key {
    /// Before all others.
    fn least() -> Self {
        Self {
            window_start: Ts(i64::MIN),
            firm_id: FirmId(Uuid::nil()),
            event: String::new(),
            bucket: Vec::new(),
        }
    }

    /// Whether both are of one hour of a firm.
    fn is_beside(&self, other: &Self) -> bool {
        (self.window_start, self.firm_id) == (other.window_start, other.firm_id)
    }
}

crate::recurring!("counted attempts", every: 10 minutes, close_attempts);

/// Appends to the trail what was counted in hours that are over; how many counters were closed. Call it now and then.
///
/// They are looked up from the oldest on, outside of any transaction; each hour of a firm is closed from the first counter that
/// was found to the last, and in one transaction.
///
/// # Errors
/// When the database does not answer. A firm whose counters cannot be closed does not stop the others.
pub async fn close_attempts(platform: &Platform) -> Result<u64, AppError> {
    let over = start(platform.clock.now()).plus(-WINDOW);
    let (mut closed, mut last) = (0, Key::least());
    loop {
        let found = over_since(platform, &last, over).await?;
        let Some(end) = found.last().cloned() else { return Ok(closed) };
        last = end;
        for hour in found.chunk_by(Key::is_beside) {
            let (Some(from), Some(to)) = (hour.first(), hour.last()) else { continue };
            let of_hour = chores::piece("counted attempts", from.firm_id, close(platform, from, to)).await;
            closed += of_hour.unwrap_or(0);
        }
    }
}

/// Counters behind this one whose hour is over, in the order of hours and firms.
async fn over_since(platform: &Platform, last: &Key, over: Ts) -> Result<Vec<Key>, DbError> {
    sql!(
        "SELECT window_start, firm_id, event, bucket FROM audit_attempt
         WHERE (window_start, firm_id, event, bucket) > ($1, $2, $3, $4) AND window_start <= $5
         ORDER BY window_start, firm_id, event, bucket LIMIT $6",
        last.window_start,
        last.firm_id,
        &last.event,
        last.bucket.clone(),
        over,
        AT_ONCE
    )
    .all(&mut platform.db.read().await?)
    .await
}

async fn close(platform: &Platform, from: &Key, to: &Key) -> Result<u64, AppError> {
    let (p, from, to) = (platform.clone(), from.clone(), to.clone());
    platform.db.write(move |tx| Box::pin(async move { Ok(close_in(tx, &p, from, to).await?) })).await
}

/// Whoever deletes a counter writes its row, so of two workers one does.
async fn close_in(tx: &mut Tx, platform: &Platform, from: Key, to: Key) -> Result<u64, DbError> {
    let rows: Vec<Closed> = sql!(
        "DELETE FROM audit_attempt WHERE window_start = $1 AND firm_id = $2
            AND (event, bucket) >= ($3, $4) AND (event, bucket) <= ($5, $6)
         RETURNING firm_id, subject_id, subject, event, unlisted, last_at, ip, place, os, browser",
        from.window_start,
        from.firm_id,
        from.event,
        from.bucket,
        to.event,
        to.bucket
    )
    .all(tx)
    .await?;
    let count = u64::try_from(rows.len()).unwrap_or(0);
    // Addresses that are nobody's are summed up: there is no end of them.
    let mut nobodys: BTreeMap<String, Closed> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| row.rest.unlisted > 0) {
        if row.subject_id.is_some() {
            append(tx, platform, &row).await?;
            continue;
        }
        let (unlisted, last_at) = (row.rest.unlisted, row.rest.last_at);
        let sum = nobodys.entry(row.rest.event.clone()).or_insert_with(|| Closed {
            subject: String::new(),
            rest: Unlisted {
                unlisted: 0,
                ip: String::new(),
                place: String::new(),
                os: String::new(),
                browser: String::new(),
                ..row.rest.clone()
            },
            ..row
        });
        sum.rest.unlisted += unlisted;
        sum.rest.last_at = sum.rest.last_at.max(last_at);
    }
    for sum in nobodys.values() {
        append(tx, platform, sum).await?;
    }
    Ok(count)
}

async fn append(tx: &mut Tx, platform: &Platform, row: &Closed) -> Result<(), DbError> {
    sql!(
        "INSERT INTO audit_event (id, firm_id, at, event, actor_kind, actor_id, actor_name, account_id,
            subject_id, subject, detail, ip, place, os, browser)
         VALUES ($1, $2, $3, $4, 'guest', NULL, '', NULL, $5, $6, $7, $8, $9, $10, $11)",
        platform.ids.next(),
        row.firm_id,
        row.rest.last_at,
        MORE,
        row.subject_id,
        &row.subject,
        format!("{} {}", row.rest.event, row.rest.unlisted),
        &row.rest.ip,
        &row.rest.place,
        &row.rest.os,
        &row.rest.browser
    )
    .run(tx)
    .await
    .map(drop)
}
