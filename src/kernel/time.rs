//! Instants: UTC microseconds in the database, words in the reader's zone on the page.

use serde::{Deserialize, Serialize};

/// An instant in microseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(not(target_arch = "wasm32"), derive(sqlx::Type), sqlx(transparent))]
pub struct Ts(pub i64);

impl Ts {
    pub const SECOND: i64 = 1_000_000;
    pub const MINUTE: i64 = 60 * Self::SECOND;
    pub const HOUR: i64 = 60 * Self::MINUTE;
    pub const DAY: i64 = 24 * Self::HOUR;

    /// This instant plus so many microseconds; stops at the end of time rather than wrapping.
    #[must_use]
    pub const fn plus(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// Microseconds from `earlier` to this instant; negative when it is the other way round.
    #[must_use]
    pub const fn since(self, earlier: Ts) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// An instant ready to be shown: the server writes the words, so that no time zone table, and no second
/// opinion, is needed in the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// RFC 3339 in UTC, for `<time datetime>`.
    pub iso: String,
    /// In the reader's language and zone.
    pub text: String,
}
