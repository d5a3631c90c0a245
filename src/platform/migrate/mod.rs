//! Forward-only, checksummed migrations; one node at a time, and on SQLite with a copy made first (REL-17).

#[cfg(test)]
mod links_taken_over_tests;
mod record;
mod respell;
#[cfg(test)]
mod taken_over_tests;

pub use respell::{Respelled, respell};

pub(crate) use record::{done, is_done};

use crate::clock::{Clock, SystemClock};
use crate::db::{self, Db, DbError};
use crate::ids::Ids;
use crate::rng::OsRng;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use std::fs::File;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

/// Those with one text for both engines.
static COMMON: Migrator = sqlx::migrate!("../../migrations");
/// What the engines have no common words for, such as their full-text indexes. Each has the same versions.
static OF_SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static OF_POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// All of an engine, in the order of their versions.
fn of(engine: &Migrator) -> Migrator {
    Migrator::with_migrations(COMMON.iter().chain(engine.iter()).cloned().collect())
}

/// Whether what SQL alone cannot bring up to date has been.
const DATA_DONE: &str = "SELECT COUNT(*) FROM data_migration WHERE name = 'one_spelling'";

/// Brings the schema up to date; several nodes may start at once (REL-17).
///
/// # Errors
/// When a migration fails or one that ran was changed since.
pub async fn run(url: &str) -> Result<(), DbError> {
    if url.starts_with("postgres") {
        // sqlx holds an advisory lock meanwhile.
        let pool = sqlx::PgPool::connect(url).await?;
        of(&OF_POSTGRES).run(&pool).await.map_err(|e| DbError(e.into()))?;
        let done: i64 = sqlx::query_scalar(DATA_DONE).fetch_one(&pool).await?;
        pool.close().await;
        return if done == 0 { data(url).await } else { Ok(()) };
    }
    let options = SqliteConnectOptions::from_str(url)?.create_if_missing(true);
    let file = options.get_filename().to_path_buf();
    db::make_private(&file)?;
    let lock_file = file.with_extension("migrating");
    db::create_private(&lock_file).map_err(sqlx::Error::Io)?;
    let lock = File::create(lock_file).map_err(sqlx::Error::Io)?;
    let lock = tokio::task::spawn_blocking(move || lock.lock().map(|()| lock))
        .await
        .map_err(|e| sqlx::Error::Io(std::io::Error::other(e)))?
        .map_err(sqlx::Error::Io)?;
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
    let migrations = of(&OF_SQLITE);
    let is_newer = back_up_first(&migrations, &pool, &file).await?;
    migrations.run(&pool).await.map_err(|e| DbError(e.into()))?;
    let done: i64 = sqlx::query_scalar(DATA_DONE).fetch_one(&pool).await?;
    pool.close().await;
    if done == 0 {
        data(url).await?;
    }
    if is_newer {
        db::optimize_sqlite(&db::sqlite_options(url)?).await?;
    }
    drop(lock);
    Ok(())
}

async fn data(url: &str) -> Result<(), DbError> {
    let db = Db::open(url).await?;
    let ids = Ids::new(Arc::new(SystemClock), Arc::new(OsRng));
    let done = respell(&db, SystemClock.now(), move || ids.next()).await;
    db.close().await;
    let done = done.map_err(|e| DbError(sqlx::Error::Protocol(format!("stored addresses: {e}"))))?;
    if let Some(done) = done {
        tracing::info!(changed = done.changed, kept = done.kept, "stored addresses have one spelling now");
    }
    Ok(())
}

/// Copies a database that has run some, but not all, migrations; whether there are any to run on what it holds.
async fn back_up_first(migrations: &Migrator, pool: &sqlx::SqlitePool, file: &Path) -> Result<bool, DbError> {
    let applied: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '_sqlx_migrations'",
    )
    .fetch_one(pool)
    .await?;
    if applied == 0 {
        return Ok(false);
    }
    let newest: i64 =
        sqlx::query_scalar("SELECT COALESCE(MAX(version), 0) FROM _sqlx_migrations").fetch_one(pool).await?;
    if migrations.iter().all(|migration| migration.version <= newest) {
        return Ok(false);
    }
    let copy = file.with_extension(format!("before-{newest}.db"));
    if copy.exists() {
        return Ok(true);
    }
    tracing::info!(copy = %copy.display(), "copying the database before migrating it");
    // Under its name only when it is whole; SQLite fills an empty file and keeps its mode.
    let draft = copy.with_extension("part");
    let _ = std::fs::remove_file(&draft);
    db::create_private(&draft).map_err(sqlx::Error::Io)?;
    sqlx::query("VACUUM INTO $1").bind(draft.to_string_lossy().into_owned()).execute(pool).await?;
    std::fs::rename(&draft, &copy).map_err(sqlx::Error::Io)?;
    Ok(true)
}
