//! Failed attempts in the trail, which anybody on the internet can make: of each hour the first ones to an address, and the
//! first ones to a firm, have rows of their own. The others are counted in a table beside the trail and appended to it as one row
//! when the hour is over: rows of the trail are never changed.

use super::{Act, record};
use crate::db::{Conn, DbError, Tx};
use crate::keys::Purpose;
use crate::request::Cx;
use crate::sql;
use crate::{Platform, chores};
use kernel::{AppError, FirmId, Ts, UserId};
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
///
/// # Errors
/// What the database says; then the act itself is undone too.
pub async fn record_attempt(tx: &mut Tx, cx: &Cx, act: Act) -> Result<(), DbError> {
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
        &cx.source.place,
        &cx.source.os,
        &cx.source.browser
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

/// What is being counted at this person's address, newest first.
///
/// # Errors
/// What the database says.
pub async fn unlisted_of(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<Vec<Unlisted>, DbError> {
    sql!(
        "SELECT event, unlisted, last_at, ip, place, os, browser FROM audit_attempt
         WHERE firm_id = $1 AND subject_id = $2 AND unlisted > 0 ORDER BY last_at DESC LIMIT 20",
        firm,
        user
    )
    .all(conn)
    .await
}

#[derive(sqlx::FromRow)]
struct Closed {
    firm_id: FirmId,
    window_start: Ts,
    subject_id: Option<Uuid>,
    subject: String,
    #[sqlx(flatten)]
    rest: Unlisted,
}

/// Appends to the trail what was counted in hours that are over; how many counters were closed. Call it now and then.
///
/// # Errors
/// When the database does not answer. A firm whose counters cannot be closed does not stop the others.
pub async fn close_attempts(platform: &Platform) -> Result<u64, AppError> {
    let over = start(platform.clock.now()).plus(-WINDOW);
    let firms: Vec<(FirmId,)> = sql!(
        "SELECT DISTINCT firm_id FROM audit_attempt WHERE window_start <= $1 ORDER BY firm_id LIMIT 10000",
        over
    )
    .all(&mut platform.db.read().await?)
    .await?;
    let mut closed = 0;
    for (firm,) in firms {
        let of_firm = chores::piece("counted attempts", firm, close_of(platform, firm, over)).await;
        closed += of_firm.unwrap_or(0);
    }
    Ok(closed)
}

async fn close_of(platform: &Platform, firm: FirmId, over: Ts) -> Result<u64, AppError> {
    let mut closed = 0;
    loop {
        let p = platform.clone();
        let close =
            platform.db.write(move |tx| Box::pin(async move { Ok(close_some(tx, &p, firm, over).await?) }));
        let some = close.await?;
        closed += some;
        if i64::try_from(some).unwrap_or(0) < AT_ONCE {
            return Ok(closed);
        }
    }
}

/// Whoever deletes a counter writes its row, so of two workers one does.
async fn close_some(tx: &mut Tx, platform: &Platform, firm: FirmId, over: Ts) -> Result<u64, DbError> {
    let rows: Vec<Closed> = sql!(
        "DELETE FROM audit_attempt WHERE firm_id = $3 AND window_start <= $1 AND bucket IN (
            SELECT bucket FROM audit_attempt WHERE firm_id = $3 AND window_start <= $1 ORDER BY window_start LIMIT $2)
         RETURNING firm_id, window_start, subject_id, subject, event, unlisted, last_at, ip, place, os, browser",
        over,
        AT_ONCE,
        firm
    )
    .all(tx)
    .await?;
    let count = u64::try_from(rows.len()).unwrap_or(0);
    // Addresses that are nobody's are summed up: there is no end of them.
    let mut nobodys: BTreeMap<(FirmId, Ts, String), Closed> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| row.rest.unlisted > 0) {
        if row.subject_id.is_some() {
            append(tx, platform, &row).await?;
            continue;
        }
        let key = (row.firm_id, row.window_start, row.rest.event.clone());
        let (unlisted, last_at) = (row.rest.unlisted, row.rest.last_at);
        let sum = nobodys.entry(key).or_insert_with(|| Closed {
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
