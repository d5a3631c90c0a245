//! Notices a worker thread that does not turn any more, so that `/livez` can say so and the process is restarted.
//!
//! The runtime counts for every worker how often it went to sleep and woke up, and how long it was busy. A worker that is
//! awake while neither count moves has been in one and the same poll all the time. A thread of its own looks, for no task
//! could be sure to run.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::runtime::Handle;

/// How often it looks.
const LOOK: Duration = Duration::from_secs(1);
/// So many looks without a move mean that a worker hangs. Looks and not time: a machine that slept is no reason.
const LOOKS: u32 = 10;

/// What the last look found. Cheap to clone; the thread ends with the last one.
#[derive(Clone, Default)]
pub struct Pulse(Arc<AtomicUsize>);

impl Pulse {
    /// Watches the workers of this runtime.
    #[must_use]
    pub fn of(runtime: &Handle) -> Self {
        Self::looking_every(LOOK, LOOKS, runtime)
    }

    /// As [`Pulse::of`], at another pace.
    #[must_use]
    pub fn looking_every(look: Duration, looks: u32, runtime: &Handle) -> Self {
        let pulse = Self::default();
        let (runtime, stuck) = (runtime.clone(), Arc::downgrade(&pulse.0));
        let watch = move || watch(look, looks, &runtime, &stuck);
        if let Err(error) = std::thread::Builder::new().name("pulse".to_owned()).spawn(watch) {
            tracing::error!(%error, "nobody watches the worker threads");
        }
        pulse
    }

    /// How many worker threads hang.
    #[must_use]
    pub fn stuck(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

fn watch(look: Duration, looks: u32, runtime: &Handle, stuck: &Weak<AtomicUsize>) {
    let mut seen = Seen::default();
    loop {
        std::thread::sleep(look);
        let Some(stuck) = stuck.upgrade() else { return };
        let now = seen.look(looks, &turns(runtime));
        let before = stuck.swap(now, Ordering::Relaxed);
        if now > before {
            tracing::error!(stuck = now, "a worker thread does not turn: restart this process");
        } else if now < before {
            tracing::warn!(stuck = now, "a worker thread turns again");
        }
    }
}

/// What the runtime says of one worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    /// Goes up by one each time it falls asleep and each time it wakes; odd while it sleeps.
    naps: u64,
    busy: Duration,
}

fn turns(runtime: &Handle) -> Vec<Turn> {
    let metrics = runtime.metrics();
    let of = |worker| Turn {
        naps: metrics.worker_park_unpark_count(worker),
        busy: metrics.worker_total_busy_duration(worker),
    };
    (0..metrics.num_workers()).map(of).collect()
}

/// The last look, and for how many looks each worker has been awake without a move.
#[derive(Default)]
struct Seen(Vec<(Turn, u32)>);

impl Seen {
    fn look(&mut self, looks: u32, now: &[Turn]) -> usize {
        let before = std::mem::take(&mut self.0);
        self.0 = now
            .iter()
            .enumerate()
            .map(|(worker, turn)| match before.get(worker) {
                Some((last, still)) if last == turn && turn.naps % 2 == 0 => (*turn, still.saturating_add(1)),
                _ => (*turn, 0),
            })
            .collect();
        self.0.iter().filter(|(_, still)| *still >= looks).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_is_awake_and_does_not_move_hangs() {
        let turn = |naps, ms| Turn { naps, busy: Duration::from_millis(ms) };
        for (what, looks, expected) in [
            ("asleep all the time", vec![turn(1, 5); 6], 0),
            ("busy without a nap", (0..6).map(|i| turn(2, i)).collect(), 0),
            ("awake at each look, with naps between", (0..6).map(|i| turn(2 * i, 5)).collect(), 0),
            ("awake and still", vec![turn(2, 5); 6], 1),
            ("still, but not for long enough", vec![turn(1, 5), turn(2, 5), turn(2, 5), turn(2, 5)], 0),
            ("still for long, then on", [vec![turn(2, 5); 6], vec![turn(3, 9)]].concat(), 0),
        ] {
            let mut seen = Seen::default();
            let last = looks.iter().map(|turn| seen.look(4, &[*turn])).last();
            assert_eq!(last, Some(expected), "{what}");
        }
    }

    #[test]
    fn each_worker_is_counted() {
        let (still, asleep) =
            (Turn { naps: 4, busy: Duration::ZERO }, Turn { naps: 3, busy: Duration::ZERO });
        let mut seen = Seen::default();
        let counts: Vec<usize> = (0..3).map(|_| seen.look(1, &[still, asleep, still])).collect();
        assert_eq!(counts, [0, 2, 2]);
    }
}
