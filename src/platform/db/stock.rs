//! Connections that are kept for the next who asks: opened when they are needed, the one used last first, so that an idle
//! process holds few of them and the caches of those in use are warm. Nothing is asked of a connection between two uses.

use super::visitors::Turn;
use futures::future::BoxFuture;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// A connection that nobody used for so long is closed when the next one comes back.
const IDLE: Duration = Duration::from_secs(300);
/// No connection is older than this.
const OLDEST: Duration = Duration::from_secs(1800);

/// Where connections come from.
pub(super) trait Source: Send + Sync + 'static {
    type Conn: Send + 'static;

    fn open(&self) -> BoxFuture<'_, Result<Self::Conn, sqlx::Error>>;

    /// Whether one that lay idle for so long must be asked before it is used.
    fn is_doubtful(idle: Duration) -> bool;

    fn answers(conn: &mut Self::Conn) -> BoxFuture<'_, bool>;

    /// Lets go of one in the middle of a statement. Its place is free when that has ended.
    fn abandon(conn: Self::Conn, place: Place);

    fn close(conn: Self::Conn) -> BoxFuture<'static, ()>;
}

/// A connection's place among all of its kind, and its visitor's turn to hold one.
pub(super) struct Place {
    _place: OwnedSemaphorePermit,
    turn: Option<Turn>,
}

struct Idle<C> {
    conn: C,
    opened: Instant,
    since: Instant,
}

/// Connections of one kind, at most so many at once.
pub(super) struct Stock<S: Source> {
    pub(super) source: S,
    most: u32,
    places: Arc<Semaphore>,
    idle: Mutex<Vec<Idle<S::Conn>>>,
    /// Connections of an earlier round are not used again.
    round: AtomicU64,
    is_closed: AtomicBool,
}

impl<S: Source> Stock<S> {
    pub(super) fn new(source: S, most: u32) -> Arc<Self> {
        Arc::new(Self {
            source,
            most,
            places: Arc::new(Semaphore::new(most as usize)),
            idle: Mutex::default(),
            round: AtomicU64::new(0),
            is_closed: AtomicBool::new(false),
        })
    }

    pub(super) fn most(&self) -> usize {
        self.most as usize
    }

    /// One for whoever asks, when there is a place.
    pub(super) async fn take(self: &Arc<Self>) -> Result<Held<S>, sqlx::Error> {
        let place = self.places.clone().acquire_owned().await.map_err(|_| sqlx::Error::PoolClosed)?;
        if self.is_closed.load(Ordering::Acquire) {
            return Err(sqlx::Error::PoolClosed);
        }
        let round = self.round.load(Ordering::Acquire);
        let hold = |conn, opened| Held {
            conn: Some(conn),
            opened,
            round,
            stock: self.clone(),
            place: Some(Place { _place: place, turn: None }),
            is_busy: false,
            is_spoiled: false,
        };
        while let Some(mut idle) = self.pop() {
            if idle.opened.elapsed() < OLDEST
                && (!S::is_doubtful(idle.since.elapsed()) || S::answers(&mut idle.conn).await)
            {
                return Ok(hold(idle.conn, idle.opened));
            }
        }
        let conn = self.source.open().await?;
        Ok(hold(conn, Instant::now()))
    }

    /// Nobody gets a connection that is open now.
    pub(super) fn renew(&self) {
        self.round.fetch_add(1, Ordering::AcqRel);
        self.idle().clear();
    }

    /// Nobody gets one any more; comes back when all are closed, or when `patience` ran out.
    pub(super) async fn close(&self, patience: Duration) {
        self.is_closed.store(true, Ordering::Release);
        let all = tokio::time::timeout(patience, self.places.acquire_many(self.most));
        let held = all.await;
        if held.is_err() {
            tracing::warn!("a statement is still running; its connection is left to itself");
        }
        let idle = std::mem::take(&mut *self.idle());
        for one in idle {
            S::close(one.conn).await;
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Idle<S::Conn>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pop(&self) -> Option<Idle<S::Conn>> {
        self.idle().pop()
    }

    fn put(&self, conn: S::Conn, opened: Instant) {
        let now = Instant::now();
        let mut idle = self.idle();
        idle.push(Idle { conn, opened, since: now });
        // The one at the bottom is the one used least.
        if now.duration_since(idle[0].since) > IDLE {
            idle.remove(0);
        }
    }
}

/// A connection in use; it goes back by itself, unless it is spoiled.
pub(super) struct Held<S: Source> {
    conn: Option<S::Conn>,
    opened: Instant,
    round: u64,
    stock: Arc<Stock<S>>,
    place: Option<Place>,
    is_busy: bool,
    is_spoiled: bool,
}

impl<S: Source> Held<S> {
    /// In the turn of whoever asked.
    pub(super) fn set_turn(&mut self, turn: Option<Turn>) {
        if let Some(place) = &mut self.place {
            place.turn = turn;
        }
    }

    /// In the middle of a statement, or done with it.
    pub(super) fn set_busy(&mut self, is_busy: bool) {
        self.is_busy = is_busy;
    }

    /// It is not used again, and when `all` neither are the others that lie idle.
    pub(super) fn spoil(&mut self, all: bool) {
        self.is_spoiled = true;
        if all {
            self.stock.renew();
        }
    }
}

const HELD: &str = "a connection is there until it is given back";

impl<S: Source> Deref for Held<S> {
    type Target = S::Conn;
    fn deref(&self) -> &S::Conn {
        self.conn.as_ref().expect(HELD)
    }
}

impl<S: Source> DerefMut for Held<S> {
    fn deref_mut(&mut self) -> &mut S::Conn {
        self.conn.as_mut().expect(HELD)
    }
}

impl<S: Source> Drop for Held<S> {
    fn drop(&mut self) {
        let (Some(conn), Some(place)) = (self.conn.take(), self.place.take()) else { return };
        if self.is_busy {
            return S::abandon(conn, place);
        }
        if !self.is_spoiled && self.round == self.stock.round.load(Ordering::Acquire) {
            // Before its place is free, so that whoever waits for that finds it.
            self.stock.put(conn, self.opened);
        }
    }
}
