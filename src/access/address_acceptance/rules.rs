//! What follows from a change that was accepted.

use kernel::Ts;

/// How long after acceptance the old address goes by itself, when nobody at the firm objects, in microseconds (ECHG-4).
pub const REMOVE_AFTER: i64 = 14 * Ts::DAY;
