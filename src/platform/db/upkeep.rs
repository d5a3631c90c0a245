//! What a database needs now and then to stay fast. No statement depends on it: every one seeks without statistics as well.

use super::lite::Lites;
use super::{Db, DbError, Engine};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection, raw_sql};
use std::time::Duration;

/// Looks at so many rows of each index, so that it takes a moment however large the table is. What is known of a small table
/// is forgotten again: it would still be believed when the table has grown, and to know nothing is better than that.
const OPTIMIZE: &str =
    "PRAGMA analysis_limit = 1000; BEGIN IMMEDIATE; PRAGMA optimize = 0x10002; ANALYZE sqlite_schema;
    DELETE FROM sqlite_stat1 WHERE tbl IN (
        SELECT tbl FROM sqlite_stat1 GROUP BY tbl HAVING MAX(CAST(stat AS INTEGER)) < 10000);
    COMMIT";
/// A journal that is larger was never let go of by those who read, one after another.
const LONG_LOG: u64 = 64 * 1024 * 1024;

impl Db {
    /// Tells the planner how large the tables are: after very much was written, and daily.
    pub async fn optimize(&self) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite { readers, .. } => {
                optimize_sqlite(&alone(&readers.source)).await?;
                readers.renew();
            }
            Engine::Pg { pool, .. } => {
                let mut conn = pool.acquire().await?;
                // It reads a part of every table, which takes longer than a statement may.
                conn.close_on_drop();
                raw_sql("SET statement_timeout = 0").execute(&mut *conn).await?;
                raw_sql("ANALYZE").execute(&mut *conn).await?;
            }
        }
        Ok(())
    }

    /// What PostgreSQL does by itself: statistics, daily.
    pub async fn optimize_daily(&self) -> Result<(), DbError> {
        if self.postgres().is_some() { Ok(()) } else { self.optimize().await }
    }

    /// Empties a journal that has become long because somebody read at every moment. Those who write wait for the last of them
    /// meanwhile, for a second at most.
    pub async fn shorten_log(&self) -> Result<(), DbError> {
        let Engine::Sqlite { readers, .. } = &self.engine else { return Ok(()) };
        let mut log = readers.source.options.get_filename().as_os_str().to_owned();
        log.push("-wal");
        if std::fs::metadata(log).is_ok_and(|log| log.len() > LONG_LOG) {
            let mut conn = alone(&readers.source).busy_timeout(Duration::from_secs(1)).connect().await?;
            raw_sql("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut conn).await?;
            conn.close().await?;
        }
        Ok(())
    }
}

/// For a connection that is used once.
fn alone(readers: &Lites) -> SqliteConnectOptions {
    readers.options.clone().pragma("query_only", "OFF")
}

/// Tells SQLite's planner how large the tables are, over a connection of its own.
pub(crate) async fn optimize_sqlite(options: &SqliteConnectOptions) -> Result<(), DbError> {
    let mut conn: SqliteConnection = options.connect().await?;
    raw_sql(OPTIMIZE).execute(&mut conn).await?;
    Ok(conn.close().await?)
}
