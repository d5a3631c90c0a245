//! How long the first run takes at most.

use kernel::Ts;

/// How long a printed link works, in microseconds (SEC-12).
pub const LINK_LIFE: i64 = Ts::HOUR;
