//! What a slice says of its jobs: what is done, and, inside of an act, that it is to be done later.

use super::rules::Then;
use super::store::{self, Held, New};
use crate::db::Tx;
use crate::{Platform, incident};
use futures::future::BoxFuture;
use kernel::{AppError, FirmId, Ts};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A kind of job, which is its own payload. Registered by [`later!`](crate::later).
///
/// A payload stands in the database as it is, not sealed: it holds ids rather than what they stand for, and no secret. One
/// that was written by an earlier version must still be read: a new field has `#[serde(default)]`, another meaning is another
/// [`NAME`](Self::NAME).
///
/// Jobs of a kind run one after the other on each node. A turn is bounded by its lease of two minutes: what takes longer does
/// a piece and comes [`Again`](Then::Again).
pub trait Later: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// As it stands in the queue and in the log. Nobody else's, and for ever: jobs of a name that no worker knows wait for one
    /// that does.
    const NAME: &'static str;

    /// Does it. An error or a panic is an attempt that failed: it is tried again, so it must do no harm twice
    /// (REL-8).
    fn run(self, turn: Turn) -> impl Future<Output = Result<Then, AppError>> + Send;
}

/// A job to be queued.
pub struct Job<J> {
    payload: J,
    due: Option<Ts>,
    key: Option<String>,
}

impl<J: Later> Job<J> {
    /// Due at once.
    #[must_use]
    pub const fn new(payload: J) -> Self {
        Self { payload, due: None, key: None }
    }

    /// Due at that moment, not before.
    #[must_use]
    pub fn at(self, due: Ts) -> Self {
        Self { due: Some(due), ..self }
    }

    /// With a deduplication key: of a firm's jobs of this kind with the same key, one waits at a time. The first that was
    /// queued does for all, so its payload says no more than the key does; one whose turn has begun does for nobody else, for
    /// it may have read already what changed.
    #[must_use]
    pub fn once(self, key: impl Into<String>) -> Self {
        Self { key: Some(key.into()), ..self }
    }
}

/// Queues a job in this transaction: it runs when, and only when, that commits. Whether it was queued, rather than one with
/// its key waiting already.
pub async fn later<J: Later>(
    tx: &mut Tx,
    platform: &Platform,
    firm: FirmId,
    job: Job<J>,
) -> Result<bool, AppError> {
    let payload = serde_json::to_string(&job.payload)
        .map_err(|error| AppError::Internal(incident::log("queueing a job", &error)))?;
    let now = platform.clock.now();
    let new = New {
        id: platform.ids.next(),
        firm,
        name: J::NAME,
        key: job.key,
        payload,
        due: job.due.unwrap_or(now),
        now,
    };
    let is_new = store::insert(tx, new).await?;
    platform.queued.notify_one();
    Ok(is_new)
}

/// A worker's turn at a job: it holds the lease.
pub struct Turn {
    pub platform: Platform,
    pub firm: FirmId,
    held: Held,
}

impl Turn {
    pub(super) fn new(platform: &Platform, held: Held) -> Self {
        Self { platform: platform.clone(), firm: held.firm_id, held }
    }

    /// Runs `work` in a write transaction ([`Db::write`](crate::db::Db::write)), if the job is still this worker's.
    ///
    /// # Errors
    /// `Conflict` when another worker has it by now; what `work` answers.
    pub async fn write<T, F>(&self, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T, AppError>> + Send + 'static,
    {
        let held = self.held;
        let written = self.platform.db.write(move |tx| {
            Box::pin(async move {
                if !store::holds(tx, held).await? {
                    return Err(AppError::Conflict);
                }
                work(tx).await
            })
        });
        written.await
    }

    /// As [`Turn::write`], and in the same transaction the job is done: what `work` writes is written once, whatever happens
    /// to this worker.
    ///
    /// # Errors
    /// As [`Turn::write`].
    pub async fn finish<F>(self, work: F) -> Result<Then, AppError>
    where
        F: for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<(), AppError>> + Send + 'static,
    {
        let (held, now) = (self.held, self.platform.clock.now());
        let written = self.platform.db.write(move |tx| {
            Box::pin(async move {
                // First, for it locks the row: of two workers one goes on.
                if !store::finish(tx, held, now).await? {
                    return Err(AppError::Conflict);
                }
                work(tx).await
            })
        });
        written.await.map(|()| Then::Finished)
    }
}

/// What runs a turn, once the payload was read.
pub(super) type Begun = BoxFuture<'static, Result<Then, AppError>>;

/// A registered kind of job.
pub struct Kind {
    pub(super) name: &'static str,
    pub(super) begin: fn(Turn, &str) -> Result<Begun, serde_json::Error>,
}

impl Kind {
    #[must_use]
    pub const fn of<J: Later>() -> Self {
        Self { name: J::NAME, begin: begin::<J> }
    }

    /// All that are linked into this binary.
    pub(super) fn all() -> impl Iterator<Item = &'static Self> {
        inventory::iter::<Self>.into_iter()
    }
}

inventory::collect!(Kind);

fn begin<J: Later>(turn: Turn, payload: &str) -> Result<Begun, serde_json::Error> {
    let job: J = serde_json::from_str(payload)?;
    Ok(Box::pin(job.run(turn)))
}

/// Registers a kind of job, so that workers run it: `platform::later!(Reminder);`
#[macro_export]
macro_rules! later {
    ($job:ty) => {
        $crate::inventory::submit! { $crate::work::Kind::of::<$job>() }
    };
}
