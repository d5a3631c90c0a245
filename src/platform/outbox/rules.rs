//! Pure decisions about what is delivered when.

use super::{BULK, LIFE, PATIENCE, SECURITY, TRANSACTIONAL};
use crate::mail_health::LONGEST_PAUSE;
use crate::work::pause;
use kernel::{FirmId, Ts};

/// Mail that must not wait behind other mail has slots of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Lane {
    Security,
    Ordinary,
}

impl Lane {
    pub const ALL: [Self; 2] = [Self::Security, Self::Ordinary];

    /// Deliveries at the same time: of one firm, and of all.
    pub const fn slots(self) -> (usize, usize) {
        match self {
            Self::Security => (8, 16),
            Self::Ordinary => (4, 12),
        }
    }

    /// The `priority` of its mails: those that go first, and those that go when there are none of them.
    pub const fn priorities(self) -> [i64; 2] {
        match self {
            Self::Security => [SECURITY, SECURITY],
            Self::Ordinary => [TRANSACTIONAL, BULK],
        }
    }
}

/// A firm with mail that is due.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    pub firm: FirmId,
    /// Its deliveries that are under way in this lane.
    pub busy: usize,
    /// When it was served last, as a count of claims.
    pub served: u64,
}

/// How many mails each firm may begin in this lane now: the firm with the fewest under way first, among those the one that
/// waited longest, and none more than its share, so that a firm whose mails hang leaves slots to the others.
pub(super) fn share(lane: Lane, all_busy: usize, waiting: &[Waiting]) -> Vec<(FirmId, usize)> {
    let (of_one, of_all) = lane.slots();
    let mut shares: Vec<(Waiting, usize)> = waiting.iter().map(|it| (*it, 0)).collect();
    for _ in all_busy..of_all {
        let open = shares.iter_mut().filter(|(it, given)| it.busy + given < of_one);
        let Some((_, given)) = open.min_by_key(|(it, given)| (it.busy + *given, it.served)) else { break };
        *given += 1;
    }
    shares.into_iter().filter(|(_, given)| *given > 0).map(|(it, given)| (it.firm, given)).collect()
}

/// Why a mail is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// Its recipient's server asked for it, or what was said of its recipient may be that server's words.
    Asked,
    /// The firm's mail set-up does not work: no refusal, so the recipient's patience has not begun.
    Trouble,
}

/// How long a mail may be tried: since it was written, and until its recipient's patience is at its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Life {
    pub written: Ts,
    pub give_up_at: Ts,
}

/// When to try again, and how long to go on; `None` when the mail is given up.
///
/// 5 s, 10 s, 20 s … up to an hour, or ten minutes while it is not the mail's fault; spread by a fifth (`spread` of 255).
pub(super) fn again(wait: Wait, attempts: i64, life: Life, now: Ts, spread: u8) -> Option<(Ts, Ts)> {
    let longest = match wait {
        Wait::Asked => Ts::HOUR,
        Wait::Trouble => LONGEST_PAUSE,
    };
    let next = now.plus(pause(attempts, longest, spread));
    // The recipient's patience begins when somebody could be asked.
    let (end, give_up_at) = match wait {
        Wait::Asked => (life.give_up_at, life.give_up_at),
        Wait::Trouble => (life.written.plus(LIFE), now.plus(PATIENCE)),
    };
    (next <= end).then_some((next, give_up_at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn firm(n: u128) -> FirmId {
        FirmId(Uuid::from_u128(n))
    }

    fn waiting(n: u128, busy: usize, served: u64) -> Waiting {
        Waiting { firm: firm(n), busy, served }
    }

    #[test]
    fn a_firm_whose_mails_hang_leaves_slots_to_the_others() {
        let lane = Lane::Ordinary;
        assert_eq!(share(lane, 0, &[waiting(1, 0, 0)]), [(firm(1), 4)], "alone it has its share only");
        assert_eq!(share(lane, 4, &[waiting(1, 4, 9), waiting(2, 0, 0)]), [(firm(2), 4)]);
        let many: Vec<Waiting> = (0..40).map(|n| waiting(n, 0, 0)).collect();
        let shares = share(lane, 0, &many);
        assert_eq!(shares.len(), 12, "one each before anybody has two");
        assert!(shares.iter().all(|(_, given)| *given == 1));
        assert!(share(lane, 12, &many).is_empty(), "all slots are taken");
    }

    #[test]
    fn whoever_waited_longest_is_next() {
        let all = [waiting(1, 1, 7), waiting(2, 1, 3), waiting(3, 1, 5)];
        assert_eq!(share(Lane::Ordinary, 11, &all), [(firm(2), 1)]);
        let all = [waiting(1, 0, 7), waiting(2, 1, 3)];
        assert_eq!(share(Lane::Ordinary, 11, &all), [(firm(1), 1)], "fewest under way comes first");
    }

    #[test]
    fn pauses_grow_to_their_longest() {
        let (now, life) = (Ts(0), Life { written: Ts(0), give_up_at: Ts(3 * Ts::DAY) });
        for (wait, attempts, seconds) in [
            (Wait::Asked, 1, 5),
            (Wait::Asked, 2, 10),
            (Wait::Asked, 3, 20),
            (Wait::Asked, 12, 3600),
            (Wait::Asked, 5000, 3600),
            (Wait::Trouble, 1, 5),
            (Wait::Trouble, 9, 600),
            (Wait::Trouble, 5000, 600),
        ] {
            let (next, _) = again(wait, attempts, life, now, 0).unwrap();
            assert_eq!(next.0, seconds * Ts::SECOND, "{wait:?} {attempts}");
            let (late, _) = again(wait, attempts, life, now, 255).unwrap();
            assert_eq!(late.0, seconds * Ts::SECOND * 6 / 5, "{wait:?} {attempts}");
        }
    }

    #[test]
    fn only_a_recipient_that_was_asked_can_exhaust_patience() {
        let (now, life) = (Ts(10 * Ts::DAY), Life { written: Ts(6 * Ts::DAY), give_up_at: Ts(9 * Ts::DAY) });
        assert_eq!(again(Wait::Asked, 3, life, now, 0), None);
        let (_, patience) = again(Wait::Trouble, 3, life, now, 0).unwrap();
        assert_eq!(patience, now.plus(PATIENCE), "it begins anew");
    }

    #[test]
    fn no_trouble_lasts_longer_than_a_mail_is_of_use() {
        let life = Life { written: Ts(Ts::DAY), give_up_at: Ts(90 * Ts::DAY) };
        let end = Ts(Ts::DAY + LIFE);
        let last = |early: i64| again(Wait::Trouble, 5000, life, end.plus(-early), 0);
        assert!(last(LONGEST_PAUSE).is_some());
        assert_eq!(last(LONGEST_PAUSE - 1), None);
    }
}
