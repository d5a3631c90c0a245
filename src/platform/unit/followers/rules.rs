//! How long events are kept, and how many are read at a time.

use kernel::Ts;

/// How long an event is kept that everybody has read, in microseconds: for a follower that is new, and for whoever looks into
/// what one gave up.
pub(super) const KEEP: i64 = 30 * Ts::DAY;
/// Events that one statement reads, or purges, as they say.
pub(super) const AT_ONCE: usize = 200;

/// Up to which number events go: the oldest that are kept, behind one another, as far as all have read and they are old.
pub(super) fn gone(oldest: &[(i64, Ts)], all_have_read: i64, now: Ts) -> Option<i64> {
    let old = |&&(seq, at): &&(i64, Ts)| seq <= all_have_read && at < now.plus(-KEEP);
    oldest.iter().take_while(old).last().map(|(seq, _)| *seq)
}

#[test]
fn events_go_when_they_are_old_and_everybody_has_read_them() {
    let now = Ts(KEEP + 10);
    let oldest = [(3, Ts(8)), (4, Ts(9)), (6, Ts(10)), (7, Ts(11))];
    for (read, last) in [(2, None), (3, Some(3)), (5, Some(4)), (9, Some(4))] {
        assert_eq!(gone(&oldest, read, now), last, "{read}");
    }
    assert_eq!(gone(&oldest, 9, now.plus(1)), Some(6));
    assert_eq!(gone(&[], 9, now), None);
}
