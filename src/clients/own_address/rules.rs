//! Times and states of a change that a client makes.

use kernel::{Limit, Ts};

/// How long whoever reads the old address may stop it, in microseconds (ECHG-7).
pub const STOP_LIFE: i64 = 7 * Ts::DAY;
/// How long the firm's Info tab mentions it, in microseconds.
pub const SHOWN: i64 = 30 * Ts::DAY;
/// How long wishes that came to nothing are kept, in microseconds.
pub const KEEP: i64 = Ts::DAY;

/// Codes to one address, besides what all codes are counted by (SEC-7): no mailbox is flooded by many people either.
pub const SEND_TO: Limit = Limit::new("own-address-send-to", 5, Ts::HOUR);

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
    fn the_link_ends_at_its_instant_and_stays_stopped() {
        assert_eq!(undo(false, NOON, NOON.plus(-1)), Undo::Open);
        assert_eq!(undo(false, NOON, NOON), Undo::Late);
        assert_eq!(undo(true, NOON, NOON.plus(Ts::DAY)), Undo::Stopped);
    }
}
