//! Work that comes again by a schedule.

use crate::{Platform, chores};
use futures::future::BoxFuture;
use kernel::AppError;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// How often those are looked at that cannot wait, when nobody rings.
const LOOK: Duration = Duration::from_millis(300);

/// When recurring work runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// Several times a second, when the queue's bell rings, and again at once as long as something was done.
    Often,
    /// When the worker begins, and then after each such time. Those whose turn it is run one after the other: by name, and
    /// behind all others those that are `last`.
    Every { pause: Duration, last: bool },
}

/// Registered recurring work. Every node runs it, so of two that look at once one must find nothing to do.
pub struct Recurring {
    /// As the log names it; nobody else's.
    pub name: &'static str,
    pub schedule: Schedule,
    /// One look; how much was done.
    pub run: for<'a> fn(&'a Platform) -> BoxFuture<'a, Result<usize, AppError>>,
}

inventory::collect!(Recurring);

impl Recurring {
    /// All that is linked into this binary.
    pub(super) fn all() -> impl Iterator<Item = &'static Self> {
        inventory::iter::<Self>.into_iter()
    }

    /// What is looked at several times a second, in a fixed order.
    pub(super) fn often() -> Vec<&'static Self> {
        let mut often: Vec<_> = Self::all().filter(|it| it.schedule == Schedule::Often).collect();
        often.sort_by_key(|it| it.name);
        often
    }

    /// One look, which neither fails nor panics; how much was done.
    pub(super) async fn look(&self, platform: &Platform) -> usize {
        chores::piece("the worker", self.name, (self.run)(platform)).await.unwrap_or(0)
    }
}

/// Looks until `stop` turns true.
pub(super) async fn look_often(
    platform: Platform,
    work: &'static Recurring,
    bell: Arc<Notify>,
    mut stop: watch::Receiver<bool>,
) {
    while !*stop.borrow() {
        if work.look(&platform).await == 0 {
            rest(&bell, &mut stop).await;
        }
    }
}

/// Waits for the next look.
pub(super) async fn rest(bell: &Notify, stop: &mut watch::Receiver<bool>) {
    tokio::select! {
        () = bell.notified() => {}
        () = tokio::time::sleep(LOOK) => {}
        _ = stop.changed() => {}
    }
}

/// Registers recurring work, next to the function that does it: an `async fn(&Platform) -> Result<_, AppError>`.
///
/// ```ignore
/// platform::recurring!("expired invitations", every: 10 minutes, work_expired);
/// platform::recurring!("the journal", every: 10 minutes, last, shorten);
/// platform::recurring!("mails that failed", often, work_failed);   // answers how many
/// ```
#[macro_export]
macro_rules! recurring {
    ($name:literal, often, $run:path) => {
        $crate::recurring!(@submit $name, $crate::work::Schedule::Often, |platform| Box::pin($run(platform)));
    };
    ($name:literal, every: $n:literal minutes, last, $run:path) => {
        $crate::recurring!(@every $name, $n, true, $run);
    };
    ($name:literal, every: $n:literal minutes, $run:path) => {
        $crate::recurring!(@every $name, $n, false, $run);
    };
    (@every $name:literal, $n:literal, $last:literal, $run:path) => {
        $crate::recurring!(
            @submit $name,
            $crate::work::Schedule::Every { pause: ::std::time::Duration::from_secs(60 * $n), last: $last },
            |platform| Box::pin(async move { $run(platform).await.map(|_| 0) })
        );
    };
    (@submit $name:literal, $schedule:expr, $run:expr) => {
        $crate::inventory::submit! {
            $crate::work::Recurring { name: $name, schedule: $schedule, run: $run }
        }
    };
}
