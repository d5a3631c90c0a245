//! Connections to SQLite, and what ends a statement on one: a handler that SQLite calls every so many steps of its virtual
//! machine, on whatever thread the statement runs.

use super::ending::Ending;
use super::patience::{Bounds, Patience};
use super::stock::{Held, Place, Source, Stock};
use super::{DbError, files};
use futures::FutureExt;
use futures::future::BoxFuture;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Steps between two looks at whether a statement must end: some ten microseconds. The looks cost too little to be measured,
/// also when there are ten times as many.
const EVERY: u64 = 1000;
/// More than there are statements, so that each is prepared once on each connection that needs it.
const STATEMENTS: usize = 512;

/// As the product opens a database: what is acknowledged is on disk, the journal does not stay large, and what a statement
/// sorts stays in memory. The file is not mapped: that spares a microsecond a seek, counts as memory of the process, and
/// turns an unreadable page into its end. Pages are kept by the system anyway, so each connection keeps few.
pub(crate) fn options(url: &str) -> Result<SqliteConnectOptions, DbError> {
    Ok(SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(STATEMENTS)
        .pragma("journal_size_limit", "67108864")
        .pragma("temp_store", "MEMORY")
        .pragma("mmap_size", "0")
        .pragma("cache_size", "-4000"))
}

/// What all connections of a database share.
#[derive(Clone)]
pub(super) struct Watch {
    pub(super) ending: Ending,
    /// Steps that readers ran, as far as they were counted.
    steps: Arc<AtomicU64>,
    is_exact: Arc<AtomicBool>,
}

/// Opens connections of one kind.
pub(super) struct Lites {
    pub(super) options: SqliteConnectOptions,
    pub(super) watch: Watch,
    /// They only read, so that they end with the process and are counted.
    reads: bool,
}

pub(super) type Readers = Arc<Stock<Lites>>;

/// The connection that writes and those that read.
pub(super) async fn open(url: &str) -> Result<(Readers, Readers), DbError> {
    let options = options(url)?;
    files::make_private(options.get_filename())?;
    let watch = Watch { ending: Ending::far(), steps: Arc::default(), is_exact: Arc::default() };
    let writer = Lites { options: options.clone(), watch: watch.clone(), reads: false };
    let writer = Stock::new(writer, 1);
    // Whatever is wrong with the file is said now.
    drop(writer.take().await?);
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let options = options.pragma("query_only", "ON");
    let readers = Stock::new(Lites { options, watch, reads: true }, most_readers(cores));
    Ok((writer, readers))
}

fn most_readers(cores: usize) -> u32 {
    u32::try_from(cores.max(2)).unwrap_or(4).min(16) * 2
}

/// For a look at a database as it is. Without a log beside it the file is all there is, and a reader need not make one.
pub(super) fn look(options: SqliteConnectOptions) -> Readers {
    let mut log = options.get_filename().as_os_str().to_owned();
    log.push("-wal");
    let options = options.read_only(true).immutable(!Path::new(&log).exists());
    let watch = Watch { ending: Ending::far(), steps: Arc::default(), is_exact: Arc::default() };
    Stock::new(Lites { options, watch, reads: true }, 1)
}

#[cfg(any(test, feature = "testing"))]
impl Watch {
    pub(super) fn steps(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }

    /// Whether every step counts, from the next connection on.
    pub(super) fn count_exactly(&self, is_exact: bool) {
        self.is_exact.store(is_exact, Ordering::Relaxed);
    }
}

/// An open connection.
pub(super) struct Lite {
    raw: SqliteConnection,
    limit: Arc<Limit>,
}

impl Deref for Lite {
    type Target = SqliteConnection;
    fn deref(&self) -> &SqliteConnection {
        &self.raw
    }
}

impl DerefMut for Lite {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.raw
    }
}

impl Source for Lites {
    type Conn = Lite;

    fn open(&self) -> BoxFuture<'_, Result<Lite, sqlx::Error>> {
        async {
            let mut raw = self.options.connect().await?;
            let ending = self.reads.then(|| self.watch.ending.clone());
            let limit = Arc::new(Limit { state: Mutex::new(State::Quiet), ending });
            let steps = self.reads.then(|| self.watch.steps.clone());
            let every = if self.watch.is_exact.load(Ordering::Relaxed) { 1 } else { EVERY };
            let (inside, mut taken) = (limit.clone(), 0);
            let goes_on = move || {
                if let Some(steps) = &steps {
                    steps.fetch_add(every, Ordering::Relaxed);
                }
                taken += every;
                taken % EVERY != 0 || inside.goes_on()
            };
            raw.lock_handle().await?.set_progress_handler(i32::try_from(every).unwrap_or(1000), goes_on);
            Ok(Lite { raw, limit })
        }
        .boxed()
    }

    fn is_doubtful(_: Duration) -> bool {
        false
    }

    fn answers(_: &mut Lite) -> BoxFuture<'_, bool> {
        std::future::ready(true).boxed()
    }

    fn abandon(conn: Lite, place: Place) {
        // The handler goes with the connection, and the place with the handler.
        *conn.limit.state() = State::Abandoned { _place: place };
    }

    fn close(conn: Lite) -> BoxFuture<'static, ()> {
        async move {
            if let Err(error) = conn.raw.close().await {
                tracing::debug!(%error, "a connection was not closed well");
            }
        }
        .boxed()
    }
}

/// Why a statement was ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It took as long as it may.
    Late,
    /// Nobody waits for it, or the process ends.
    Unwanted,
}

enum State {
    Quiet,
    Running {
        begun: Instant,
        until: Instant,
        patience: Option<Patience>,
        why: Option<Why>,
    },
    /// Whoever asked went away in the middle; the place is free when the thread of the connection has ended.
    Abandoned {
        _place: Place,
    },
}

/// What ends the statement of one connection.
struct Limit {
    state: Mutex<State>,
    /// Of a reader.
    ending: Option<Ending>,
}

impl Limit {
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn goes_on(&self) -> bool {
        let mut state = self.state();
        let (begun, until, patience, why) = match &mut *state {
            State::Quiet => return true,
            State::Abandoned { .. } => return false,
            State::Running { begun, until, patience, why } => (*begun, *until, patience, why),
        };
        let now = Instant::now();
        let is_unwanted = self.ending.as_ref().is_some_and(|ending| ending.ends(|| now - begun))
            || patience.as_ref().is_some_and(Patience::is_left);
        *why = if is_unwanted {
            Some(Why::Unwanted)
        } else if now >= until {
            Some(Why::Late)
        } else {
            None
        };
        why.is_none()
    }
}

impl Held<Lites> {
    /// A statement begins.
    pub(super) fn begins(&mut self, bounds: &Bounds) {
        self.set_busy(true);
        let begun = Instant::now();
        let patience = bounds.patience.clone().filter(|_| bounds.ending.is_some());
        let until = begun + bounds.statement();
        *self.limit.state() = State::Running { begun, until, patience, why: None };
    }

    /// It has ended; why, when it was ended before its time.
    pub(super) fn ends(&mut self) -> Option<Why> {
        self.set_busy(false);
        match std::mem::replace(&mut *self.limit.state(), State::Quiet) {
            State::Running { why, .. } => why,
            State::Quiet | State::Abandoned { .. } => None,
        }
    }
}
