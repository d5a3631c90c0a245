//! Filling an empty database: one transaction on a connection of its own, many rows a statement. Whoever stops halfway
//! leaves nothing behind, on either engine.
//!
//! Very many rows go in without the indexes that only find them and without the foreign keys, which are made over all rows
//! at the end: kept up row by row, the pages of an index are written again for nearly every batch, which came to forty times
//! the finished file. Both engines undo that with the transaction too.

use super::conn::{Inner, LiteConn, PgConn};
use super::{Arg, Conn, Db, DbError, Engine, Tx};
use sqlx::postgres::PgConnection;
use sqlx::sqlite::{SqliteConnection, SqlitePoolOptions};
use sqlx::{AssertSqlSafe, SqlitePool};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// Rows of one statement on SQLite.
const AT_ONCE: usize = 60;
/// What PostgreSQL is handed at a time, in bytes.
const PIECE: usize = 1 << 18;
/// Pages that stay in memory while very many rows come, in KiB: where keys arrive in no order, their index is all here.
const CACHE: &str = "-393216";

/// Rows of one table, to be written together.
pub struct Rows {
    table: &'static str,
    columns: &'static [&'static str],
    values: Vec<Arg>,
}

impl Rows {
    /// None yet.
    #[must_use]
    pub fn of(table: &'static str, columns: &'static [&'static str]) -> Self {
        Self { table, columns, values: Vec::new() }
    }

    /// One more, its values in the order of the columns.
    pub fn push(&mut self, row: impl IntoIterator<Item = Arg>) {
        self.values.extend(row);
        debug_assert_eq!(
            self.values.len() % self.columns.len(),
            0,
            "{}: a value for each column",
            self.table
        );
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len() / self.columns.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// The open transaction. Dropped before [`Filling::commit`], it leaves nothing.
pub struct Filling {
    tx: Tx,
    /// Texts that make again what was taken away.
    after: Vec<String>,
    /// Insertions of a full statement, by table.
    texts: HashMap<&'static str, Arc<str>>,
    own: Option<SqlitePool>,
}

impl Deref for Filling {
    type Target = Tx;
    fn deref(&self) -> &Tx {
        &self.tx
    }
}

impl DerefMut for Filling {
    fn deref_mut(&mut self) -> &mut Tx {
        &mut self.tx
    }
}

impl Db {
    /// Begins to fill a database that nobody uses yet; `very_many` rows go in without indexes and foreign keys.
    ///
    /// # Errors
    /// What the database says; on SQLite also when somebody else writes for long.
    pub async fn begin_filling(&self, very_many: bool) -> Result<Filling, DbError> {
        let (inner, own) = match &self.engine {
            Engine::Sqlite { readers, .. } => {
                let mut options =
                    readers.source.options.clone().foreign_keys(false).pragma("query_only", "OFF");
                if very_many {
                    // What is sorted for an index may be larger than the memory.
                    options = options.pragma("cache_size", CACHE).pragma("temp_store", "FILE");
                }
                let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
                (Inner::Sqlite(LiteConn::Own(pool.acquire().await?)), Some(pool))
            }
            Engine::Pg { pool, .. } => (Inner::Pg(PgConn::Any(pool.acquire().await?)), None),
        };
        let mut tx = Tx::on(Conn::new(inner, self.statements.clone(), None));
        // Nobody else gets this connection, also not when it is left halfway.
        tx.close_when_done();
        begin(&mut tx).await?;
        let after = if very_many { strip(&mut tx).await? } else { Vec::new() };
        Ok(Filling { tx, after, texts: HashMap::new(), own })
    }
}

impl Filling {
    /// Writes rows; whatever they refer to comes first.
    pub async fn add(&mut self, rows: &Rows) -> Result<(), DbError> {
        if rows.is_empty() {
            return Ok(());
        }
        match &mut self.tx.inner {
            Inner::Sqlite(c) => {
                let full =
                    self.texts.entry(rows.table).or_insert_with(|| insertion(rows, AT_ONCE).into()).clone();
                for some in rows.values.chunks(AT_ONCE * rows.columns.len()) {
                    let count = some.len() / rows.columns.len();
                    let text = if count == AT_ONCE { full.clone() } else { insertion(rows, count).into() };
                    insert(c, text, count == AT_ONCE, some).await?;
                }
            }
            Inner::Pg(c) => copy(c, rows).await?,
        }
        Ok(())
    }

    /// Makes what very many rows went without.
    ///
    /// # Errors
    /// What the database says, also that a row breaks a foreign key.
    pub async fn complete(&mut self) -> Result<(), DbError> {
        for text in std::mem::take(&mut self.after) {
            raw(&mut self.tx, text).await?;
        }
        Ok(())
    }

    /// Completes what is not complete, and keeps it all.
    ///
    /// # Errors
    /// As [`Filling::complete`].
    pub async fn commit(mut self) -> Result<(), DbError> {
        self.complete().await?;
        self.tx.write_last().await?;
        // Not as control, which ends within a time that is enough for what a visitor asks for.
        raw(&mut self.tx, "COMMIT".to_owned()).await?;
        if let Some(own) = self.own.take() {
            // What lies in the journal goes into the file at once; somebody who reads meanwhile may leave it for later.
            let _ = raw(&mut self.tx, "PRAGMA wal_checkpoint(TRUNCATE)".to_owned()).await;
            drop(self.tx);
            own.close().await;
        }
        Ok(())
    }
}

async fn begin(tx: &mut Tx) -> Result<(), DbError> {
    if matches!(tx.inner, Inner::Sqlite(_)) {
        return tx.control("BEGIN IMMEDIATE").await;
    }
    // Making an index over all rows takes longer than any other statement may.
    tx.control(
        "BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
         SET LOCAL maintenance_work_mem = '256MB'",
    )
    .await
}

/// Where an account's people stand is kept by triggers; of very many rows it is found out at the end.
const STANDING_TABLES: [&str; 5] = ["contact_setting", "contact_email", "portal_user", "link", "outbox"];
const STANDING_PG: &str = "SELECT account_stands_anew(ARRAY(SELECT id FROM account))";
const STANDING_SQLITE: &str =
    "UPDATE account SET (access_active, access_undelivered, access_first_end, access_last_end) =
        (SELECT n.active, n.undelivered, n.first_end, n.last_end FROM account_standing n WHERE n.id = account.id)";

/// Takes away what is cheaper to make at the end; answers with the texts that do. What keeps rows from coming twice stays.
async fn strip(tx: &mut Tx) -> Result<Vec<String>, DbError> {
    let (away, after) = match &mut tx.inner {
        Inner::Sqlite(c) => indexes_of_sqlite(c).await?,
        Inner::Pg(c) => extras_of_pg(c).await?,
    };
    for text in away {
        raw(tx, text).await?;
    }
    Ok(after)
}

type Texts = (Vec<String>, Vec<String>);

async fn indexes_of_sqlite(conn: &mut SqliteConnection) -> Result<Texts, DbError> {
    let found: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT type, name, sql FROM sqlite_master
         WHERE type = 'index' AND sql LIKE 'CREATE INDEX %' OR type = 'trigger' AND sql LIKE 'CREATE TRIGGER standing_%'
         ORDER BY rowid",
    )
    .fetch_all(conn)
    .await?;
    let away = found.iter().map(|(kind, name, _)| format!("DROP {kind} \"{name}\"")).collect();
    let mut after: Vec<String> = found.into_iter().map(|(.., text)| text).collect();
    after.push(STANDING_SQLITE.to_owned());
    Ok((away, after))
}

async fn extras_of_pg(conn: &mut PgConnection) -> Result<Texts, DbError> {
    let keys: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
         WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND conparentid = 0 ORDER BY oid",
    )
    .fetch_all(&mut *conn)
    .await?;
    let indexes: Vec<(String, String)> = sqlx::query_as(
        "SELECT quote_ident(indexname), indexdef FROM pg_indexes
         WHERE schemaname = current_schema() AND indexdef LIKE 'CREATE INDEX %' ORDER BY indexname",
    )
    .fetch_all(conn)
    .await?;
    let mut away: Vec<String> =
        keys.iter().map(|(table, name, _)| format!("ALTER TABLE {table} DROP CONSTRAINT {name}")).collect();
    away.extend(indexes.iter().map(|(name, _)| format!("DROP INDEX {name}")));
    // Before anything is made anew: what they would do is done for all rows at once.
    away.extend(STANDING_TABLES.map(|table| format!("ALTER TABLE {table} DISABLE TRIGGER USER")));
    let mut after: Vec<String> = indexes.into_iter().map(|(_, text)| text).collect();
    after.extend(STANDING_TABLES.map(|table| format!("ALTER TABLE {table} ENABLE TRIGGER USER")));
    after.push(STANDING_PG.to_owned());
    after.extend(
        keys.iter().map(|(table, name, text)| format!("ALTER TABLE {table} ADD CONSTRAINT {name} {text}")),
    );
    Ok((away, after))
}

/// Runs a text that the database's own catalogue gave, or that is made of its names.
async fn raw(tx: &mut Tx, text: String) -> Result<(), DbError> {
    let text = AssertSqlSafe(text);
    match &mut tx.inner {
        Inner::Sqlite(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop)?,
        Inner::Pg(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop)?,
    }
    Ok(())
}

fn insertion(rows: &Rows, count: usize) -> String {
    let mut text = format!("INSERT INTO {} ({}) VALUES ", rows.table, rows.columns.join(", "));
    for row in 0..count {
        let sign = if row == 0 { "(" } else { ", (" };
        text.push_str(sign);
        for column in 0..rows.columns.len() {
            text.push_str(if column == 0 { "?" } else { ", ?" });
        }
        text.push(')');
    }
    text
}

/// `kept`: the statement comes again.
async fn insert(
    conn: &mut SqliteConnection,
    text: Arc<str>,
    kept: bool,
    values: &[Arg],
) -> Result<(), DbError> {
    let query = sqlx::query(AssertSqlSafe(text)).persistent(kept);
    let query = values.iter().fold(query, |query, value| match value {
        Arg::Int(v) => query.bind(*v),
        Arg::Text(v) => query.bind(v.clone()),
        Arg::Bool(v) => query.bind(*v),
        Arg::Id(v) => query.bind(*v),
        Arg::Bytes(v) => query.bind(v.clone()),
    });
    query.execute(conn).await?;
    Ok(())
}

async fn copy(conn: &mut PgConnection, rows: &Rows) -> Result<(), DbError> {
    let text = format!("COPY {} ({}) FROM STDIN", rows.table, rows.columns.join(", "));
    let mut sink = conn.copy_in_raw(&text).await?;
    let mut piece = String::with_capacity(PIECE + 4096);
    for row in rows.values.chunks(rows.columns.len()) {
        for (place, value) in row.iter().enumerate() {
            if place > 0 {
                piece.push('\t');
            }
            field(&mut piece, value);
        }
        piece.push('\n');
        if piece.len() >= PIECE {
            sink.send(piece.as_bytes()).await?;
            piece.clear();
        }
    }
    sink.send(piece.as_bytes()).await?;
    sink.finish().await?;
    Ok(())
}

/// A value as `COPY` reads it.
fn field(to: &mut String, value: &Arg) {
    let known = match value {
        Arg::Int(Some(v)) => write!(to, "{v}"),
        Arg::Bool(Some(v)) => write!(to, "{}", if *v { 't' } else { 'f' }),
        Arg::Id(Some(v)) => write!(to, "{v}"),
        Arg::Text(Some(v)) => {
            for char in v.chars() {
                match char {
                    '\\' => to.push_str("\\\\"),
                    '\n' => to.push_str("\\n"),
                    '\r' => to.push_str("\\r"),
                    '\t' => to.push_str("\\t"),
                    other => to.push(other),
                }
            }
            Ok(())
        }
        Arg::Bytes(Some(v)) => {
            to.push_str("\\\\x");
            v.iter().try_for_each(|byte| write!(to, "{byte:02x}"))
        }
        Arg::Int(None) | Arg::Bool(None) | Arg::Id(None) | Arg::Text(None) | Arg::Bytes(None) => {
            to.push_str("\\N");
            Ok(())
        }
    };
    // A string takes whatever is written to it.
    debug_assert!(known.is_ok());
}
