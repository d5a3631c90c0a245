//! Connections to PostgreSQL: a small stock that only reads, for requests, and a pool for everything else.

use super::DbError;
use super::stock::{Place, Source, Stock};
use futures::FutureExt;
use futures::future::BoxFuture;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, PgPool};
use std::io::ErrorKind;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

/// Requests' reads at once.
pub(super) const READERS: u32 = 12;
/// Connections for everything else.
pub(super) const WRITERS: u32 = 16;
/// Statements that are kept prepared on a connection: more than there are.
const STATEMENTS: usize = 512;
/// A connection that lay idle for longer may be that of a server which was started anew meanwhile, so it is asked.
const DOUBT: Duration = Duration::from_secs(1);

/// How long an abandoned statement may take to end by itself, before its connection is closed under it.
const ENDS_ITSELF: Duration = Duration::from_millis(20);
/// Longer than a backend takes to look whether its client is gone (`notice_the_end`): by then a backend whose connection was closed has ended.
const NOTICED: Duration = Duration::from_secs(1);

/// Every statement seeks, so that its plan need not depend on what PostgreSQL believes of the tables, nor on the values: one
/// plan for all, which follows the indexes row by row. Left to itself it reads whole tables side by side as long as nobody
/// analysed them. A row behind an index costs what a row beside it does: what is asked for lies in memory.
const PLANS: [(&str, &str); 5] = [
    ("plan_cache_mode", "force_generic_plan"),
    ("enable_seqscan", "off"),
    ("enable_hashjoin", "off"),
    ("enable_mergejoin", "off"),
    ("random_page_cost", "1.0"),
];

/// Common to all: nothing we ask is worth a compiler.
fn options(url: &str) -> Result<PgConnectOptions, DbError> {
    Ok(PgConnectOptions::from_str(url)?
        .statement_cache_capacity(STATEMENTS)
        .options([("idle_in_transaction_session_timeout", "30000"), ("jit", "off")])
        .options(PLANS))
}

/// A backend ends its statement when its client is gone. Servers that cannot notice say so, which is no reason to refuse them.
async fn notice_the_end(conn: &mut PgConnection) -> Result<(), sqlx::Error> {
    const NOTICE: &str = "SELECT set_config('client_connection_check_interval', '500', false)";
    match sqlx::raw_sql(NOTICE).execute(conn).await {
        Ok(_) | Err(sqlx::Error::Database(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

pub(super) async fn open(url: &str) -> Result<(PgPool, Arc<Stock<PgReaders>>), DbError> {
    let common = options(url)?;
    let pool = PgPoolOptions::new()
        .max_connections(WRITERS)
        .acquire_timeout(Duration::from_secs(5))
        .test_before_acquire(false)
        .before_acquire(|conn, about| {
            async move { if about.idle_for > DOUBT { conn.ping().await.map(|()| true) } else { Ok(true) } }
                .boxed()
        })
        .after_connect(|conn, _| notice_the_end(conn).boxed())
        .connect_with(common.clone().options([("statement_timeout", "30000"), ("synchronous_commit", "on")]))
        .await?;
    // A little more than a request waits, for whoever reads without us noticing that it does not answer.
    let reading = common.options([("default_transaction_read_only", "on"), ("statement_timeout", "2500")]);
    Ok((pool, Stock::new(PgReaders { options: reading }, READERS)))
}

/// For a look at a database as it is.
pub(super) async fn look(url: &str) -> Result<(PgPool, Arc<Stock<PgReaders>>), DbError> {
    let options = PgConnectOptions::from_str(url)?
        .options([("default_transaction_read_only", "on"), ("statement_timeout", "5000")]);
    let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(Duration::from_secs(3));
    Ok((pool.connect_with(options.clone()).await?, Stock::new(PgReaders { options }, 1)))
}

/// Opens connections that only read.
pub(super) struct PgReaders {
    options: PgConnectOptions,
}

impl Source for PgReaders {
    type Conn = PgConnection;

    fn open(&self) -> BoxFuture<'_, Result<PgConnection, sqlx::Error>> {
        async {
            let mut pause = Duration::from_millis(10);
            // While a server starts it refuses; whoever asks says how long that is waited for.
            loop {
                match self.options.connect().await {
                    Ok(mut conn) => {
                        notice_the_end(&mut conn).await?;
                        return Ok(conn);
                    }
                    Err(sqlx::Error::Io(error)) if error.kind() == ErrorKind::ConnectionRefused => {}
                    Err(sqlx::Error::Database(error)) if error.is_transient_in_connect_phase() => {}
                    Err(error) => return Err(error),
                }
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(Duration::from_millis(400));
            }
        }
        .boxed()
    }

    fn is_doubtful(idle: Duration) -> bool {
        idle > DOUBT
    }

    fn answers(conn: &mut PgConnection) -> BoxFuture<'_, bool> {
        async { conn.ping().await.is_ok() }.boxed()
    }

    /// Closing the socket ends the statement as soon as the backend notices. Until then it has a place of the server's, and
    /// so it keeps ours: otherwise whoever asks for long pages and leaves takes all places that the server has.
    fn abandon(mut conn: PgConnection, place: Place) {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        runtime.spawn(async move {
            let ended = tokio::time::timeout(ENDS_ITSELF, conn.ping()).await.is_ok();
            drop(conn);
            if !ended {
                tokio::time::sleep(NOTICED).await;
            }
            drop(place);
        });
    }

    fn close(conn: PgConnection) -> BoxFuture<'static, ()> {
        async move { conn.close().await.unwrap_or_else(|error| tracing::debug!(%error, "not closed well")) }
            .boxed()
    }
}
