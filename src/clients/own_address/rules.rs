//! Times and states of a change that a client makes.

use access::sign_in::RESEND_AFTER;
use kernel::{Limit, Ts};

/// How long whoever reads the old address may stop it, in microseconds (ECHG-7).
pub const STOP_LIFE: i64 = 7 * Ts::DAY;
/// How long the firm's Info tab mentions it, in microseconds.
pub const SHOWN: i64 = 30 * Ts::DAY;
/// How long codes and wishes that came to nothing are kept, in microseconds.
pub const KEEP: i64 = Ts::DAY;

/// Codes that a person asks for, as for those of a sign-in (SEC-7).
pub const SEND: Limit = Limit::new("own-address-send", 5, Ts::HOUR);
/// Codes that are asked for from one network (SEC-7).
pub const SEND_IP: Limit = Limit::new("own-address-send-ip", 20, Ts::HOUR);
/// Codes to one address: no mailbox is flooded by many people either.
pub const SEND_TO: Limit = Limit::new("own-address-send-to", 5, Ts::HOUR);
/// Wrong codes from one network (SEC-7).
pub const VERIFY_IP: Limit = Limit::new("own-address-verify-ip", 50, 15 * Ts::MINUTE);

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
