//! A connection of either engine, and the statement that runs on it.

use super::patience::patiently;
use super::{DbError, Patience};
use kernel::{
    AccountId, BrowserId, ChangeId, ContactId, EmailId, EventId, FirmId, InvitationId, MailId, ResetId,
    SessionId,
};
use kernel::{SettingId, Ts, UserId};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::{Query, QueryAs};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{FromRow, Postgres, Sqlite};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// A row that both engines can give; `#[derive(sqlx::FromRow)]` is enough.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

pub(super) enum Inner {
    Sqlite(PoolConnection<Sqlite>),
    Pg(PoolConnection<Postgres>),
}

/// A connection, of whichever engine.
pub struct Conn {
    pub(super) inner: Inner,
    statements: Arc<AtomicU64>,
    patience: Option<Patience>,
}

impl Conn {
    pub(super) fn new(inner: Inner, statements: Arc<AtomicU64>, patience: Option<Patience>) -> Self {
        Self { inner, statements, patience }
    }

    /// Transaction control; not counted and not a statement of the product.
    pub(super) async fn control(&mut self, text: &'static str) -> Result<(), DbError> {
        let patience = self.patience.clone();
        let asked = async {
            match &mut self.inner {
                Inner::Sqlite(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop)?,
                Inner::Pg(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop)?,
            }
            Ok(())
        };
        let answer = patiently(patience.as_ref(), asked).await;
        self.after(answer)
    }

    /// A connection that was left in the middle of an answer is not used again.
    fn after<T>(&mut self, answer: Result<T, DbError>) -> Result<T, DbError> {
        if answer.as_ref().is_err_and(DbError::is_away) {
            self.close_when_done();
        }
        answer
    }

    pub(super) fn close_when_done(&mut self) {
        match &mut self.inner {
            Inner::Sqlite(c) => c.close_on_drop(),
            Inner::Pg(c) => c.close_on_drop(),
        }
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

/// A value bound to `$n`. `None` is NULL of that type, which PostgreSQL wants to know.
#[derive(Clone, Debug)]
pub enum Arg {
    Int(Option<i64>),
    Text(Option<String>),
    Bool(Option<bool>),
    Id(Option<Uuid>),
    Bytes(Option<Vec<u8>>),
}

macro_rules! arg_from {
    ($($type:ty => $variant:ident by $convert:expr;)+) => {$(
        impl From<$type> for Arg {
            fn from(value: $type) -> Self {
                Arg::$variant(Some(($convert)(value)))
            }
        }
        impl From<Option<$type>> for Arg {
            fn from(value: Option<$type>) -> Self {
                Arg::$variant(value.map($convert))
            }
        }
    )+};
}
arg_from! {
    i64 => Int by |v| v;
    Ts => Int by |v: Ts| v.0;
    String => Text by |v| v;
    &str => Text by |v: &str| v.to_owned();
    &String => Text by |v: &String| v.clone();
    bool => Bool by |v| v;
    Uuid => Id by |v| v;
    Vec<u8> => Bytes by |v| v;
    [u8; 32] => Bytes by |v: [u8; 32]| v.to_vec();
    FirmId => Id by |v: FirmId| v.0;
    UserId => Id by |v: UserId| v.0;
    AccountId => Id by |v: AccountId| v.0;
    BrowserId => Id by |v: BrowserId| v.0;
    ContactId => Id by |v: ContactId| v.0;
    EmailId => Id by |v: EmailId| v.0;
    SettingId => Id by |v: SettingId| v.0;
    InvitationId => Id by |v: InvitationId| v.0;
    ResetId => Id by |v: ResetId| v.0;
    ChangeId => Id by |v: ChangeId| v.0;
    SessionId => Id by |v: SessionId| v.0;
    EventId => Id by |v: EventId| v.0;
    MailId => Id by |v: MailId| v.0;
}

/// A statement with its values, made by [`sql!`](crate::sql).
pub struct Stmt {
    text: &'static str,
    args: Vec<Arg>,
}

impl Stmt {
    #[must_use]
    pub fn new(text: &'static str, args: Vec<Arg>) -> Self {
        Self { text, args }
    }

    /// Runs it; how many rows it touched.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn run(self, conn: &mut Conn) -> Result<u64, DbError> {
        conn.statements.fetch_add(1, Ordering::Relaxed);
        let patience = conn.patience.clone();
        let asked = async {
            Ok(match &mut conn.inner {
                Inner::Sqlite(c) => self.sqlite().execute(&mut **c).await?.rows_affected(),
                Inner::Pg(c) => self.pg().execute(&mut **c).await?.rows_affected(),
            })
        };
        let answer = patiently(patience.as_ref(), asked).await;
        conn.after(answer)
    }

    /// All rows. Every list has a `LIMIT`.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn all<T: Row>(self, conn: &mut Conn) -> Result<Vec<T>, DbError> {
        conn.statements.fetch_add(1, Ordering::Relaxed);
        let patience = conn.patience.clone();
        let asked = async {
            Ok(match &mut conn.inner {
                Inner::Sqlite(c) => self.sqlite_as::<T>().fetch_all(&mut **c).await?,
                Inner::Pg(c) => self.pg_as::<T>().fetch_all(&mut **c).await?,
            })
        };
        let answer = patiently(patience.as_ref(), asked).await;
        conn.after(answer)
    }

    /// The row, if there is one.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn optional<T: Row>(self, conn: &mut Conn) -> Result<Option<T>, DbError> {
        conn.statements.fetch_add(1, Ordering::Relaxed);
        let patience = conn.patience.clone();
        let asked = async {
            Ok(match &mut conn.inner {
                Inner::Sqlite(c) => self.sqlite_as::<T>().fetch_optional(&mut **c).await?,
                Inner::Pg(c) => self.pg_as::<T>().fetch_optional(&mut **c).await?,
            })
        };
        let answer = patiently(patience.as_ref(), asked).await;
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
        self.args.into_iter().fold(sqlx::query(self.text), |query, arg| match arg {
            Arg::Int(v) => query.bind(v),
            Arg::Text(v) => query.bind(v),
            Arg::Bool(v) => query.bind(v),
            Arg::Id(v) => query.bind(v),
            Arg::Bytes(v) => query.bind(v),
        })
    }

    fn pg(self) -> Query<'static, Postgres, PgArguments> {
        self.args.into_iter().fold(sqlx::query(self.text), |query, arg| match arg {
            Arg::Int(v) => query.bind(v),
            Arg::Text(v) => query.bind(v),
            Arg::Bool(v) => query.bind(v),
            Arg::Id(v) => query.bind(v),
            Arg::Bytes(v) => query.bind(v),
        })
    }

    fn sqlite_as<T: Row>(self) -> QueryAs<'static, Sqlite, T, SqliteArguments> {
        self.args.into_iter().fold(sqlx::query_as(self.text), |query, arg| match arg {
            Arg::Int(v) => query.bind(v),
            Arg::Text(v) => query.bind(v),
            Arg::Bool(v) => query.bind(v),
            Arg::Id(v) => query.bind(v),
            Arg::Bytes(v) => query.bind(v),
        })
    }

    fn pg_as<T: Row>(self) -> QueryAs<'static, Postgres, T, PgArguments> {
        self.args.into_iter().fold(sqlx::query_as(self.text), |query, arg| match arg {
            Arg::Int(v) => query.bind(v),
            Arg::Text(v) => query.bind(v),
            Arg::Bool(v) => query.bind(v),
            Arg::Id(v) => query.bind(v),
            Arg::Bytes(v) => query.bind(v),
        })
    }
}
