//! How a database comes to its end while somebody still reads: who reads quickly is waited for, an endless read is not.

use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long a read may take once the process shall end.
const HURRY: Duration = Duration::from_secs(2);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Open,
    Stopping,
    Closed,
}

/// Shared by all that read of one database.
#[derive(Clone, Debug)]
pub(super) struct Ending {
    stage: Arc<watch::Sender<Stage>>,
    hurry: Duration,
}

impl Ending {
    pub(super) fn far() -> Self {
        Self::in_a(HURRY)
    }

    /// With reads that may take so long when it comes.
    pub(super) fn in_a(hurry: Duration) -> Self {
        Self { stage: Arc::new(watch::Sender::new(Stage::Open)), hurry }
    }

    /// From now on no read takes long.
    pub(super) fn begin(&self) {
        self.reach(Stage::Stopping);
    }

    /// From now on there is none.
    pub(super) fn close(&self) {
        self.reach(Stage::Closed);
    }

    fn reach(&self, stage: Stage) {
        self.stage.send_if_modified(|now| {
            let further = *now < stage;
            *now = stage.max(*now);
            further
        });
    }

    pub(super) fn is_closed(&self) -> bool {
        *self.stage.borrow() == Stage::Closed
    }

    /// Whether a read that has taken so long must end.
    pub(super) fn ends(&self, taken: impl Fn() -> Duration) -> bool {
        match *self.stage.borrow() {
            Stage::Open => false,
            Stage::Stopping => taken() > self.hurry,
            Stage::Closed => true,
        }
    }

    /// Resolves when a read that begins now must end.
    pub(super) async fn comes(&self) {
        let mut stage = self.stage.subscribe();
        let _ = stage.wait_for(|stage| *stage >= Stage::Stopping).await;
        let _ = tokio::time::timeout(self.hurry, stage.wait_for(|stage| *stage == Stage::Closed)).await;
    }
}
