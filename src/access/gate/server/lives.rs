//! How long what somebody was given at the door counts.

use kernel::Ts;

/// How long a session lives without a click and in all (decisions.md; SEC-33).
pub const STAFF_IDLE: i64 = 30 * Ts::MINUTE;
pub const STAFF_LIFE: i64 = 12 * Ts::HOUR;
pub const CLIENT_IDLE: i64 = Ts::HOUR;
pub const CLIENT_LIFE: i64 = 24 * Ts::HOUR;
/// Between password and code (SEC-33).
pub const PENDING_LIFE: i64 = 15 * Ts::MINUTE;

/// How long a browser is trusted, which takes the place of the code (SEC-27).
pub const DEVICE_LIFE: i64 = 30 * Ts::DAY;
