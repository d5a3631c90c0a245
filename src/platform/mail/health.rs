//! Whether mail can be sent, as a value, and what was last read of it.

use super::Trouble;
use kernel::{FirmId, Ts};
use std::collections::HashMap;
use std::sync::RwLock;

/// How long a node may not know what another found out.
const REMEMBER: i64 = 3 * Ts::SECOND;

/// How mail fares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MailHealth {
    #[default]
    Fine,
    /// No mail server is configured.
    Unset,
    Failing {
        since: Ts,
        trouble: Trouble,
        /// The server's own words, without addresses.
        words: String,
    },
}

/// What was read last, so that a page does not ask each time.
#[derive(Default)]
pub struct KnownHealth(RwLock<HashMap<Option<FirmId>, (MailHealth, Ts)>>);

impl KnownHealth {
    /// Forgets, after something was noted here.
    pub fn forget(&self) {
        if let Ok(mut known) = self.0.write() {
            known.clear();
        }
    }

    pub(crate) fn get(&self, firm: Option<FirmId>, now: Ts) -> Option<MailHealth> {
        let known = self.0.read().ok()?;
        known.get(&firm).filter(|(_, at)| now.since(*at).abs() < REMEMBER).map(|(health, _)| health.clone())
    }

    pub(crate) fn keep(&self, firm: Option<FirmId>, health: MailHealth, now: Ts) {
        if let Ok(mut known) = self.0.write() {
            known.insert(firm, (health, now));
        }
    }
}
