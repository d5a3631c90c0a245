//! Whether this process takes new visitors.

use tokio::sync::watch;

/// Turned off when the process is asked to stop, so that no new visitors are sent here (REL-14) and streams end.
#[derive(Clone)]
pub struct Readiness(watch::Sender<bool>);

impl Readiness {
    #[must_use]
    pub fn new() -> Self {
        Self(watch::Sender::new(true))
    }

    pub fn stop(&self) {
        self.0.send_replace(false);
    }

    #[must_use]
    pub fn is_on(&self) -> bool {
        *self.0.borrow()
    }

    /// Resolves when the process is asked to stop.
    pub async fn stopped(self) {
        let _ = self.0.subscribe().wait_for(|is_on| !is_on).await;
    }
}

impl Default for Readiness {
    fn default() -> Self {
        Self::new()
    }
}
