//! Live news: a row in the transaction of the change, told to browsers after its commit.
//!
//! One process hears its own commits at once. With PostgreSQL every node listens on one channel; a notification says which
//! node committed something, and the others read the table, with a look back of some seconds because commits need not come
//! in the order of their ids.

use crate::db::{DbError, Published, Tx};
use crate::request::Cx;
use crate::{Platform, chores, sql};
use kernel::live::{LiveEvent, News, Wire};
use kernel::{AppError, EventId, FirmId, Ts};
use serde_json::json;
use sqlx::postgres::PgListener;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast;
use tokio::time::MissedTickBehavior;

const CHANNEL: &str = "portico_event";
/// Commits need not come in the order of their ids: what is a little older than the last that somebody heard, in
/// microseconds, may be news to them or not.
const OVERLAP: i64 = 2 * Ts::SECOND;
/// How far back the table is read again, in microseconds.
const LOOK_BACK: i64 = 10 * Ts::SECOND;
/// Most that one statement reads of the table, as it says.
const AT_ONCE: usize = 1_000;
/// How often the table is read without a notification.
const READ_EVERY: Duration = Duration::from_secs(2);
/// Most news a browser can catch up on; beyond it reloads.
const REPLAY: usize = 200;
/// How long news is kept for browsers that were away, in microseconds.
const KEEP: i64 = Ts::DAY;

/// Writes news into the transaction, in one statement; browsers hear of them when, and if, it commits.
pub(crate) async fn publish_all(
    tx: &mut Tx,
    cx: &Cx,
    news: impl IntoIterator<Item = News>,
) -> Result<(), DbError> {
    let events = news.into_iter().map(|news| LiveEvent::new(news, cx.tab.name())).collect();
    store(tx, &cx.platform, cx.firm.id, events).await
}

/// One of them, as no act tells it.
#[cfg(any(test, feature = "testing"))]
pub async fn publish(tx: &mut Tx, cx: &Cx, news: News) -> Result<(), DbError> {
    publish_all(tx, cx, [news]).await
}

/// As [`publish_all`], for work without a request.
pub(crate) async fn publish_for(
    tx: &mut Tx,
    platform: &Platform,
    firm: FirmId,
    news: News,
) -> Result<(), DbError> {
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

/// Throws away what no browser catches up on any more. Call it now and then.
pub async fn purge(platform: &Platform) -> Result<(), AppError> {
    let news = platform.clock.now().plus(-KEEP);
    let old = || sql!("SELECT COUNT(*) FROM (SELECT 1 AS one FROM event WHERE at < $1 LIMIT 1) found", news);
    let remove = || {
        sql!(
            "DELETE FROM event WHERE id IN (SELECT id FROM event WHERE at < $1 ORDER BY at LIMIT $2)",
            news,
            chores::PIECE
        )
    };
    chores::sweep(&platform.db, old, remove).await.map(drop)
}

/// What has been committed, for those who tell it.
type Commits = broadcast::Receiver<Arc<Vec<Published>>>;

/// Feeds `hub` with this firm's and every firm's news until the process ends: with all that is committed from the call on,
/// whenever it has its first turn.
pub fn feed(
    platform: Platform,
    hub: broadcast::Sender<Arc<Published>>,
) -> impl Future<Output = ()> + Send + 'static {
    let commits = platform.db.subscribe();
    async move {
        if platform.db.postgres().is_some() {
            feed_from_postgres(platform, hub, commits).await;
        } else {
            feed_from_commits(&platform, &hub, commits).await;
        }
    }
}

async fn feed_from_commits(
    platform: &Platform,
    hub: &broadcast::Sender<Arc<Published>>,
    mut commits: Commits,
) {
    loop {
        match commits.recv().await {
            Ok(news) => {
                for one in news.iter() {
                    tell(platform, hub, one.clone());
                }
            }
            Err(broadcast::error::RecvError::Lagged(missed)) => tracing::warn!(missed, "live news lagged"),
            Err(broadcast::error::RecvError::Closed) => return,
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

/// This node's own commits are told as they come; the table is read for those of others.
async fn feed_from_postgres(platform: Platform, hub: broadcast::Sender<Arc<Published>>, commits: Commits) {
    let Some(pool) = platform.db.postgres().cloned() else { return };
    let node = platform.ids.next().simple().to_string();
    tokio::spawn(notify_others(platform.clone(), node.clone()));
    let since = platform.clock.now();
    let mut feed = Feed { platform, hub, commits, told: HashSet::new(), since };
    loop {
        let mut listener = match PgListener::connect_with(&pool).await {
            Ok(listener) => listener,
            Err(error) => {
                tracing::warn!(%error, "cannot listen for news; trying again");
                tokio::time::sleep(READ_EVERY).await;
                continue;
            }
        };
        if listener.listen(CHANNEL).await.is_ok() && feed.listen(&mut listener, &node).await.is_break() {
            return;
        }
    }
}

/// One wake-up for whatever committed meanwhile; from its own connection, after the commits. It says who it comes from.
async fn notify_others(platform: Platform, node: String) {
    let mut commits = platform.db.subscribe();
    while !matches!(commits.recv().await, Err(broadcast::error::RecvError::Closed)) {
        while commits.try_recv().is_ok() {}
        let notify = sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(&node);
        if let Some(pool) = platform.db.postgres()
            && let Err(error) = notify.execute(pool).await
        {
            tracing::warn!(%error, "cannot wake other nodes");
        }
    }
}

/// What one of several nodes tells its browsers.
struct Feed {
    platform: Platform,
    hub: broadcast::Sender<Arc<Published>>,
    commits: Commits,
    /// Of what is read again and again, what was told.
    told: HashSet<EventId>,
    since: Ts,
}

impl Feed {
    /// Until the listener fails, or the database is closed.
    async fn listen(&mut self, listener: &mut PgListener, node: &str) -> ControlFlow<()> {
        // A notification may get lost with its connection, so the table is also read without one.
        let mut rounds = tokio::time::interval(READ_EVERY);
        rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                committed = self.commits.recv() => match committed {
                    Ok(news) => news.iter().for_each(|one| self.tell(one.clone())),
                    Err(broadcast::error::RecvError::Lagged(_)) => self.read().await,
                    Err(broadcast::error::RecvError::Closed) => return ControlFlow::Break(()),
                },
                heard = listener.recv() => match heard {
                    Ok(heard) if heard.payload() == node => {}
                    Ok(_) => self.read().await,
                    Err(_) => return ControlFlow::Continue(()),
                },
                _ = rounds.tick() => self.read().await,
            }
        }
    }

    fn tell(&mut self, one: Published) {
        if self.told.insert(one.id) {
            tell(&self.platform, &self.hub, one);
        }
    }

    async fn read(&mut self) {
        let next = self.platform.clock.now().plus(-LOOK_BACK);
        match read_since(&self.platform, self.since).await {
            Ok((seen, news)) => {
                news.into_iter().for_each(|one| self.tell(one));
                // What is older is not read again.
                self.told = seen;
                self.since = next;
            }
            Err(error) => tracing::warn!(error = %error.0, "cannot read news"),
        }
    }
}

/// All that was committed since, part by part, and what of it this version knows.
async fn read_since(platform: &Platform, since: Ts) -> Result<(HashSet<EventId>, Vec<Published>), DbError> {
    let mut conn = platform.db.read().await?;
    let (mut seen, mut news, mut behind) = (HashSet::new(), Vec::new(), EventId::at(since));
    loop {
        let rows: Vec<EventRow> = sql!(
            "SELECT id, firm_id, scope, kind, entity, by_name, origin FROM event
             WHERE id > $1 ORDER BY id LIMIT 1000",
            behind
        )
        .all(&mut conn)
        .await?;
        let is_last = rows.len() < AT_ONCE;
        behind = rows.last().map_or(behind, |last| last.id);
        seen.extend(rows.iter().map(|row| row.id));
        news.extend(rows.into_iter().filter_map(EventRow::read));
        if is_last {
            return Ok((seen, news));
        }
    }
}
