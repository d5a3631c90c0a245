//! The ways between the states of a change (ECHG-3).

use super::model::Progress;
use directory::address_changes::State;
use kernel::Ts;

/// How long a new address may be accepted, in microseconds (ECHG-3).
pub const LIFE: i64 = 30 * Ts::DAY;

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The owner of the new address signs in with it.
    Accept,
    /// The firm takes the old address back.
    Cancel,
    /// Whoever reads the old address stops it.
    Stop,
    /// LOGIN goes off for the old address.
    RemoveOld,
}

/// What the firm sees of it beside the old address; nothing once that is gone or back.
#[must_use]
pub const fn progress(state: State) -> Option<Progress> {
    match state {
        State::PendingNew => Some(Progress::Pending),
        State::Expired => Some(Progress::Expired),
        State::Accepted => Some(Progress::Accepted),
        State::OldRemoved | State::Cancelled => None,
    }
}

/// Where a change stands now. It can be accepted and stopped up to, and not including, the instant it expires.
#[must_use]
pub fn standing(stored: State, expires_at: Ts, now: Ts) -> State {
    if stored == State::PendingNew && now >= expires_at { State::Expired } else { stored }
}

/// Where an act leads; `None` when it cannot be done. Whoever signs in with the new address after the time was over
/// has it all the same: LOGIN is on for it.
#[must_use]
pub const fn after(state: State, act: Act) -> Option<State> {
    match (state, act) {
        (State::PendingNew | State::Expired, Act::Accept) => Some(State::Accepted),
        (State::PendingNew | State::Expired, Act::Cancel) | (State::PendingNew, Act::Stop) => {
            Some(State::Cancelled)
        }
        (State::PendingNew | State::Expired | State::Accepted, Act::RemoveOld) => Some(State::OldRemoved),
        _ => None,
    }
}

/// When the old address goes by itself, while the firm is asked about it (ECHG-4): after acceptance and unless it said
/// that the address stays.
#[must_use]
pub fn asked_until(state: State, remove_at: Option<Ts>, kept_at: Option<Ts>) -> Option<Ts> {
    remove_at.filter(|_| state == State::Accepted && kept_at.is_none())
}

/// Whether it goes now: from that instant on.
#[must_use]
pub fn goes_now(state: State, remove_at: Option<Ts>, kept_at: Option<Ts>, now: Ts) -> bool {
    asked_until(state, remove_at, kept_at).is_some_and(|at| now >= at)
}

/// Whether the old address is still the way in, so that taking it away locks somebody out (ECHG-2).
#[must_use]
pub const fn is_the_way_in(progress: Progress) -> bool {
    matches!(progress, Progress::Pending | Progress::Expired)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOON: Ts = Ts(1_772_452_800_000_000);

    #[test]
    fn a_change_expires_at_its_instant_and_only_while_it_waits() {
        assert_eq!(standing(State::PendingNew, NOON, NOON.plus(-1)), State::PendingNew);
        assert_eq!(standing(State::PendingNew, NOON, NOON), State::Expired);
        for settled in [State::Accepted, State::OldRemoved, State::Cancelled] {
            assert_eq!(standing(settled, NOON, NOON.plus(Ts::DAY)), settled);
        }
    }

    #[test]
    fn the_old_address_goes_at_its_instant_unless_somebody_objected() {
        let at = Some(NOON);
        assert!(!goes_now(State::Accepted, at, None, NOON.plus(-1)));
        assert!(goes_now(State::Accepted, at, None, NOON));
        assert!(!goes_now(State::Accepted, at, Some(NOON.plus(-Ts::DAY)), NOON.plus(Ts::DAY)), "it stays");
        assert!(!goes_now(State::Accepted, None, None, NOON), "nobody was asked yet");
        for other in [State::PendingNew, State::Expired, State::Cancelled, State::OldRemoved] {
            assert!(!goes_now(other, at, None, NOON.plus(Ts::DAY)), "{other:?}");
            assert_eq!(asked_until(other, at, None), None);
        }
    }

    #[test]
    fn the_ways_are_those_of_the_requirements() {
        assert_eq!(after(State::PendingNew, Act::Accept), Some(State::Accepted));
        assert_eq!(after(State::Accepted, Act::RemoveOld), Some(State::OldRemoved));
        assert_eq!(after(State::PendingNew, Act::Stop), Some(State::Cancelled));
        assert_eq!(after(State::Expired, Act::Stop), None, "there is nothing left to stop");
        assert_eq!(after(State::Expired, Act::Cancel), Some(State::Cancelled));
        assert_eq!(after(State::Accepted, Act::Cancel), None);
        assert_eq!(after(State::Accepted, Act::Stop), None);
    }

    fn any_act() -> impl Strategy<Value = Act> {
        prop_oneof![Just(Act::Accept), Just(Act::Cancel), Just(Act::Stop), Just(Act::RemoveOld)]
    }

    proptest! {
        #[test]
        fn no_history_takes_an_accepted_address_away_again(acts in prop::collection::vec(any_act(), 0..20)) {
            let mut state = State::PendingNew;
            let mut accepted = false;
            for act in acts {
                if let Some(next) = after(state, act) {
                    state = next;
                }
                accepted |= state == State::Accepted;
                prop_assert!(!(accepted && state == State::Cancelled));
                let is_over = matches!(state, State::Cancelled | State::OldRemoved);
                prop_assert!(!is_over || after(state, act).is_none());
            }
        }
    }
}
