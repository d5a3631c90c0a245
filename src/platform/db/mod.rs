//! Two engines behind one set of statements (ARCHITECTURE.md, "One SQL text").
//!
//! A statement is written once with [`sql!`](crate::sql), takes `$1, $2 …`, and runs on a [`Conn`]. Reads take a
//! connection from [`Db::read`]; writes are closures handed to [`Db::write`], which run to their end even when the
//! person who asked has hung up (T-15, REL-5), and whose effects exist only after the commit.

mod arg;
mod conn;
mod ending;
#[cfg(test)]
mod engine_tests;
mod error;
mod files;
mod fill;
#[cfg(test)]
mod fill_tests;
mod lite;
mod patience;
mod pg;
mod registry;
mod stock;
#[cfg(test)]
mod tests;
mod upkeep;
mod visitors;
mod write;

pub use arg::Arg;
pub use conn::{Conn, Row, Stmt};
pub use error::DbError;
pub use fill::{Filling, Rows};
pub use patience::{Leaving, Patience};
pub use registry::{Registered, id_list, registered};
pub use write::{Part, Published, Tx};

pub(crate) use files::{create_private, make_private};
pub(crate) use lite::options as sqlite_options;
pub(crate) use upkeep::optimize_sqlite;

use conn::{Inner, LiteConn, PgConn};
use ending::Ending;
use patience::Bounds;
use sqlx::PgPool;
use sqlx::sqlite::SqliteConnectOptions;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{broadcast, mpsc};

#[derive(Clone)]
enum Engine {
    Sqlite { readers: lite::Readers, jobs: mpsc::Sender<write::Job> },
    Pg { pool: PgPool, readers: Arc<stock::Stock<pg::PgReaders>> },
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    statements: Arc<AtomicU64>,
    published: broadcast::Sender<Arc<Vec<Published>>>,
    budget: Duration,
    silences: Arc<AtomicU64>,
    visitors: Arc<visitors::Visitors>,
    ending: Ending,
    /// Of the request that this handle belongs to.
    patience: Option<Patience>,
}

/// Writers queue up to this many before they are told to come back.
const WRITE_QUEUE: usize = 1024;
/// How long a connection is waited for, also outside of requests.
const CONNECTING: Duration = Duration::from_secs(5);
/// How long statements that were told to end may take to do so.
const CLOSING: Duration = Duration::from_secs(5);

impl Db {
    /// Opens `sqlite://path` (made when missing) or `postgres://…`.
    ///
    /// # Errors
    /// When the address is none of the two, or nothing answers there.
    pub async fn open(url: &str) -> Result<Self, DbError> {
        let statements = Arc::new(AtomicU64::new(0));
        let (published, _) = broadcast::channel(1024);
        let engine = if url.starts_with("postgres") {
            let (pool, readers) = pg::open(url).await?;
            Engine::Pg { pool, readers }
        } else {
            let (writer, readers) = lite::open(url).await?;
            let (jobs, inbox) = mpsc::channel(WRITE_QUEUE);
            tokio::spawn(write::sqlite_writer(writer, inbox, statements.clone(), published.clone()));
            Engine::Sqlite { readers, jobs }
        };
        Ok(Self::on(engine, statements, published))
    }

    /// As [`Db::open`], for a look at a database as it is: nothing is made, migrated or written. `None` when there is none
    /// yet.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn look(url: &str) -> Result<Option<Self>, DbError> {
        let engine = if url.starts_with("postgres") {
            let (pool, readers) = pg::look(url).await?;
            Engine::Pg { pool, readers }
        } else {
            let options = SqliteConnectOptions::from_str(url)?;
            if !options.get_filename().exists() {
                return Ok(None);
            }
            // Nobody takes what is to be written.
            Engine::Sqlite { readers: lite::look(options), jobs: mpsc::channel(1).0 }
        };
        Ok(Some(Self::on(engine, Arc::default(), broadcast::channel(1).0)))
    }

    fn on(
        engine: Engine,
        statements: Arc<AtomicU64>,
        published: broadcast::Sender<Arc<Vec<Published>>>,
    ) -> Self {
        let (budget, silences) = (patience::BUDGET, Arc::default());
        let (most, ending) = match &engine {
            Engine::Sqlite { readers, .. } => (readers.most(), readers.source.watch.ending.clone()),
            Engine::Pg { readers, .. } => (readers.most(), Ending::far()),
        };
        let visitors = Arc::new(visitors::Visitors::of(most / 2, pg::WRITERS as usize / 2));
        Self { engine, statements, published, budget, silences, visitors, ending, patience: None }
    }

    /// A fresh patience for one request.
    #[must_use]
    pub fn patience(&self) -> Patience {
        Patience::new(self.budget, self.silences.clone(), self.visitors.clone())
    }

    /// A handle for the request that this task works for: it keeps the request's patience on whatever task it is used.
    #[must_use]
    pub fn of_this_request(&self) -> Self {
        Self { patience: Patience::here(), ..self.clone() }
    }

    /// Requests bear a silence of this length; for tests.
    #[cfg(any(test, feature = "testing"))]
    #[must_use]
    pub fn with_budget(self, budget: Duration) -> Self {
        Self { budget, ..self }
    }

    /// How often a request waited for an answer in vain; for tests.
    #[must_use]
    pub fn silences(&self) -> u64 {
        self.silences.load(Ordering::Relaxed)
    }

    fn current_patience(&self) -> Option<Patience> {
        self.patience.clone().or_else(Patience::here)
    }

    /// A connection for reading. On SQLite it cannot write.
    ///
    /// # Errors
    /// When none is free within the request's patience; outside of requests, within five seconds.
    pub async fn read(&self) -> Result<Conn, DbError> {
        let patience = self.current_patience();
        let is_request = patience.is_some();
        let bounds = Bounds::of_reads(patience, self.ending.clone());
        // On the heap: every function that reads would have room for all of this, several times over.
        let connect = Box::pin(async {
            Ok(match &self.engine {
                Engine::Sqlite { readers, .. } => Inner::Sqlite(LiteConn::Kept(soon(readers.take()).await?)),
                Engine::Pg { readers, .. } if is_request => {
                    Inner::Pg(PgConn::Reader(soon(readers.take()).await?))
                }
                Engine::Pg { pool, .. } => Inner::Pg(PgConn::Any(pool.acquire().await?)),
            })
        });
        let taken = bounds.take(connect).await?;
        Ok(Conn::reading(taken, self.statements.clone(), bounds))
    }

    /// What committed transactions published, in the order of their commits on this node.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Arc<Vec<Published>>> {
        self.published.subscribe()
    }

    /// Statements run since the start; for tests that hold a page to its budget.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// The pool that listens for other nodes' news, when there can be other nodes.
    #[must_use]
    pub fn postgres(&self) -> Option<&PgPool> {
        match &self.engine {
            Engine::Pg { pool, .. } => Some(pool),
            Engine::Sqlite { .. } => None,
        }
    }

    /// The process shall end: from now on no read takes longer than a moment. Writes that were begun run to their end.
    pub fn stop(&self) {
        self.ending.begin();
    }

    /// Ends what is being read and lets go of every connection; what was committed is on disk already.
    pub async fn close(&self) {
        self.ending.close();
        match &self.engine {
            Engine::Sqlite { readers, .. } => readers.close(CLOSING).await,
            Engine::Pg { pool, readers } => {
                readers.close(CLOSING).await;
                if tokio::time::timeout(CLOSING, pool.close()).await.is_err() {
                    tracing::warn!("a statement is still running; its connection is left to itself");
                }
            }
        }
    }
}

/// Within the time that anybody waits for a connection.
async fn soon<T>(connect: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, DbError> {
    Ok(tokio::time::timeout(CONNECTING, connect).await.map_err(|_| sqlx::Error::PoolTimedOut)??)
}

/// How to count what readers do.
#[cfg(any(test, feature = "testing"))]
impl Db {
    /// Whether every step of SQLite's virtual machine counts that a reader runs, preparing a statement included; without it
    /// only thousands do.
    pub fn count_steps(&self, exactly: bool) {
        if let Engine::Sqlite { readers, .. } = &self.engine {
            readers.source.watch.count_exactly(exactly);
            readers.renew();
        }
    }

    /// Steps that readers ran so far; none on PostgreSQL.
    #[must_use]
    pub fn steps(&self) -> u64 {
        match &self.engine {
            Engine::Sqlite { readers, .. } => readers.source.watch.steps(),
            Engine::Pg { .. } => 0,
        }
    }
}
