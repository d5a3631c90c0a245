//! How long a request waits for a database that does not answer (REL-13): once, whatever it asks afterwards. As long as
//! answers come, a request may ask as much as it likes. It also ends when nobody waits for it any more, and it may not take
//! all connections for one visitor.

use super::DbError;
use super::ending::Ending;
use super::visitors::{Turn, Turns, Visitors};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// The longest silence that one request bears.
pub(super) const BUDGET: Duration = Duration::from_secs(2);

tokio::task_local! {
    static HERE: Patience;
}

/// One request's patience. Its clones share it, also on other tasks.
#[derive(Clone, Debug)]
pub struct Patience {
    budget: Duration,
    visit: Arc<Visit>,
    /// Silences that were waited out, of all requests.
    silences: Arc<AtomicU64>,
    visitors: Arc<Visitors>,
}

/// What became of one request.
#[derive(Debug, Default)]
struct Visit {
    lost: AtomicBool,
    gone: watch::Sender<bool>,
    /// It has begun to write, so that it goes on to its end whoever waits for it.
    writes: AtomicBool,
    turns: Mutex<Option<Arc<Turns>>>,
}

impl Patience {
    pub(super) fn new(budget: Duration, silences: Arc<AtomicU64>, visitors: Arc<Visitors>) -> Self {
        Self { budget, visit: Arc::default(), silences, visitors }
    }

    /// That of the request this task works for.
    pub(super) fn here() -> Option<Self> {
        HERE.try_with(Clone::clone).ok()
    }

    /// Runs `work`; whatever it asks of a database on this task shares this patience.
    pub async fn over<F: Future>(self, work: F) -> F::Output {
        HERE.scope(self, work).await
    }

    /// Whoever waits for the answer holds this. Dropped before it was [answered](Leaving::answered), what the request reads
    /// ends, wherever that is; what it writes does not.
    #[must_use]
    pub fn leaving(&self) -> Leaving {
        Leaving { visit: Some(self.visit.clone()) }
    }

    /// The request that this task works for is this visitor's, who shares half of all connections with whatever else they
    /// ask at the same time.
    pub fn belongs_to(visitor: &str) {
        if let Some(here) = Self::here() {
            here.is_of(visitor);
        }
    }

    /// As [`Patience::belongs_to`], before it is handed on.
    pub fn is_of(&self, visitor: &str) {
        let turns = self.visitors.turns_of(visitor);
        *self.visit.turns.lock().unwrap_or_else(PoisonError::into_inner) = Some(turns);
    }

    /// What was written until now was not what the visitor came for: they may still leave.
    pub fn begins_here() {
        if let Some(here) = Self::here() {
            here.visit.writes.store(false, Ordering::Relaxed);
        }
    }

    pub(super) fn writes(&self) {
        self.visit.writes.store(true, Ordering::Relaxed);
    }

    /// Nobody waits for what it would read.
    pub(super) fn is_left(&self) -> bool {
        *self.visit.gone.borrow() && !self.visit.writes.load(Ordering::Relaxed)
    }

    /// Resolves when nobody waits any more, which must also be asked.
    async fn left(&self) {
        let mut gone = self.visit.gone.subscribe();
        if gone.wait_for(|gone| *gone).await.is_err() || !self.is_left() {
            std::future::pending::<()>().await;
        }
    }

    /// Waited in vain.
    pub(super) fn lose(&self) {
        self.visit.lost.store(true, Ordering::Relaxed);
        self.silences.fetch_add(1, Ordering::Relaxed);
    }

    fn is_lost(&self) -> bool {
        self.visit.lost.load(Ordering::Relaxed)
    }

    /// The visitor's turn to hold a connection, for whoever is known.
    async fn turn(&self, reads: bool) -> Option<Turn> {
        let turns = self.visit.turns.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
        turns.take(reads).await
    }
}

/// Somebody waits for the answer; see [`Patience::leaving`].
pub struct Leaving {
    visit: Option<Arc<Visit>>,
}

impl Leaving {
    /// It came.
    pub fn answered(mut self) {
        self.visit = None;
    }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(visit) = self.visit.take() {
            visit.gone.send_replace(true);
        }
    }
}

/// Outside of requests: longer than a statement may run, so only a connection that is dead without having been closed is
/// silent for so long. Without an end the worker would wait for it until a restart.
const LONGEST: Duration = Duration::from_secs(60);
/// How long a statement may run outside of requests, and as part of a write. PostgreSQL is told the same.
pub(super) const STATEMENT: Duration = Duration::from_secs(30);
/// A statement that ends by itself when its time is over may take this much longer to say so. Our own tests ask whether it
/// does, however late.
const GRACE: Duration = Duration::from_millis(if cfg!(test) { 60_000 } else { 500 });

/// What a connection's statements wait for, and what ends them.
#[derive(Clone)]
pub(super) struct Bounds {
    pub(super) patience: Option<Patience>,
    /// Of a read: it ends when its visitor is gone, and when the process shall. What was begun to be written does not.
    pub(super) ending: Option<Ending>,
}

/// Who ends a statement that takes too long.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum EndedBy {
    /// Whoever waits for it: nothing is heard of it any more.
    Us,
    /// The statement itself, which says so.
    Itself,
}

impl Bounds {
    pub(super) fn of_writes(patience: Option<Patience>) -> Self {
        Self { patience, ending: None }
    }

    pub(super) fn of_reads(patience: Option<Patience>, ending: Ending) -> Self {
        Self { patience, ending: Some(ending) }
    }

    /// The longest that a statement may run.
    pub(super) fn statement(&self) -> Duration {
        self.patience.as_ref().map_or(STATEMENT, |patience| patience.budget)
    }

    /// Whether nothing is to be read any more.
    pub(super) fn is_left(&self) -> bool {
        self.ending.is_some() && self.patience.as_ref().is_some_and(Patience::is_left)
    }

    /// Waits for `connect`, in the visitor's turn.
    pub(super) async fn take<T>(
        &self,
        connect: impl Future<Output = Result<T, DbError>>,
    ) -> Result<(T, Option<Turn>), DbError> {
        let in_turn = async {
            let turn = match &self.patience {
                Some(patience) => patience.turn(self.ending.is_some()).await,
                None => None,
            };
            Ok((connect.await?, turn))
        };
        self.wait(EndedBy::Us, Box::pin(in_turn)).await
    }

    /// Waits for an answer, or not at all when the database was silent before or the visitor is gone.
    pub(super) async fn wait<T>(
        &self,
        by: EndedBy,
        answer: impl Future<Output = Result<T, DbError>>,
    ) -> Result<T, DbError> {
        if self.is_left() || self.ending.as_ref().is_some_and(Ending::is_closed) {
            return Err(ended());
        }
        if self.patience.as_ref().is_some_and(Patience::is_lost) {
            return Err(DbError(sqlx::Error::PoolTimedOut));
        }
        let longest = match (&self.patience, by) {
            (None, _) => LONGEST,
            (Some(patience), EndedBy::Us) => patience.budget,
            (Some(patience), EndedBy::Itself) => patience.budget + GRACE,
        };
        let in_time = tokio::time::timeout(longest, answer);
        let answered = match &self.ending {
            Some(ending) if by == EndedBy::Us => tokio::select! {
                biased;
                answered = in_time => answered,
                () = ending.comes() => return Err(ended()),
                () = self.left() => return Err(ended()),
            },
            _ => in_time.await,
        };
        answered.unwrap_or_else(|_| {
            self.patience.iter().for_each(Patience::lose);
            Err(DbError(sqlx::Error::PoolTimedOut))
        })
    }

    async fn left(&self) {
        match &self.patience {
            Some(patience) => patience.left().await,
            None => std::future::pending().await,
        }
    }
}

/// Of a read that we ended on purpose: nobody's fault, and nobody is there to hear of it.
pub(super) fn ended() -> DbError {
    DbError(sqlx::Error::PoolClosed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patience(budget: Duration) -> Patience {
        Patience::new(budget, Arc::default(), Arc::new(Visitors::of(4, 4)))
    }

    fn reads(patience: &Patience) -> Bounds {
        Bounds::of_reads(Some(patience.clone()), Ending::far())
    }

    async fn silence() -> Result<(), DbError> {
        std::future::pending().await
    }

    #[tokio::test]
    async fn a_silence_is_waited_out_once() {
        let patience = patience(Duration::from_millis(10));
        for by in [EndedBy::Us, EndedBy::Itself, EndedBy::Us] {
            assert!(reads(&patience).wait(by, silence()).await.is_err());
        }
        assert_eq!(patience.silences.load(Ordering::Relaxed), 1);
    }

    #[tokio::test]
    async fn an_error_that_comes_at_once_costs_nobody_their_patience() {
        let patience = patience(BUDGET);
        let gone = async { Err::<(), _>(DbError(sqlx::Error::PoolClosed)) };
        assert!(reads(&patience).wait(EndedBy::Us, gone).await.is_err());
        assert!(reads(&patience).wait(EndedBy::Us, async { Ok(()) }).await.is_ok());
        assert_eq!(patience.silences.load(Ordering::Relaxed), 0);
    }

    #[tokio::test]
    async fn it_belongs_to_its_task_and_is_handed_on() {
        assert!(Patience::here().is_none());
        patience(BUDGET).over(async { assert!(Patience::here().is_some()) }).await;
        assert!(Patience::here().is_none());
    }

    #[tokio::test]
    async fn who_leaves_ends_what_is_read_and_nothing_that_is_written() {
        let patience = patience(Duration::from_secs(600));
        let (leaving, bounds) = (patience.leaving(), reads(&patience));
        let (answer, ()) = tokio::join!(bounds.wait(EndedBy::Us, silence()), async { drop(leaving) });
        assert!(matches!(answer, Err(DbError(sqlx::Error::PoolClosed))));
        assert!(bounds.wait(EndedBy::Us, async { Ok(()) }).await.is_err(), "nothing more is read");
        assert!(Bounds::of_writes(Some(patience.clone())).wait(EndedBy::Us, async { Ok(()) }).await.is_ok());
        patience.writes();
        assert!(
            bounds.wait(EndedBy::Us, async { Ok(()) }).await.is_ok(),
            "nor is half of a work left undone"
        );
        assert_eq!(patience.silences.load(Ordering::Relaxed), 0);
    }

    #[tokio::test]
    async fn who_was_answered_has_not_left() {
        let patience = patience(BUDGET);
        patience.leaving().answered();
        assert!(reads(&patience).wait(EndedBy::Us, async { Ok(()) }).await.is_ok());
    }

    #[tokio::test]
    async fn once_the_process_shall_end_no_read_takes_long() {
        let patience = patience(Duration::from_secs(600));
        let ending = Ending::in_a(Duration::from_millis(10));
        for patience in [None, Some(patience.clone())] {
            let bounds = Bounds::of_reads(patience, ending.clone());
            let (answer, ()) = tokio::join!(bounds.wait(EndedBy::Us, silence()), async { ending.begin() });
            assert!(matches!(answer, Err(DbError(sqlx::Error::PoolClosed))));
            assert!(
                bounds.wait(EndedBy::Us, async { Ok(()) }).await.is_ok(),
                "a quick one is still answered"
            );
        }
        ending.close();
        let bounds = Bounds::of_reads(Some(patience), ending);
        assert!(bounds.wait(EndedBy::Us, async { Ok(()) }).await.is_err());
    }

    #[tokio::test]
    async fn a_visitor_holds_so_many_connections_and_others_hold_theirs() {
        let visitors = Arc::new(Visitors::of(2, 1));
        let of = |name: &str| {
            let patience = Patience::new(Duration::from_millis(10), Arc::default(), visitors.clone());
            patience.is_of(name);
            reads(&patience)
        };
        let connect = || async { Ok(()) };
        let mut held = Vec::new();
        for _ in 0..2 {
            held.push(of("a").take(connect()).await.unwrap());
        }
        assert!(of("a").take(connect()).await.is_err());
        assert!(of("b").take(connect()).await.is_ok());
        let writes = |name: &str| Bounds { ending: None, ..of(name) };
        let written = writes("a").take(connect()).await;
        assert!(written.is_ok(), "whoever reads may still write");
        assert!(writes("a").take(connect()).await.is_err());
        held.pop();
        assert!(of("a").take(connect()).await.is_ok());
    }
}
