//! Two engines behind one set of statements (ARCHITECTURE.md, "One SQL text").
//!
//! A statement is written once with [`sql!`](crate::sql), takes `$1, $2 …`, and runs on a [`Conn`]. Reads take a
//! connection from [`Db::read`]; writes are closures handed to [`Db::write`], which run to their end even when the
//! person who asked has hung up (T-15, REL-5), and whose effects exist only after the commit.

mod conn;
mod error;
mod files;
mod migrate;
mod patience;
mod registry;
mod respell;
#[cfg(test)]
mod tests;
mod write;

pub use conn::{Arg, Conn, Row, Stmt};
pub use error::DbError;
pub use patience::Patience;
pub use registry::{Registered, registered};
pub use respell::{Respelled, respell};
pub use write::{Part, Published, Tx};

use conn::Inner;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{broadcast, mpsc};

#[derive(Clone)]
enum Engine {
    Sqlite { readers: SqlitePool, jobs: mpsc::Sender<write::Job> },
    Pg(PgPool),
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    statements: Arc<AtomicU64>,
    published: broadcast::Sender<Arc<Vec<Published>>>,
    budget: Duration,
    silences: Arc<AtomicU64>,
    /// Of the request that this handle belongs to.
    patience: Option<Patience>,
}

/// Writers queue up to this many before they are told to come back.
const WRITE_QUEUE: usize = 1024;

impl Db {
    /// Opens `sqlite://path` (made when missing) or `postgres://…`.
    ///
    /// # Errors
    /// When the address is none of the two, or nothing answers there.
    pub async fn open(url: &str) -> Result<Self, DbError> {
        let statements = Arc::new(AtomicU64::new(0));
        let (published, _) = broadcast::channel(1024);
        let engine = if url.starts_with("postgres") {
            Engine::Pg(open_pg(url).await?)
        } else {
            let (writer, readers) = open_sqlite(url).await?;
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
            Engine::Pg(look_at_pg(url).await?)
        } else {
            let options = SqliteConnectOptions::from_str(url)?;
            if !options.get_filename().exists() {
                return Ok(None);
            }
            // Nobody takes what is to be written.
            Engine::Sqlite { readers: look_at_sqlite(options).await?, jobs: mpsc::channel(1).0 }
        };
        Ok(Some(Self::on(engine, Arc::default(), broadcast::channel(1).0)))
    }

    fn on(
        engine: Engine,
        statements: Arc<AtomicU64>,
        published: broadcast::Sender<Arc<Vec<Published>>>,
    ) -> Self {
        let (budget, silences) = (patience::BUDGET, Arc::default());
        Self { engine, statements, published, budget, silences, patience: None }
    }

    /// A fresh patience for one request.
    #[must_use]
    pub fn patience(&self) -> Patience {
        Patience::new(self.budget, self.silences.clone())
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

    /// Brings the schema up to date; several nodes may start at once (REL-17).
    ///
    /// # Errors
    /// When a migration fails or one that ran was changed since.
    pub async fn migrate(url: &str) -> Result<(), DbError> {
        migrate::run(url).await
    }

    /// A connection for reading. On SQLite it cannot write.
    ///
    /// # Errors
    /// When none is free within the request's patience; outside of requests, within five seconds.
    pub async fn read(&self) -> Result<Conn, DbError> {
        let patience = self.current_patience();
        let acquired = async {
            Ok(match &self.engine {
                Engine::Sqlite { readers, .. } => Inner::Sqlite(readers.acquire().await?),
                Engine::Pg(pool) => Inner::Pg(pool.acquire().await?),
            })
        };
        let inner = patience::patiently(patience.as_ref(), acquired).await?;
        Ok(Conn::new(inner, self.statements.clone(), patience))
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
            Engine::Pg(pool) => Some(pool),
            Engine::Sqlite { .. } => None,
        }
    }

    /// Lets go of every connection; what was committed is on disk already.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { readers, .. } => readers.close().await,
            Engine::Pg(pool) => pool.close().await,
        }
    }
}

async fn open_sqlite(url: &str) -> Result<(SqlitePool, SqlitePool), DbError> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(300);
    files::make_private(options.get_filename())?;
    let writer = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let readers = SqlitePoolOptions::new()
        .max_connections(u32::try_from(cores.max(2)).unwrap_or(4) * 2)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(options.pragma("query_only", "ON"))
        .await?;
    Ok((writer, readers))
}

/// Without a log beside it the file is all there is, and a reader need not make one.
async fn look_at_sqlite(options: SqliteConnectOptions) -> Result<SqlitePool, DbError> {
    let mut log = options.get_filename().as_os_str().to_owned();
    log.push("-wal");
    let options = options.read_only(true).immutable(!Path::new(&log).exists());
    Ok(SqlitePoolOptions::new().max_connections(1).connect_with(options).await?)
}

async fn look_at_pg(url: &str) -> Result<PgPool, DbError> {
    let options = PgConnectOptions::from_str(url)?
        .options([("default_transaction_read_only", "on"), ("statement_timeout", "5000")]);
    let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(Duration::from_secs(3));
    Ok(pool.connect_with(options).await?)
}

async fn open_pg(url: &str) -> Result<PgPool, DbError> {
    let options = PgConnectOptions::from_str(url)?.statement_cache_capacity(300).options([
        ("idle_in_transaction_session_timeout", "30000"),
        ("statement_timeout", "30000"),
        ("synchronous_commit", "on"),
    ]);
    let pool = PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(options)
        .await?;
    Ok(pool)
}
