//! Two engines behind one set of statements (ARCHITECTURE.md, "One SQL text").
//!
//! A statement is written once with [`sql!`](crate::sql), takes `$1, $2 …`, and runs on a [`Conn`]. Reads take a
//! connection from [`Db::read`]; writes are closures handed to [`Db::write`], which run to their end even when the
//! person who asked has hung up (T-15, REL-5), and whose effects exist only after the commit.

mod conn;
mod migrate;
mod registry;
#[cfg(test)]
mod tests;
mod write;

pub use conn::{Arg, Conn, Row, Stmt};
pub use registry::{Registered, registered};
pub use write::{Part, Published, Tx};

use crate::incident;
use kernel::AppError;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{broadcast, mpsc};

/// A failed statement or connection. What it says stays in the log.
#[derive(Debug)]
pub struct DbError(pub sqlx::Error);

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        Self(error)
    }
}

impl DbError {
    /// A row like this is there already.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        matches!(&self.0, sqlx::Error::Database(error) if error.is_unique_violation())
    }
}

impl From<DbError> for AppError {
    fn from(error: DbError) -> Self {
        match error.0 {
            sqlx::Error::PoolTimedOut => {
                tracing::warn!("no database connection was free in time");
                AppError::Busy
            }
            // Two transactions waited for each other, and PostgreSQL ended this one: nothing was done, and again helps.
            sqlx::Error::Database(error) if matches!(error.code().as_deref(), Some("40P01" | "40001")) => {
                tracing::warn!(%error, "two transactions stood in each other's way");
                AppError::Busy
            }
            other => AppError::Internal(incident::log("database", &other)),
        }
    }
}

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
        Ok(Self { engine, statements, published })
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
    /// When none is free within five seconds.
    pub async fn read(&self) -> Result<Conn, DbError> {
        match &self.engine {
            Engine::Sqlite { readers, .. } => {
                Ok(Conn::sqlite(readers.acquire().await?, self.statements.clone()))
            }
            Engine::Pg(pool) => Ok(Conn::pg(pool.acquire().await?, self.statements.clone())),
        }
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
    let writer = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let readers = SqlitePoolOptions::new()
        .max_connections(u32::try_from(cores.max(2)).unwrap_or(4) * 2)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(options.pragma("query_only", "ON"))
        .await?;
    Ok((writer, readers))
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
