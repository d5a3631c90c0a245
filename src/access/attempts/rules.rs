//! How often one may try, and how long a wrong password makes one wait.

use crate::gate::LONGEST_DELAY;
use kernel::{Limit, Ts};

/// Tries at a password (SEC-7).
pub(super) const PASSWORD: Limit = Limit::new("password", 10, 15 * Ts::MINUTE);
/// Wrong passwords from browsers that we do not know (SEC-7).
pub(super) const PASSWORD_IP: Limit = Limit::new("password-ip", 50, 15 * Ts::MINUTE);
/// Tries from a browser that its owner signed in with before (SEC-8).
pub(super) const PASSWORD_KNOWN: Limit = Limit::new("password-known", 10, 15 * Ts::MINUTE);
/// Links for a new password that are asked for one address (SEC-7).
pub(super) const FORGOT: Limit = Limit::new("forgot", 3, Ts::HOUR);
/// As long as the link was not used (SEC-7).
pub(super) const FORGOT_IP: Limit = Limit::new("forgot-ip", 20, Ts::HOUR);
/// Requests for its owner's address from a browser that they signed in with before (SEC-8).
pub(super) const FORGOT_KNOWN: Limit = Limit::new("forgot-known", 3, Ts::HOUR);
/// Resets that staff send: to one address as many as its owner could ask for, and from one member of staff as many as from
/// one place. Apart from those asked for, so that a stranger who asks keeps nobody from helping (SEC-7).
pub const STAFF_RESET: Limit = Limit::new("staff-reset", 3, Ts::HOUR);
pub const STAFF_RESET_BY: Limit = Limit::new("staff-reset-by", 20, Ts::HOUR);
/// Tokens of mailed links that nobody was sent (SEC-7).
pub(super) const UNKNOWN_TOKEN_IP: Limit = Limit::new("unknown-token-ip", 30, 10 * Ts::MINUTE);

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
        _ => LONGEST_DELAY as i64,
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
