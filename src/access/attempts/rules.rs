//! How long a wrong password makes one wait.

use kernel::Ts;

/// Wrong passwords in a row, however slowly, after which only a reset helps (SEC-7; NIST SP 800-63B, 3.2.2).
pub const MOST_FAILS: i64 = 100;

/// How long the next try waits after so many wrong passwords in a row, in seconds (SEC-7). Whoever mistypes once or twice
/// never notices.
#[must_use]
pub const fn delay(fails: i64) -> i64 {
    match fails {
        ..=0 => 0,
        1..=2 => 1,
        3..=8 => 3,
        9..=24 => 5,
        _ => 10,
    }
}

/// Whole seconds that are left of that wait; 0 when there is none. A clock that went back makes nobody wait longer.
#[must_use]
pub fn wait(fails: i64, failed_at: Option<Ts>, now: Ts) -> u32 {
    let Some(at) = failed_at else { return 0 };
    let whole = delay(fails) * Ts::SECOND;
    let left = whole - now.since(at).clamp(0, whole);
    u32::try_from((left + Ts::SECOND - 1) / Ts::SECOND).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_password_costs_as_long_as_the_table_says() {
        for (fails, seconds) in
            [(0, 0), (1, 1), (2, 1), (3, 3), (8, 3), (9, 5), (24, 5), (25, 10), (99, 10), (i64::MAX, 10)]
        {
            assert_eq!(delay(fails), seconds, "{fails}");
        }
        let at = Ts(1_000 * Ts::SECOND);
        let after = |seconds: i64| at.plus(seconds * Ts::SECOND);
        assert_eq!(wait(3, Some(at), at), 3);
        assert_eq!(wait(3, Some(at), after(2)), 1);
        assert_eq!(wait(3, Some(at), at.plus(3 * Ts::SECOND - 1)), 1);
        assert_eq!(wait(3, Some(at), after(3)), 0);
        assert_eq!(wait(1, Some(at), after(2)), 0);
        assert_eq!(wait(50, None, at), 0);
        assert_eq!(wait(50, Some(after(3_600)), at), 10);
        assert_eq!(wait(0, Some(at), at), 0);
    }
}
