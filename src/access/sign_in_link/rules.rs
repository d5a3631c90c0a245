//! How long a printed link works.

use kernel::Ts;

/// How long a printed link works, in microseconds.
pub const LIFE: i64 = 15 * Ts::MINUTE;
