//! How long a request waits for a database that does not answer (REL-13): once, whatever it asks afterwards. As long as
//! answers come, a request may ask as much as it likes.

use super::DbError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// The longest silence that one request bears.
pub(super) const BUDGET: Duration = Duration::from_secs(2);

tokio::task_local! {
    static HERE: Patience;
}

/// One request's patience. Its clones share it, also on other tasks.
#[derive(Clone, Debug)]
pub struct Patience {
    budget: Duration,
    lost: Arc<AtomicBool>,
    /// Silences that were waited out, of all requests.
    silences: Arc<AtomicU64>,
}

impl Patience {
    pub(super) fn new(budget: Duration, silences: Arc<AtomicU64>) -> Self {
        Self { budget, lost: Arc::default(), silences }
    }

    /// That of the request this task works for.
    pub(super) fn here() -> Option<Self> {
        HERE.try_with(Clone::clone).ok()
    }

    /// Runs `work`; whatever it asks of a database on this task shares this patience.
    pub async fn over<F: Future>(self, work: F) -> F::Output {
        HERE.scope(self, work).await
    }

    /// Waits for an answer, or not at all when the database was silent before.
    async fn wait<T>(&self, answer: impl Future<Output = Result<T, DbError>>) -> Result<T, DbError> {
        if self.lost.load(Ordering::Relaxed) {
            return Err(DbError(sqlx::Error::PoolTimedOut));
        }
        match tokio::time::timeout(self.budget, answer).await {
            Ok(answer) => answer,
            Err(_) => {
                self.lost.store(true, Ordering::Relaxed);
                self.silences.fetch_add(1, Ordering::Relaxed);
                Err(DbError(sqlx::Error::PoolTimedOut))
            }
        }
    }
}

/// Outside of requests: longer than `statement_timeout` lets a statement run, so only a connection that is dead without
/// having been closed is silent for so long. Without an end the worker would wait for it until a restart.
const LONGEST: Duration = Duration::from_secs(60);

/// Waits within a patience; outside of requests as long as a living database may take.
pub(super) async fn patiently<T>(
    patience: Option<&Patience>,
    answer: impl Future<Output = Result<T, DbError>>,
) -> Result<T, DbError> {
    match patience {
        Some(patience) => patience.wait(answer).await,
        None => {
            tokio::time::timeout(LONGEST, answer).await.unwrap_or(Err(DbError(sqlx::Error::PoolTimedOut)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_silence_is_waited_out_once() {
        let patience = Patience::new(Duration::from_millis(10), Arc::default());
        for _ in 0..5 {
            let silence = std::future::pending::<Result<(), DbError>>();
            assert!(patience.clone().wait(silence).await.is_err());
        }
        assert_eq!(patience.silences.load(Ordering::Relaxed), 1);
    }

    #[tokio::test]
    async fn an_error_that_comes_at_once_costs_nobody_their_patience() {
        let patience = Patience::new(BUDGET, Arc::default());
        let gone = async { Err::<(), _>(DbError(sqlx::Error::PoolClosed)) };
        assert!(patience.wait(gone).await.is_err());
        assert!(patience.wait(async { Ok(()) }).await.is_ok());
        assert_eq!(patience.silences.load(Ordering::Relaxed), 0);
    }

    #[tokio::test]
    async fn it_belongs_to_its_task_and_is_handed_on() {
        assert!(Patience::here().is_none());
        let patience = Patience::new(BUDGET, Arc::default());
        patience.clone().over(async { assert!(Patience::here().is_some()) }).await;
        assert!(Patience::here().is_none());
    }
}
