//! New ids: UUIDv7 (RFC 9562, 5.7) that grow strictly within a process, so that they also order events.

use crate::clock::Clock;
use crate::rng::Rng;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// Makes ids from the clock, a counter in the 12 bits beside it, and 62 random bits.
pub struct Ids {
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    /// Milliseconds shifted by 12, plus the counter.
    last: AtomicU64,
}

impl Ids {
    pub fn new(clock: Arc<dyn Clock>, rng: Arc<dyn Rng>) -> Self {
        Self { clock, rng, last: AtomicU64::new(0) }
    }

    /// The next id; wrap it in the type it is for: `AccountId(ids.next())`.
    pub fn next(&self) -> Uuid {
        let millis = u64::try_from(self.clock.now().0 / 1000).unwrap_or(0);
        let floor = millis << 12;
        let step = |last: u64| Some(floor.max(last + 1));
        let previous = self.last.fetch_update(Ordering::SeqCst, Ordering::SeqCst, step).unwrap_or(0);
        let place = floor.max(previous + 1);
        let mut bytes = [0u8; 16];
        self.rng.fill(&mut bytes[8..]);
        bytes[..6].copy_from_slice(&(place >> 12).to_be_bytes()[2..]);
        let counter = (place & 0x0fff) as u16;
        bytes[6..8].copy_from_slice(&(0x7000 | counter).to_be_bytes());
        bytes[8] = 0x80 | (bytes[8] & 0x3f);
        Uuid::from_bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SetClock;
    use crate::rng::OsRng;
    use kernel::Ts;

    #[test]
    fn ids_grow_even_when_the_clock_stands_or_steps_back() {
        let clock = SetClock::at(Ts(1_700_000_000_000_000));
        let ids = Ids::new(Arc::new(clock.clone()), Arc::new(OsRng));
        let mut last = ids.next();
        for round in 0..10_000 {
            if round == 5_000 {
                clock.advance(-3_600_000_000);
            }
            let next = ids.next();
            assert!(next > last);
            assert_eq!(next.get_version_num(), 7);
            last = next;
        }
    }
}
