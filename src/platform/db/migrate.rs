//! Forward-only, checksummed migrations; one node at a time, and on SQLite with a copy made first (REL-17).

use super::{Db, DbError, files, respell};
use crate::clock::{Clock, SystemClock};
use crate::ids::Ids;
use crate::rng::OsRng;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use std::fs::File;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// Whether what SQL alone cannot bring up to date has been.
const DATA_DONE: &str = "SELECT COUNT(*) FROM data_migration WHERE name = 'one_spelling'";

pub(super) async fn run(url: &str) -> Result<(), DbError> {
    if url.starts_with("postgres") {
        // sqlx holds an advisory lock meanwhile.
        let pool = sqlx::PgPool::connect(url).await?;
        MIGRATIONS.run(&pool).await.map_err(|e| DbError(e.into()))?;
        let done: i64 = sqlx::query_scalar(DATA_DONE).fetch_one(&pool).await?;
        pool.close().await;
        return if done == 0 { data(url).await } else { Ok(()) };
    }
    let options = SqliteConnectOptions::from_str(url)?.create_if_missing(true);
    let file = options.get_filename().to_path_buf();
    files::make_private(&file)?;
    let lock_file = file.with_extension("migrating");
    files::create_private(&lock_file).map_err(sqlx::Error::Io)?;
    let lock = File::create(lock_file).map_err(sqlx::Error::Io)?;
    let lock = tokio::task::spawn_blocking(move || lock.lock().map(|()| lock))
        .await
        .map_err(|e| sqlx::Error::Io(std::io::Error::other(e)))?
        .map_err(sqlx::Error::Io)?;
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
    back_up_first(&pool, &file).await?;
    MIGRATIONS.run(&pool).await.map_err(|e| DbError(e.into()))?;
    let done: i64 = sqlx::query_scalar(DATA_DONE).fetch_one(&pool).await?;
    pool.close().await;
    if done == 0 {
        data(url).await?;
    }
    drop(lock);
    Ok(())
}

async fn data(url: &str) -> Result<(), DbError> {
    let db = Db::open(url).await?;
    let ids = Ids::new(Arc::new(SystemClock), Arc::new(OsRng));
    let done = respell::respell(&db, SystemClock.now(), move || ids.next()).await;
    db.close().await;
    let done = done.map_err(|e| DbError(sqlx::Error::Protocol(format!("stored addresses: {e}"))))?;
    if let Some(done) = done {
        tracing::info!(changed = done.changed, kept = done.kept, "stored addresses have one spelling now");
    }
    Ok(())
}

/// Copies a database that has run some, but not all, migrations.
async fn back_up_first(pool: &sqlx::SqlitePool, file: &Path) -> Result<(), DbError> {
    let applied: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '_sqlx_migrations'",
    )
    .fetch_one(pool)
    .await?;
    if applied == 0 {
        return Ok(());
    }
    let newest: i64 =
        sqlx::query_scalar("SELECT COALESCE(MAX(version), 0) FROM _sqlx_migrations").fetch_one(pool).await?;
    if MIGRATIONS.iter().all(|migration| migration.version <= newest) {
        return Ok(());
    }
    let copy = file.with_extension(format!("before-{newest}.db"));
    if copy.exists() {
        return Ok(());
    }
    tracing::info!(copy = %copy.display(), "copying the database before migrating it");
    // Under its name only when it is whole; SQLite fills an empty file and keeps its mode.
    let draft = copy.with_extension("part");
    let _ = std::fs::remove_file(&draft);
    files::create_private(&draft).map_err(sqlx::Error::Io)?;
    sqlx::query("VACUUM INTO $1").bind(draft.to_string_lossy().into_owned()).execute(pool).await?;
    std::fs::rename(&draft, &copy).map_err(sqlx::Error::Io)?;
    Ok(())
}
