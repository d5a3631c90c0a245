//! Times and states of a change that a client makes.

use kernel::Ts;

/// How long a code counts (decisions.md).
pub const CODE_LIFE: i64 = 15 * Ts::MINUTE;
/// Between one code and the next (AUTH-8).
pub const RESEND_AFTER: i64 = Ts::MINUTE;
/// How long whoever reads the old address may stop it.
pub const STOP_LIFE: i64 = 7 * Ts::DAY;
/// How long the firm's Info tab mentions it.
pub const SHOWN: i64 = 30 * Ts::DAY;

/// Seconds until another code may be asked for.
#[must_use]
pub fn seconds_to_wait(sent_at: Ts, now: Ts) -> u32 {
    let left = (RESEND_AFTER - now.since(sent_at)).clamp(0, RESEND_AFTER);
    u32::try_from(left.div_euclid(Ts::SECOND) + i64::from(left % Ts::SECOND > 0)).unwrap_or(0)
}

/// Where the link in the old mailbox stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    Open,
    Stopped,
    Late,
}

/// Up to, and not including, the instant it ends.
#[must_use]
pub fn undo(stopped: bool, until: Ts, now: Ts) -> Undo {
    match stopped {
        true => Undo::Stopped,
        false if now >= until => Undo::Late,
        false => Undo::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Ts = Ts(1_772_452_800_000_000);

    #[test]
    fn another_code_may_be_asked_for_after_a_minute() {
        assert_eq!(seconds_to_wait(NOON, NOON), 60);
        assert_eq!(seconds_to_wait(NOON, NOON.plus(RESEND_AFTER - 1)), 1);
        assert_eq!(seconds_to_wait(NOON, NOON.plus(RESEND_AFTER)), 0);
        assert_eq!(seconds_to_wait(NOON, NOON.plus(-Ts::HOUR)), 60);
    }

    #[test]
    fn the_link_ends_at_its_instant_and_stays_stopped() {
        assert_eq!(undo(false, NOON, NOON.plus(-1)), Undo::Open);
        assert_eq!(undo(false, NOON, NOON), Undo::Late);
        assert_eq!(undo(true, NOON, NOON.plus(Ts::DAY)), Undo::Stopped);
    }
}
