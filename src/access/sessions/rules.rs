//! How long a session lasts, and when that is said.

use kernel::Ts;

/// How long before its end the page says that a session ends, in microseconds (UX-15).
pub const END_WARNING: i64 = 2 * Ts::MINUTE;
/// A session's last sight is written down at most this often, in microseconds.
pub(super) const SEEN_EVERY: i64 = Ts::MINUTE;

/// How long a session lives, in microseconds: never longer than is allowed, whatever is stored.
#[must_use]
pub fn life(longest: i64, minutes: Option<i64>) -> i64 {
    minutes.map_or(longest, |minutes| minutes.saturating_mul(Ts::MINUTE).clamp(0, longest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_shortens_and_never_lengthens() {
        assert_eq!(life(Ts::DAY, None), Ts::DAY);
        assert_eq!(life(Ts::DAY, Some(30)), 30 * Ts::MINUTE);
        assert_eq!(life(12 * Ts::HOUR, Some(2000)), 12 * Ts::HOUR);
        assert_eq!(life(Ts::DAY, Some(i64::MAX)), Ts::DAY);
        assert_eq!(life(Ts::DAY, Some(-5)), 0);
    }
}
