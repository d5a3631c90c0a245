//! Times and states of a change that a client makes.

use kernel::Ts;

/// How long whoever reads the old address may stop it.
pub const STOP_LIFE: i64 = 7 * Ts::DAY;
/// How long the firm's Info tab mentions it.
pub const SHOWN: i64 = 30 * Ts::DAY;

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
