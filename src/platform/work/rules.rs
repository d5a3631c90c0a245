//! Pure decisions about when work is tried again, and when not any more.

use kernel::Ts;

/// How long a worker may take over a job before another may try, in microseconds (REL-6).
pub(super) const LEASE: i64 = 2 * Ts::MINUTE;
/// A job that failed so often is parked: ten hours after the first attempt, or a little more.
pub(super) const ATTEMPTS: i64 = 20;
/// Longest pause between two attempts.
const LONGEST: i64 = Ts::HOUR;

/// Exponential backoff with jitter (REL-9): 5 s, 10 s, 20 s … up to `longest`, made longer by up to a fifth (`spread` of 255).
pub(crate) fn pause(attempts: i64, longest: i64, spread: u8) -> i64 {
    let exponent = u32::try_from(attempts.clamp(1, 12) - 1).unwrap_or(0);
    let pause = (5 * Ts::SECOND * 2_i64.pow(exponent)).min(longest);
    pause + pause / 5 * i64::from(spread) / 255
}

/// What becomes of a job whose turn came to its end.
#[derive(Debug)]
pub enum Then {
    Done,
    /// It goes on after so many microseconds.
    Again(i64),
    /// It will never succeed, for this reason: it is parked at once, and kept to be looked at.
    GiveUp(String),
    /// Made by [`Turn::finish`](super::Turn::finish): that it is done is written already.
    Finished,
}

/// How a turn ended.
#[derive(Debug)]
pub(super) enum Ended {
    Then(Then),
    /// It said so, panicked, or took too long.
    Failed(String),
    /// This worker stops, and it did not come to its end in time.
    Stopped,
}

/// What is written down of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Settled {
    Done,
    /// Due again.
    Back {
        at: Ts,
        /// That count towards [`ATTEMPTS`].
        attempts: i64,
        reason: Option<String>,
    },
    /// Not tried any more, and kept for somebody to look at.
    Parked(String),
}

/// What becomes of a job whose turn ended so, this attempt included; nothing when the turn has written it down itself.
pub(super) fn settled(ended: Ended, attempts: i64, now: Ts, spread: u8) -> Option<Settled> {
    let back = |after: i64, attempts, reason| Settled::Back { at: now.plus(after), attempts, reason };
    Some(match ended {
        Ended::Then(Then::Finished) => return None,
        Ended::Then(Then::Done) => Settled::Done,
        // It came to its end: what goes on in pieces does not run out of attempts.
        Ended::Then(Then::Again(after)) => back(after.max(0), 0, None),
        Ended::Then(Then::GiveUp(reason)) => Settled::Parked(reason),
        Ended::Failed(reason) if attempts >= ATTEMPTS => Settled::Parked(reason),
        Ended::Failed(reason) => back(pause(attempts, LONGEST, spread), attempts, Some(reason)),
        // A restart is no attempt.
        Ended::Stopped => back(0, attempts - 1, None),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest_and_are_spread() {
        for (attempts, seconds) in [(0, 5), (1, 5), (2, 10), (3, 20), (10, 2560), (11, 3600), (5000, 3600)] {
            assert_eq!(pause(attempts, LONGEST, 0), seconds * Ts::SECOND, "{attempts}");
            assert_eq!(pause(attempts, LONGEST, 255), seconds * Ts::SECOND * 6 / 5, "{attempts}");
        }
        assert_eq!(pause(5000, Ts::MINUTE, 0), Ts::MINUTE);
    }

    #[test]
    fn what_fails_comes_back_later_each_time_and_is_parked_at_the_last_attempt() {
        let fail = |attempts| settled(Ended::Failed("no".to_owned()), attempts, Ts(0), 0);
        let back = |seconds: i64, attempts| {
            let (at, reason) = (Ts(seconds * Ts::SECOND), Some("no".to_owned()));
            Some(Settled::Back { at, attempts, reason })
        };
        assert_eq!(fail(1), back(5, 1));
        assert_eq!(fail(3), back(20, 3));
        assert_eq!(fail(ATTEMPTS - 1), back(3600, ATTEMPTS - 1));
        assert_eq!(fail(ATTEMPTS), Some(Settled::Parked("no".to_owned())));
    }

    #[test]
    fn whoever_goes_on_or_is_stopped_has_not_failed() {
        let back = |at, attempts| Some(Settled::Back { at: Ts(at), attempts, reason: None });
        assert_eq!(settled(Ended::Then(Then::Again(7)), ATTEMPTS, Ts(1), 0), back(8, 0));
        assert_eq!(settled(Ended::Then(Then::Again(-7)), 3, Ts(1), 0), back(1, 0));
        assert_eq!(settled(Ended::Stopped, 3, Ts(1), 0), back(1, 2));
    }

    #[test]
    fn whoever_is_done_or_gives_up_is_settled_at_once() {
        assert_eq!(settled(Ended::Then(Then::Done), 3, Ts(1), 0), Some(Settled::Done));
        assert_eq!(settled(Ended::Then(Then::Finished), 3, Ts(1), 0), None);
        let gone = Ended::Then(Then::GiveUp("gone".to_owned()));
        assert_eq!(settled(gone, 1, Ts(1), 0), Some(Settled::Parked("gone".to_owned())));
    }
}
