//! How long an invitation lives, and how much may be written along with it.

use kernel::Ts;

/// Longest personal message in characters.
pub const LONGEST_MESSAGE: usize = 2000;

/// How long an invitation lives: the firm's days, between 1 and 90 (INV-4).
#[must_use]
pub fn lifetime(days: i64) -> i64 {
    days.clamp(1, 90) * Ts::DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_cannot_leave_the_range_of_1_to_90_days() {
        assert_eq!([-3, 0, 1, 30, 90, 400].map(|d| lifetime(d) / Ts::DAY), [1, 1, 1, 30, 90, 90]);
    }
}
