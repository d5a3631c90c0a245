//! How long what has ended is kept.

use kernel::Ts;

/// How long ended sessions are kept, in microseconds.
pub(super) const KEEP: i64 = 30 * Ts::DAY;
