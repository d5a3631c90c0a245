//! How long mail takes, and how often it may be tried.

#[cfg(not(target_arch = "wasm32"))]
use kernel::Limit;
use kernel::Ts;

/// How long a mail may take before whoever waits for it is to worry, in microseconds (AUTH-12, MSG-2). Said, not enforced: some
/// servers make an unknown sender wait.
pub const DELIVERY_TIME: i64 = 10 * Ts::MINUTE;
/// Longer ago than this, a time of day does not say when; in microseconds.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const TODAY: i64 = 12 * Ts::HOUR;
/// Test mails: nobody's mailbox is filled by them, and no server's patience used up.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const TESTS: Limit = Limit::new("test-mail", 10, Ts::HOUR);
