//! Housekeeping: recurring work with a longer pause, one piece after the other, so that it never takes more than one place at
//! the database. A piece that does not come to its end is left to itself after a while, and the others go on.

use super::recurring::{Recurring, Schedule};
use crate::Platform;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// How long the others wait for one.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// What is registered, in the order in which it runs.
pub(super) fn registered() -> Vec<&'static Recurring> {
    in_order(Recurring::all())
}

/// Those that have a pause, in the order in which they run.
pub(super) fn in_order(of: impl IntoIterator<Item = &'static Recurring>) -> Vec<&'static Recurring> {
    let place = |it: &&'static Recurring| match it.schedule {
        Schedule::Every { last, .. } => Some((last, it.name)),
        Schedule::Often => None,
    };
    let mut all: Vec<_> = of.into_iter().filter(|it| place(it).is_some()).collect();
    all.sort_by_key(place);
    all
}

/// One of them, and when its next turn is.
struct Chore {
    work: &'static Recurring,
    pause: Duration,
    due: Instant,
    /// Under way, perhaps for longer than the others waited.
    running: Option<JoinHandle<()>>,
}

impl Drop for Chore {
    fn drop(&mut self) {
        if let Some(running) = &self.running {
            running.abort();
        }
    }
}

/// Keeps house until `stop` turns true.
pub(super) async fn keep(
    platform: Platform,
    all: Vec<&'static Recurring>,
    patience: Duration,
    mut stop: watch::Receiver<bool>,
) {
    let now = Instant::now();
    let begin = |work: &'static Recurring| match work.schedule {
        Schedule::Every { pause, .. } => Some(Chore { work, pause, due: now, running: None }),
        Schedule::Often => None,
    };
    let mut chores: Vec<Chore> = all.into_iter().filter_map(begin).collect();
    while !*stop.borrow() {
        for chore in &mut chores {
            if chore.due <= Instant::now() && !*stop.borrow() {
                chore.turn(&platform, patience).await;
            }
        }
        let next = chores.iter().map(|chore| chore.due).min();
        tokio::select! {
            () = tokio::time::sleep_until(next.unwrap_or_else(|| Instant::now() + PATIENCE)) => {}
            _ = stop.changed() => {}
        }
    }
}

impl Chore {
    /// Runs it, or lets it go on if it still does.
    async fn turn(&mut self, platform: &Platform, patience: Duration) {
        self.due = Instant::now() + self.pause;
        if self.running.as_ref().is_some_and(|running| !running.is_finished()) {
            return;
        }
        let (platform, work) = (platform.clone(), self.work);
        let running = self.running.insert(tokio::spawn(async move {
            work.look(&platform).await;
        }));
        if tokio::time::timeout(patience, running).await.is_ok() {
            self.running = None;
        } else {
            tracing::warn!(what = work.name, "it takes long; the others go on");
        }
    }
}
