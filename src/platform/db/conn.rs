//! A connection of either engine, and the statement that runs on it.

use super::arg::Arg;
use super::lite::{Lites, Why};
use super::patience::{Bounds, EndedBy, ended};
use super::pg::PgReaders;
use super::stock::Held;
use super::visitors::Turn;
use super::{DbError, Patience};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgConnection, PgRow};
use sqlx::query::{Query, QueryAs};
use sqlx::sqlite::{SqliteArguments, SqliteConnection, SqliteRow};
use sqlx::{FromRow, Postgres, Sqlite};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A row that both engines can give; `#[derive(sqlx::FromRow)]` is enough.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

pub(super) enum Inner {
    Sqlite(LiteConn),
    Pg(PgConn),
}

/// One of a stock, or one that is used for a single purpose.
pub(super) enum LiteConn {
    Kept(Held<Lites>),
    Own(PoolConnection<Sqlite>),
}

/// One that only reads, or one for everything.
pub(super) enum PgConn {
    Reader(Held<PgReaders>),
    Any(PoolConnection<Postgres>),
}

impl Deref for LiteConn {
    type Target = SqliteConnection;
    fn deref(&self) -> &SqliteConnection {
        match self {
            Self::Kept(held) => held,
            Self::Own(conn) => conn,
        }
    }
}

impl DerefMut for LiteConn {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Kept(held) => held,
            Self::Own(conn) => conn,
        }
    }
}

impl Deref for PgConn {
    type Target = PgConnection;
    fn deref(&self) -> &PgConnection {
        match self {
            Self::Reader(held) => held,
            Self::Any(conn) => conn,
        }
    }
}

impl DerefMut for PgConn {
    fn deref_mut(&mut self) -> &mut PgConnection {
        match self {
            Self::Reader(held) => held,
            Self::Any(conn) => conn,
        }
    }
}

impl Inner {
    /// Who ends a statement here that takes too long.
    fn ended_by(&self) -> EndedBy {
        match self {
            Self::Sqlite(LiteConn::Kept(_)) => EndedBy::Itself,
            _ => EndedBy::Us,
        }
    }

    fn begins(&mut self, bounds: &Bounds) {
        match self {
            Self::Sqlite(LiteConn::Kept(held)) => held.begins(bounds),
            Self::Pg(PgConn::Reader(held)) => held.set_busy(true),
            Self::Sqlite(LiteConn::Own(_)) | Self::Pg(PgConn::Any(_)) => {}
        }
    }

    /// The statement was answered; with an error of ours when it was ended before its time.
    fn ends<T>(&mut self, bounds: &Bounds, answer: Result<T, sqlx::Error>) -> Result<T, DbError> {
        let why = match self {
            Self::Sqlite(LiteConn::Kept(held)) => held.ends(),
            Self::Pg(PgConn::Reader(held)) => {
                held.set_busy(false);
                None
            }
            Self::Sqlite(LiteConn::Own(_)) | Self::Pg(PgConn::Any(_)) => None,
        };
        match (answer, why) {
            (Err(_), Some(Why::Unwanted)) => Err(ended()),
            (Err(error), Some(Why::Late)) => {
                bounds.patience.iter().for_each(Patience::lose);
                Err(DbError(error))
            }
            (answer, _) => Ok(answer?),
        }
    }

    /// It is not used again, and when the server is gone neither are the others that lie idle.
    /// Held in the turn of whoever asked, until the engine has let go of it.
    fn set_turn(&mut self, turn: Option<Turn>) {
        match self {
            Self::Sqlite(LiteConn::Kept(held)) => held.set_turn(turn),
            Self::Pg(PgConn::Reader(held)) => held.set_turn(turn),
            // Nobody's request.
            Self::Sqlite(LiteConn::Own(_)) | Self::Pg(PgConn::Any(_)) => {}
        }
    }

    fn spoil(&mut self, all: bool) {
        match self {
            Self::Sqlite(LiteConn::Kept(held)) => held.spoil(all),
            Self::Sqlite(LiteConn::Own(conn)) => conn.close_on_drop(),
            Self::Pg(PgConn::Reader(held)) => held.spoil(all),
            Self::Pg(PgConn::Any(conn)) => conn.close_on_drop(),
        }
    }
}

/// A connection, of whichever engine.
pub struct Conn {
    pub(super) inner: Inner,
    statements: Arc<AtomicU64>,
    bounds: Bounds,
    /// A write that failed so that its transaction may be gone: nothing more is done, or it would be done outside of it.
    is_broken: bool,
}

impl Conn {
    /// For writing.
    pub(super) fn new(inner: Inner, statements: Arc<AtomicU64>, patience: Option<Patience>) -> Self {
        Self { inner, statements, bounds: Bounds::of_writes(patience), is_broken: false }
    }

    pub(super) fn reading(
        (mut inner, turn): (Inner, Option<Turn>),
        statements: Arc<AtomicU64>,
        bounds: Bounds,
    ) -> Self {
        inner.set_turn(turn);
        Self { inner, statements, bounds, is_broken: false }
    }

    /// Transaction control; not counted and not a statement of the product.
    pub(super) async fn control(&mut self, text: &'static str) -> Result<(), DbError> {
        let (bounds, by) = (self.bounds.clone(), self.inner.ended_by());
        let inner = &mut self.inner;
        let asked = async {
            inner.begins(&bounds);
            let answer = match inner {
                Inner::Sqlite(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop),
                Inner::Pg(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop),
            };
            inner.ends(&bounds, answer)
        };
        let answer = bounds.wait(by, asked).await;
        self.after(answer)
    }

    /// What a statement needs.
    fn begin(&mut self) -> Result<(&mut Inner, Bounds, EndedBy), DbError> {
        if self.is_broken {
            return Err(ended());
        }
        self.statements.fetch_add(1, Ordering::Relaxed);
        let by = self.inner.ended_by();
        Ok((&mut self.inner, self.bounds.clone(), by))
    }

    /// A connection that was lost, or left in the middle of an answer, is not used again.
    fn after<T>(&mut self, answer: Result<T, DbError>) -> Result<T, DbError> {
        let Err(error) = &answer else { return answer };
        let is_ours = matches!(error.0, sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed);
        let is_write = self.bounds.ending.is_none();
        match &self.inner {
            _ if !error.is_away() => {}
            Inner::Pg(PgConn::Any(_)) => self.inner.spoil(false),
            // Whether it was left in the middle is known there.
            _ if is_ours => self.is_broken |= is_write,
            Inner::Pg(PgConn::Reader(_)) => self.inner.spoil(error.is_lost()),
            Inner::Sqlite(_) => {
                // A write that SQLite breaks off may have undone all before it.
                self.is_broken |= is_write;
                if !error.is_interrupted() {
                    self.inner.spoil(false);
                }
            }
        }
        answer
    }

    /// For values that each engine wants in its own form.
    #[must_use]
    pub fn is_postgres(&self) -> bool {
        matches!(self.inner, Inner::Pg(_))
    }

    #[cfg(test)]
    pub(super) fn break_for_test(&mut self) {
        self.is_broken = true;
    }

    /// Whether its transaction may be gone.
    pub(super) fn is_broken(&self) -> bool {
        self.is_broken
    }

    pub(super) fn close_when_done(&mut self) {
        self.inner.spoil(false);
    }

    /// Asks the engine to prepare a text without running it; for the test that knows them all.
    ///
    /// # Errors
    /// What the engine says against it.
    pub async fn prepare(&mut self, text: &'static str) -> Result<(), DbError> {
        use sqlx::Executor;
        use sqlx::SqlSafeStr;
        match &mut self.inner {
            Inner::Sqlite(c) => (&mut **c).prepare(text.into_sql_str()).await.map(drop)?,
            Inner::Pg(c) => (&mut **c).prepare(text.into_sql_str()).await.map(drop)?,
        }
        Ok(())
    }
}

/// A statement with its values, made by [`sql!`](crate::sql).
pub struct Stmt {
    sqlite: &'static str,
    postgres: &'static str,
    args: Vec<Arg>,
}

impl Stmt {
    #[must_use]
    pub fn new(text: &'static str, args: Vec<Arg>) -> Self {
        Self::per_engine(text, text, args)
    }

    /// With a text of its own for each engine, and the same values.
    #[must_use]
    pub fn per_engine(sqlite: &'static str, postgres: &'static str, args: Vec<Arg>) -> Self {
        Self { sqlite, postgres, args }
    }

    /// Runs it; how many rows it touched.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn run(self, conn: &mut Conn) -> Result<u64, DbError> {
        let (inner, bounds, by) = conn.begin()?;
        let asked = async {
            inner.begins(&bounds);
            let answer = match inner {
                Inner::Sqlite(c) => self.sqlite().execute(&mut **c).await.map(|done| done.rows_affected()),
                Inner::Pg(c) => self.pg().execute(&mut **c).await.map(|done| done.rows_affected()),
            };
            inner.ends(&bounds, answer)
        };
        let answer = bounds.wait(by, asked).await;
        conn.after(answer)
    }

    /// All rows. Every list has a `LIMIT`.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn all<T: Row>(self, conn: &mut Conn) -> Result<Vec<T>, DbError> {
        let (inner, bounds, by) = conn.begin()?;
        let asked = async {
            inner.begins(&bounds);
            let answer = match inner {
                Inner::Sqlite(c) => self.sqlite_as::<T>().fetch_all(&mut **c).await,
                Inner::Pg(c) => self.pg_as::<T>().fetch_all(&mut **c).await,
            };
            inner.ends(&bounds, answer)
        };
        let answer = bounds.wait(by, asked).await;
        conn.after(answer)
    }

    /// The row, if there is one.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn optional<T: Row>(self, conn: &mut Conn) -> Result<Option<T>, DbError> {
        let (inner, bounds, by) = conn.begin()?;
        let asked = async {
            inner.begins(&bounds);
            let answer = match inner {
                Inner::Sqlite(c) => self.sqlite_as::<T>().fetch_optional(&mut **c).await,
                Inner::Pg(c) => self.pg_as::<T>().fetch_optional(&mut **c).await,
            };
            inner.ends(&bounds, answer)
        };
        let answer = bounds.wait(by, asked).await;
        conn.after(answer)
    }

    /// The one row there must be.
    ///
    /// # Errors
    /// What the engine says; no row is an error here.
    pub async fn one<T: Row>(self, conn: &mut Conn) -> Result<T, DbError> {
        self.optional(conn).await?.ok_or(DbError(sqlx::Error::RowNotFound))
    }

    fn sqlite(self) -> Query<'static, Sqlite, SqliteArguments> {
        self.args.into_iter().fold(sqlx::query(self.sqlite), |query, arg| match arg {
            Arg::Int(v) => query.bind(v),
            Arg::Text(v) => query.bind(v),
            Arg::Bool(v) => query.bind(v),
            Arg::Id(v) => query.bind(v),
            Arg::Bytes(v) => query.bind(v),
        })
    }

    fn pg(self) -> Query<'static, Postgres, PgArguments> {
        self.args.into_iter().fold(sqlx::query(self.postgres), |query, arg| match arg {
            Arg::Int(v) => query.bind(v),
            Arg::Text(v) => query.bind(v),
            Arg::Bool(v) => query.bind(v),
            Arg::Id(v) => query.bind(v),
            Arg::Bytes(v) => query.bind(v),
        })
    }

    fn sqlite_as<T: Row>(self) -> QueryAs<'static, Sqlite, T, SqliteArguments> {
        self.args.into_iter().fold(sqlx::query_as(self.sqlite), |query, arg| match arg {
            Arg::Int(v) => query.bind(v),
            Arg::Text(v) => query.bind(v),
            Arg::Bool(v) => query.bind(v),
            Arg::Id(v) => query.bind(v),
            Arg::Bytes(v) => query.bind(v),
        })
    }

    fn pg_as<T: Row>(self) -> QueryAs<'static, Postgres, T, PgArguments> {
        self.args.into_iter().fold(sqlx::query_as(self.postgres), |query, arg| match arg {
            Arg::Int(v) => query.bind(v),
            Arg::Text(v) => query.bind(v),
            Arg::Bool(v) => query.bind(v),
            Arg::Id(v) => query.bind(v),
            Arg::Bytes(v) => query.bind(v),
        })
    }
}
