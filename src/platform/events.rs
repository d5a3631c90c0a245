//! Live news: a row in the transaction of the change, told to browsers after its commit.
//!
//! One process hears its own commits at once. With PostgreSQL every node listens on one channel; the notification
//! carries nothing and only says "look": rows are read from the table, with a look back of some seconds because
//! commits need not come in the order of their ids.

use crate::Platform;
use crate::db::{DbError, Published, Tx};
use crate::request::Cx;
use crate::sql;
use kernel::live::{LiveEvent, News, Wire};
use kernel::{EventId, FirmId, Ts};
use serde_json::json;
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast;

const CHANNEL: &str = "portico_event";
/// Commits need not come in the order of their ids: what is a little older than the last that somebody heard, in
/// microseconds, may be news to them or not.
const OVERLAP: i64 = 2 * Ts::SECOND;
/// How far back the table is read again, in microseconds.
const LOOK_BACK: i64 = 10 * Ts::SECOND;
/// Most news a browser can catch up on; beyond it reloads.
const REPLAY: usize = 200;

/// Writes news into the transaction; browsers hear of it when, and if, it commits.
///
/// # Errors
/// What the database says.
pub async fn publish(tx: &mut Tx, cx: &Cx, news: News) -> Result<(), DbError> {
    publish_all(tx, cx, [news]).await
}

/// As [`publish`], several in one statement.
///
/// # Errors
/// What the database says.
pub async fn publish_all(tx: &mut Tx, cx: &Cx, news: impl IntoIterator<Item = News>) -> Result<(), DbError> {
    let events = news.into_iter().map(|news| LiveEvent::new(news, cx.tab.name())).collect();
    store(tx, &cx.platform, cx.firm.id, events).await
}

/// As [`publish`], for work without a request.
///
/// # Errors
/// What the database says.
pub async fn publish_for(tx: &mut Tx, platform: &Platform, firm: FirmId, news: News) -> Result<(), DbError> {
    store(tx, platform, firm, vec![LiveEvent::new(news, "")]).await
}

async fn store(
    tx: &mut Tx,
    platform: &Platform,
    firm: FirmId,
    events: Vec<LiveEvent>,
) -> Result<(), DbError> {
    let news: Vec<Published> =
        events.into_iter().map(|event| Published { id: EventId(platform.ids.next()), firm, event }).collect();
    let rows: Vec<_> = news
        .iter()
        .map(|one| {
            let Wire { scope, kind, entity, by, origin } = Wire::from(one.event.clone());
            json!([one.id.0.simple().to_string(), scope, kind, entity, by, origin])
        })
        .collect();
    sql!(
        sqlite: "INSERT INTO event (id, firm_id, scope, kind, entity, by_name, origin, at)
         SELECT unhex(j.value ->> 0), $1, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, $2
         FROM json_each($3) j",
        postgres: "INSERT INTO event (id, firm_id, scope, kind, entity, by_name, origin, at)
         SELECT CAST(j.value ->> 0 AS UUID), $1, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4,
            j.value ->> 5, $2
         FROM json_array_elements(CAST($3 AS JSON)) j",
        firm,
        platform.clock.now(),
        json!(rows).to_string()
    )
    .run(tx)
    .await?;
    news.into_iter().for_each(|one| tx.publish_after_commit(one));
    Ok(())
}

#[derive(sqlx::FromRow)]
struct EventRow {
    id: EventId,
    firm_id: FirmId,
    scope: String,
    kind: String,
    entity: Option<String>,
    by_name: String,
    origin: String,
}

impl EventRow {
    /// Nothing for news that this version does not know.
    fn read(self) -> Option<Published> {
        let EventRow { id, firm_id: firm, scope, kind, entity, by_name: by, origin } = self;
        let event = LiveEvent::try_from(Wire { scope, kind, entity, by, origin }).ok()?;
        Some(Published { id, firm, event })
    }
}

/// What a firm's browser may have missed since this event, oldest first; what it may have heard already comes without
/// its author. When it is too much, the one piece of news is that everything may be different.
///
/// # Errors
/// What the database says.
pub async fn since(platform: &Platform, firm: FirmId, last: EventId) -> Result<Vec<Published>, DbError> {
    let mut conn = platform.db.read().await?;
    let rows: Vec<EventRow> = sql!(
        "SELECT id, firm_id, scope, kind, entity, by_name, origin FROM event
         WHERE firm_id = $1 AND id > $2 ORDER BY id LIMIT 201",
        firm,
        EventId::at(last.instant().plus(-OVERLAP))
    )
    .all(&mut conn)
    .await?;
    if rows.len() > REPLAY {
        let now = EventId::at(platform.clock.now());
        return Ok(vec![Published { id: now, firm, event: LiveEvent::new(News::Everything, "") }]);
    }
    let perhaps_known = |mut one: Published| {
        if one.id <= last {
            one.id = last;
            one.event = one.event.quiet();
        }
        one
    };
    Ok(rows.into_iter().filter_map(EventRow::read).map(perhaps_known).collect())
}

/// Feeds `hub` with this firm's and every firm's news until the process ends.
pub async fn feed(platform: Platform, hub: broadcast::Sender<Arc<Published>>) {
    if platform.db.postgres().is_some() {
        feed_from_postgres(platform, hub).await;
    } else {
        let mut commits = platform.db.subscribe();
        loop {
            match commits.recv().await {
                Ok(news) => {
                    for one in news.iter() {
                        tell(&platform, &hub, one.clone());
                    }
                }
                Err(broadcast::error::RecvError::Lagged(missed)) => {
                    tracing::warn!(missed, "live news lagged")
                }
                Err(broadcast::error::RecvError::Closed) => return,
            }
        }
    }
}

/// What this node remembers of firms is outdated before any browser asks again.
fn tell(platform: &Platform, hub: &broadcast::Sender<Arc<Published>>, one: Published) {
    if matches!(one.event.news(), News::Firm { .. }) {
        platform.firms.forget();
    }
    let _ = hub.send(Arc::new(one));
}

async fn feed_from_postgres(platform: Platform, hub: broadcast::Sender<Arc<Published>>) {
    let Some(pool) = platform.db.postgres().cloned() else { return };
    tokio::spawn(notify_others(platform.clone()));
    let mut told: HashSet<EventId> = HashSet::new();
    let mut since = platform.clock.now();
    loop {
        let mut listener = match sqlx::postgres::PgListener::connect_with(&pool).await {
            Ok(listener) => listener,
            Err(error) => {
                tracing::warn!(%error, "cannot listen for news; trying again");
                tokio::time::sleep(Duration::from_secs(2)).await;
                continue;
            }
        };
        if listener.listen(CHANNEL).await.is_err() {
            continue;
        }
        // A notification may get lost with its connection, so the table is also read without one.
        while !matches!(tokio::time::timeout(Duration::from_secs(2), listener.recv()).await, Ok(Err(_))) {
            match read_new(&platform, since, &mut told).await {
                Ok(fresh) => fresh.into_iter().for_each(|one| tell(&platform, &hub, one)),
                Err(error) => tracing::warn!(error = %error.0, "cannot read news"),
            }
            since = platform.clock.now().plus(-LOOK_BACK);
        }
    }
}

/// One wake-up for whatever committed meanwhile; from its own connection, after the commits.
async fn notify_others(platform: Platform) {
    let mut commits = platform.db.subscribe();
    while !matches!(commits.recv().await, Err(broadcast::error::RecvError::Closed)) {
        while commits.try_recv().is_ok() {}
        if let Some(pool) = platform.db.postgres()
            && let Err(error) = sqlx::query("SELECT pg_notify('portico_event', '')").execute(pool).await
        {
            tracing::warn!(%error, "cannot wake other nodes");
        }
    }
}

async fn read_new(
    platform: &Platform,
    since: Ts,
    told: &mut HashSet<EventId>,
) -> Result<Vec<Published>, DbError> {
    let mut conn = platform.db.read().await?;
    let rows: Vec<EventRow> = sql!(
        "SELECT id, firm_id, scope, kind, entity, by_name, origin FROM event
         WHERE id >= $1 ORDER BY id LIMIT 1000",
        EventId::at(since)
    )
    .all(&mut conn)
    .await?;
    let seen: HashSet<EventId> = rows.iter().map(|row| row.id).collect();
    let fresh = rows.into_iter().filter(|row| !told.contains(&row.id)).filter_map(EventRow::read).collect();
    *told = seen;
    Ok(fresh)
}
