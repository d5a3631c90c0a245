//! How long what somebody was given at the door counts, in microseconds unless said otherwise.

use kernel::Ts;

/// How long a session of the firm's people lives without a click (SEC-33).
pub const STAFF_IDLE: i64 = 30 * Ts::MINUTE;
/// How long it lives in all (SEC-33).
pub const STAFF_LIFE: i64 = 12 * Ts::HOUR;
/// How long a client's session lives without a click (SEC-33).
pub const CLIENT_IDLE: i64 = Ts::HOUR;
/// How long it lives in all (SEC-33).
pub const CLIENT_LIFE: i64 = 24 * Ts::HOUR;
/// How long may pass between password and code (SEC-33).
pub const PENDING_LIFE: i64 = 15 * Ts::MINUTE;
/// How long a password counts that was given in a session (SEC-29).
pub const PROOF_LIFE: i64 = 10 * Ts::MINUTE;
/// How long a browser is trusted, which takes the place of the code (AUTH-4, SEC-27).
pub const DEVICE_LIFE: i64 = 30 * Ts::DAY;
/// How long a browser that nobody uses is known, on both sides (SEC-8): browsers keep no cookie longer.
pub const BROWSER_LIFE: i64 = 400 * Ts::DAY;
/// How long a browser keeps the language and the appearance that were chosen in it.
pub const CHOICE_LIFE: i64 = 365 * Ts::DAY;
/// Longest wait between two tries at a password, in seconds (SEC-7). Waits up to here are said in seconds, longer ones in minutes.
pub const LONGEST_DELAY: u32 = 10;
/// Longest text of a field of one line that a form gives back after a mistake, in characters.
#[cfg(not(target_arch = "wasm32"))]
pub const LONGEST_KEPT: usize = 300;
