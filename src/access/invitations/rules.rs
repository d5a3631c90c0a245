//! How long an invitation lives, how much may be written along with it, and how often one may try.

#[cfg(not(target_arch = "wasm32"))]
use kernel::{Limit, Ts};
use std::ops::RangeInclusive;

/// Shortest and longest life of an invitation that a firm may choose, in days (INV-4).
pub const DAYS: RangeInclusive<i64> = 1..=90;
/// Its life in days until the firm chooses (INV-4).
pub const DAYS_AT_FIRST: i64 = 30;
/// Most accounts that a mail names; the page that it leads to shows the rest.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) const MOST_NAMED: usize = 10;
/// Longest personal message in characters.
pub const LONGEST_MESSAGE: usize = 2000;
/// What expired longer ago than this, while no worker ran, is no news any more, in microseconds.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const NEWS: i64 = 7 * Ts::DAY;
/// Passwords tried on one open link; each costs the server real work. Not by network: a whole office may activate at once.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const ATTEMPTS: Limit = Limit::new("activation", 30, 10 * Ts::MINUTE);

/// How long an invitation lives in microseconds: the firm's days, within what it may choose.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn lifetime(days: i64) -> i64 {
    days.clamp(*DAYS.start(), *DAYS.end()) * Ts::DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_cannot_leave_the_range_of_1_to_90_days() {
        assert_eq!([-3, 0, 1, 30, 90, 400].map(|d| lifetime(d) / Ts::DAY), [1, 1, 1, 30, 90, 90]);
    }
}
