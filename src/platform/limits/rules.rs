//! How much room a limit has, and when there is room again. Instants are microseconds since the window began.

use kernel::{Limit, Ts};

/// What the last window still counts for.
#[must_use]
pub(super) const fn weighed(before: i64, limit: Limit, into: i64) -> i64 {
    before * (limit.window - into) / limit.window
}

/// How many attempts this window may hold in all, so many having been made in the one before.
#[must_use]
pub(super) const fn room(before: i64, limit: Limit, into: i64) -> i64 {
    limit.most - weighed(before, limit, into)
}

/// Whole seconds until an attempt is let through; 0 when one is now.
#[must_use]
pub(super) fn wait(before: i64, here: i64, limit: Limit, into: i64) -> u32 {
    if here < room(before, limit, into) {
        return 0;
    }
    let left = opens(before, here, limit) - into;
    u32::try_from((left + Ts::SECOND - 1) / Ts::SECOND).unwrap_or(1).max(1)
}

/// When the first attempt after these is let through.
fn opens(before: i64, here: i64, limit: Limit) -> i64 {
    let this = fades(before, limit.most - here - 1, limit);
    if here < limit.most && this < limit.window {
        return this;
    }
    // In the next window what was counted here is what lies before, and nothing stands beside it.
    limit.window + fades(here, limit.most - 1, limit)
}

/// From when on so many of the last window count for no more than `most`; a window that nobody used does at once.
fn fades(before: i64, most: i64, limit: Limit) -> i64 {
    if before <= most || before <= 0 {
        return 0;
    }
    // The first instant at which before * (window - into) / window, rounded down, is at most `most`.
    let counts_still = ((most.max(-1) + 1) * limit.window - 1) / before;
    (limit.window - counts_still).clamp(0, limit.window)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_last_window_fades_as_this_one_grows() {
        let limit = Limit::new("x", 10, 100);
        for (before, into, counts) in [(10, 0, 10), (10, 50, 5), (10, 99, 0), (0, 0, 0)] {
            assert_eq!(weighed(before, limit, into), counts);
        }
    }

    #[test]
    fn the_wait_is_as_long_as_the_window_needs_to_fade() {
        let limit = Limit::new("x", 3, 900 * Ts::SECOND);
        let at = |seconds: i64| seconds * Ts::SECOND;
        for (before, here, into, seconds) in [
            (0, 0, 0, 0),
            (0, 2, 899, 0),
            // Full in this window: it begins to fade in the next.
            (0, 3, 0, 901),
            (0, 3, 600, 301),
            (0, 3, 899, 2),
            // Full in the last one.
            (3, 0, 0, 1),
            (3, 1, 1, 300),
            (3, 2, 301, 300),
            (3, 3, 700, 201),
        ] {
            assert_eq!(wait(before, here, limit, at(into)), seconds, "{before} {here} at {into}");
        }
    }

    proptest! {
        /// Whoever waits is let in, and a second earlier nobody is.
        #[test]
        fn the_wait_is_true(
            most in 1_i64..60,
            window in 1_i64..4_000,
            before in 0_i64..70,
            here in 0_i64..70,
            part in 0_i64..1_000,
        ) {
            let limit = Limit::new("x", most, window * Ts::SECOND);
            let into = window * part * Ts::SECOND / 1_000;
            let lets = |at: i64| match at / limit.window {
                0 => here < room(before, limit, at),
                1 => 0 < room(here, limit, at - limit.window),
                _ => true,
            };
            let seconds = i64::from(wait(before, here, limit, into));
            prop_assert!(lets(into + seconds * Ts::SECOND), "{seconds} s are not enough");
            if seconds > 1 {
                prop_assert!(!lets(into + (seconds - 1) * Ts::SECOND), "{seconds} s are too many");
            }
            prop_assert_eq!(seconds == 0, lets(into));
        }
    }
}
