//! One visitor does not take all connections: each may hold so many at once, whatever they ask for. Those that read and those
//! that write are counted apart: a request that reads while it waits to write does not wait for itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Entries of visitors that are not there any more are thrown away when there are as many as this, or twice as many as were
/// needed the last time.
const FEW: usize = 256;

/// One visitor's connections.
#[derive(Debug)]
pub(super) struct Turns {
    reads: Arc<Semaphore>,
    writes: Arc<Semaphore>,
}

impl Turns {
    /// One of them, when it is free.
    pub(super) async fn take(self: Arc<Self>, reads: bool) -> Option<Turn> {
        let of_kind = if reads { &self.reads } else { &self.writes };
        let permit = of_kind.clone().acquire_owned().await.ok()?;
        Some(Turn { _permit: permit, _of: self })
    }
}

/// A connection that a visitor holds.
pub(super) struct Turn {
    _permit: OwnedSemaphorePermit,
    /// Who holds one is known.
    _of: Arc<Turns>,
}

/// Those who ask at the moment.
#[derive(Debug)]
pub(super) struct Visitors {
    most_reads: usize,
    most_writes: usize,
    known: Mutex<Known>,
}

#[derive(Debug)]
struct Known {
    turns: HashMap<String, Weak<Turns>>,
    tidy_at: usize,
}

impl Visitors {
    /// Each may hold so many connections of a kind, at least one.
    pub(super) fn of(most_reads: usize, most_writes: usize) -> Self {
        let known = Mutex::new(Known { turns: HashMap::new(), tidy_at: FEW });
        Self { most_reads: most_reads.max(1), most_writes: most_writes.max(1), known }
    }

    /// The turns of this visitor, shared by all their requests of the moment.
    pub(super) fn turns_of(&self, visitor: &str) -> Arc<Turns> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(turns) = known.turns.get(visitor).and_then(Weak::upgrade) {
            return turns;
        }
        if known.turns.len() >= known.tidy_at {
            known.turns.retain(|_, turns| turns.strong_count() > 0);
            known.tidy_at = FEW.max(2 * known.turns.len());
        }
        let turns = Arc::new(Turns {
            reads: Arc::new(Semaphore::new(self.most_reads)),
            writes: Arc::new(Semaphore::new(self.most_writes)),
        });
        known.turns.insert(visitor.to_owned(), Arc::downgrade(&turns));
        turns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_gone_is_forgotten() {
        let visitors = Visitors::of(0, 0);
        let stays = visitors.turns_of("stays");
        assert_eq!((stays.reads.available_permits(), stays.writes.available_permits()), (1, 1));
        for n in 0..10_000 {
            drop(visitors.turns_of(&n.to_string()));
        }
        assert!(visitors.known.lock().unwrap().turns.len() <= FEW);
        assert!(Arc::ptr_eq(&stays, &visitors.turns_of("stays")));
    }
}
