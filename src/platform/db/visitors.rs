//! One visitor does not take all connections: each may hold so many at once, whatever they ask for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tokio::sync::Semaphore;

/// Entries of visitors that are not there any more are thrown away when there are as many as this, or twice as many as were
/// needed the last time.
const FEW: usize = 256;

/// Those who ask at the moment.
#[derive(Debug)]
pub(super) struct Visitors {
    most: usize,
    known: Mutex<Known>,
}

#[derive(Debug)]
struct Known {
    turns: HashMap<String, Weak<Semaphore>>,
    tidy_at: usize,
}

impl Visitors {
    /// Each may hold `most` connections, at least one.
    pub(super) fn of(most: usize) -> Self {
        Self { most: most.max(1), known: Mutex::new(Known { turns: HashMap::new(), tidy_at: FEW }) }
    }

    /// The turns of this visitor, shared by all their requests of the moment.
    pub(super) fn turns_of(&self, visitor: &str) -> Arc<Semaphore> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(turns) = known.turns.get(visitor).and_then(Weak::upgrade) {
            return turns;
        }
        if known.turns.len() >= known.tidy_at {
            known.turns.retain(|_, turns| turns.strong_count() > 0);
            known.tidy_at = FEW.max(2 * known.turns.len());
        }
        let turns = Arc::new(Semaphore::new(self.most));
        known.turns.insert(visitor.to_owned(), Arc::downgrade(&turns));
        turns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_gone_is_forgotten() {
        let visitors = Visitors::of(0);
        let stays = visitors.turns_of("stays");
        assert_eq!(stays.available_permits(), 1);
        for n in 0..10_000 {
            drop(visitors.turns_of(&n.to_string()));
        }
        assert!(visitors.known.lock().unwrap().turns.len() <= FEW);
        assert!(Arc::ptr_eq(&stays, &visitors.turns_of("stays")));
    }
}
