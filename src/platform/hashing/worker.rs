//! The threads that do the work. Each keeps its block of memory from one password to the next, and gives it back when
//! nobody signs in for a while.
//!
//! They run at a lower priority than everything else: a storm of sign-ins takes what pages leave over.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use super::phc::Cost;
use crate::secret::Secret;

/// How long a thread keeps its memory without a password to hash.
const KEEP: Duration = Duration::from_secs(20);
/// How nice the threads are to others: beside a busy thread of the runtime they get about a tenth of its core.
#[cfg(target_os = "linux")]
const NICE: i32 = 10;

/// A handle to the threads; they end when it is dropped.
pub struct Workers {
    inbox: Arc<Inbox<Job>>,
}

struct Job {
    cost: Cost,
    peppered: Secret<[u8; 32]>,
    salt: [u8; 16],
    answer: oneshot::Sender<[u8; 32]>,
    permit: OwnedSemaphorePermit,
}

impl Workers {
    pub fn start(threads: usize) -> io::Result<Self> {
        let workers = Self { inbox: Arc::new(Inbox::new(threads)) };
        for number in 1..=threads {
            let inbox = Arc::clone(&workers.inbox);
            thread::Builder::new().name(format!("passwords-{number}")).spawn(move || work(&inbox))?;
        }
        Ok(workers)
    }

    /// The argon2id hash, or `None` when the threads are gone. `permit` is released when the work is done.
    pub async fn run(
        &self,
        cost: Cost,
        peppered: Secret<[u8; 32]>,
        salt: [u8; 16],
        permit: OwnedSemaphorePermit,
    ) -> Option<[u8; 32]> {
        let (answer, hash) = oneshot::channel();
        self.inbox.put(Job { cost, peppered, salt, answer, permit });
        hash.await.ok()
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.inbox.close();
    }
}

/// What waits for a thread.
struct Inbox<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    waiting: VecDeque<T>,
    threads: usize,
    /// Nothing is taken any more.
    closed: bool,
}

/// What a thread does next.
#[derive(Debug, PartialEq, Eq)]
enum Next<T> {
    Work(T),
    /// Nothing came for so long.
    Rest,
    End,
}

impl<T> Inbox<T> {
    fn new(threads: usize) -> Self {
        let state = State { waiting: VecDeque::new(), threads, closed: false };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, job: T) {
        let mut state = self.state();
        // Dropped otherwise, which tells whoever waits for it.
        if !state.closed {
            state.waiting.push_back(job);
            self.changed.notify_one();
        }
    }

    fn close(&self) {
        let mut state = self.state();
        state.closed = true;
        state.waiting.clear();
        self.changed.notify_all();
    }

    /// One thread less; without any nobody shall wait.
    fn leave(&self) {
        let mut state = self.state();
        state.threads -= 1;
        let left = state.threads;
        drop(state);
        if left == 0 {
            self.close();
        }
    }

    /// The next job, for which it waits no longer than this where a time is given.
    fn next(&self, patience: Option<Duration>) -> Next<T> {
        let mut state = self.state();
        loop {
            if state.closed {
                return Next::End;
            }
            if let Some(job) = state.waiting.pop_front() {
                return Next::Work(job);
            }
            let Some(patience) = patience else {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let (now, waited) =
                self.changed.wait_timeout(state, patience).unwrap_or_else(PoisonError::into_inner);
            state = now;
            if waited.timed_out() && state.waiting.is_empty() && !state.closed {
                return Next::Rest;
            }
        }
    }
}

/// Says that a thread ends, by a panic too.
struct Leaving<'a>(&'a Inbox<Job>);

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        self.0.leave();
    }
}

fn work(inbox: &Inbox<Job>) {
    let _leaving = Leaving(inbox);
    be_nice();
    let mut memory: Vec<Block> = Vec::new();
    loop {
        let patience = (!memory.is_empty()).then_some(KEEP);
        let job = match inbox.next(patience) {
            Next::Work(job) => job,
            Next::Rest => {
                memory = Vec::new();
                continue;
            }
            Next::End => return,
        };
        if job.answer.is_closed() {
            continue;
        }
        let hash = argon2id(job.cost, job.peppered.expose(), &job.salt, &mut memory);
        drop(job.permit);
        match hash {
            // The caller may have given up meanwhile; then nobody wants the answer.
            Ok(hash) => drop(job.answer.send(hash)),
            Err(error) => tracing::error!(%error, "argon2id refused its parameters"),
        }
    }
}

/// Steps behind the other threads. Linux alone has a priority for each thread; elsewhere it is the whole process's.
fn be_nice() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::nice(NICE) {
        tracing::debug!(%error, "hashing of passwords keeps its priority");
    }
}

fn argon2id(
    cost: Cost,
    peppered: &[u8],
    salt: &[u8],
    memory: &mut Vec<Block>,
) -> Result<[u8; 32], argon2::Error> {
    let mut hash = [0; 32];
    let params = Params::new(cost.memory, cost.passes, 1, Some(hash.len()))?;
    let blocks = params.block_count();
    if memory.len() < blocks {
        memory.resize(blocks, Block::new());
    }
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into_with_memory(peppered, salt, &mut hash, &mut memory[..blocks])?;
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_works_rests_when_nothing_comes_and_ends_when_nobody_holds_it() {
        let inbox = Inbox::new(2);
        assert_eq!(inbox.next(Some(Duration::ZERO)), Next::Rest);
        inbox.put(1);
        inbox.put(2);
        assert_eq!(inbox.next(Some(Duration::ZERO)), Next::Work(1));
        assert_eq!(inbox.next(None), Next::Work(2));
        inbox.put(3);
        inbox.close();
        assert_eq!(inbox.next(None), Next::End, "nobody waits for it any more");
        let inbox = Inbox::new(2);
        inbox.put(Arc::new(()));
        let waits = Arc::new(());
        inbox.put(waits.clone());
        inbox.leave();
        assert_eq!(Arc::strong_count(&waits), 2, "the other thread does it");
        inbox.leave();
        inbox.put(waits.clone());
        assert_eq!(Arc::strong_count(&waits), 1, "whoever waits is told that nobody is left");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn only_the_thread_that_asks_is_nice() {
        let of_this_thread = || rustix::process::nice(0).unwrap();
        let before = of_this_thread();
        let nice = thread::spawn(move || {
            be_nice();
            of_this_thread()
        });
        assert_eq!(nice.join().unwrap(), (before + NICE).min(19));
        assert_eq!(of_this_thread(), before);
    }

    #[test]
    fn used_memory_does_not_change_the_next_hash() {
        let cost = Cost { memory: 16, passes: 1 };
        let mut memory = Vec::new();
        let first = argon2id(cost, b"peppered", &[1; 16], &mut memory).unwrap();
        argon2id(Cost { memory: 64, passes: 2 }, b"another", &[2; 16], &mut memory).unwrap();
        let again = argon2id(cost, b"peppered", &[1; 16], &mut memory).unwrap();
        assert_eq!(first, again);
        let mut plain = [0; 32];
        let params = Params::new(16, 1, 1, Some(32)).unwrap();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(b"peppered", &[1; 16], &mut plain)
            .unwrap();
        assert_eq!(first, plain);
    }
}
