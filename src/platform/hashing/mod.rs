//! Password hashing off the async workers, with bounded memory and a bounded queue (SEC-4, SEC-5, SEC-10).
//!
//! A few threads of our own do nothing but argon2id, each over one block of memory that it keeps. A semaphore
//! with as many permits as threads stands before them: at most [`QUEUE`] callers wait, each at most [`WAIT`], and
//! the rest are told that we are busy. Passwords are peppered by HMAC before they are hashed; the PHC string names
//! the pepper's key in its `keyid`, so a rotated key is noticed and the hash renewed at the next sign-in.

mod phc;
mod worker;

use std::fmt;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use subtle::ConstantTimeEq as _;
use tokio::sync::Semaphore;

use self::phc::{Cost, Phc};
use self::worker::Workers;
use crate::keys::{KeyId, Keys, Purpose};
use crate::rng::Rng;
use crate::secret::Secret;

/// Longer passwords are refused before any work is done, in bytes (SEC-1).
pub const LONGEST_PASSWORD: usize = 1024;
/// Most callers waiting for a thread (SEC-5).
pub const QUEUE: usize = 64;
/// Longest wait for a thread (SEC-5).
pub const WAIT: Duration = Duration::from_secs(2);
/// Most threads, and so at most 4 x 46 MiB of memory.
pub const MOST_PERMITS: usize = 4;

/// Hashes and verifies passwords. One per process; share it in an `Arc`.
pub struct PasswordHasher {
    keys: Arc<Keys>,
    rng: Arc<dyn Rng>,
    cost: Cost,
    permits: Arc<Semaphore>,
    waiting: AtomicUsize,
    wait: Duration,
    workers: Workers,
    /// Verified when there is no such account, so that this takes as long as a wrong password (SEC-10).
    nobody: Phc,
}

/// What came of comparing a password with a stored hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is the one.
    Right,
    /// It is the one, but the hash was made with another cost or pepper: hash it again and store that.
    RightButOld,
    /// It is not, or there is no hash to compare with.
    Wrong,
}

/// Why a password was not hashed or compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HashError {
    /// Too many are waiting, or the wait took too long: answer 503 with `Retry-After`.
    Busy,
    /// Over [`LONGEST_PASSWORD`] bytes.
    TooLong,
    /// The stored hash is damaged, too costly, or peppered with a key we do not have.
    Unreadable,
}

/// The key that a stored password was peppered with; `None` when the text is none of ours.
pub(crate) fn pepper_of(phc: &str) -> Option<KeyId> {
    Phc::parse(phc).map(|phc| phc.pepper)
}

impl PasswordHasher {
    /// Starts `permits` threads (at least 1, at most [`MOST_PERMITS`]; take the number of cores). Each takes its
    /// 46 MiB on its first password.
    ///
    /// # Errors
    /// When the system refuses another thread.
    pub fn new(keys: Arc<Keys>, rng: Arc<dyn Rng>, permits: usize) -> io::Result<Self> {
        Self::with_cost(keys, rng, permits, Cost::DEFAULT)
    }

    /// The same with a cost that no attacker would notice.
    #[cfg(any(test, feature = "testing"))]
    #[must_use]
    pub fn cheap_for_tests(keys: Arc<Keys>, rng: Arc<dyn Rng>) -> Self {
        let hasher = Self::with_cost(keys, rng, 2, Cost::CHEAP).expect("a test can start two threads");
        // However busy the machine is: what comes of waiting too long has a test of its own.
        Self { wait: Duration::from_secs(60), ..hasher }
    }

    fn with_cost(keys: Arc<Keys>, rng: Arc<dyn Rng>, permits: usize, cost: Cost) -> io::Result<Self> {
        let permits = permits.clamp(1, MOST_PERMITS);
        let nobody = Phc { cost, pepper: keys.current_id(), salt: fresh(&*rng), hash: fresh(&*rng) };
        Ok(Self {
            keys,
            rng,
            cost,
            permits: Arc::new(Semaphore::new(permits)),
            waiting: AtomicUsize::new(0),
            wait: WAIT,
            workers: Workers::start(permits)?,
            nobody,
        })
    }

    /// A PHC string to store: argon2id version 19, 16-byte salt, 32-byte hash.
    ///
    /// # Errors
    /// [`HashError::Busy`], [`HashError::TooLong`].
    pub async fn hash(&self, password: &str) -> Result<String, HashError> {
        let pepper = self.keys.current_id();
        let peppered = self.pepper(password, pepper)?;
        let salt = fresh(&*self.rng);
        let hash = self.argon2id(self.cost, peppered, salt).await?;
        Ok(Phc { cost: self.cost, pepper, salt, hash }.to_string())
    }

    /// Compares `password` with the stored string. Without one (no such account, no password set) it does the
    /// same work and answers [`Verdict::Wrong`].
    ///
    /// # Errors
    /// Any [`HashError`].
    pub async fn verify(&self, password: &str, phc: Option<&str>) -> Result<Verdict, HashError> {
        let stored = phc.map(Phc::parse);
        let compared = match &stored {
            Some(Some(stored)) => stored,
            Some(None) | None => &self.nobody,
        };
        let peppered = self.pepper(password, compared.pepper)?;
        let hash = self.argon2id(compared.cost, peppered, compared.salt).await?;
        let same = bool::from(hash.ct_eq(&compared.hash));
        match stored {
            Some(None) => Err(HashError::Unreadable),
            Some(Some(_)) if same && self.is_old(compared) => Ok(Verdict::RightButOld),
            Some(Some(_)) if same => Ok(Verdict::Right),
            _ => Ok(Verdict::Wrong),
        }
    }

    fn is_old(&self, phc: &Phc) -> bool {
        phc.cost != self.cost || phc.pepper != self.keys.current_id()
    }

    fn pepper(&self, password: &str, pepper: KeyId) -> Result<Secret<[u8; 32]>, HashError> {
        if password.len() > LONGEST_PASSWORD {
            return Err(HashError::TooLong);
        }
        self.keys
            .hmac_of(pepper, Purpose::Pepper, &[password.as_bytes()])
            .map(Secret::new)
            .ok_or(HashError::Unreadable)
    }

    async fn argon2id(
        &self,
        cost: Cost,
        peppered: Secret<[u8; 32]>,
        salt: [u8; 16],
    ) -> Result<[u8; 32], HashError> {
        let place = Place::take(&self.waiting)?;
        let permit = tokio::time::timeout(self.wait, Arc::clone(&self.permits).acquire_owned())
            .await
            .map_err(|_| HashError::Busy)?
            .map_err(|_| HashError::Busy)?;
        drop(place);
        // The job holds the permit, so a caller that gives up does not let more work in than there are threads.
        self.workers.run(cost, peppered, salt, permit).await.ok_or(HashError::Busy)
    }
}

impl fmt::Debug for PasswordHasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PasswordHasher").field("cost", &self.cost).finish_non_exhaustive()
    }
}

impl fmt::Display for HashError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Busy => "too many passwords are being checked right now",
            Self::TooLong => "the password is too long",
            Self::Unreadable => "the stored password hash cannot be read",
        })
    }
}

impl std::error::Error for HashError {}

/// A place in the queue, given back when dropped.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(waiting: &'a AtomicUsize) -> Result<Self, HashError> {
        let place = Self(waiting);
        if waiting.fetch_add(1, Ordering::Relaxed) >= QUEUE { Err(HashError::Busy) } else { Ok(place) }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn fresh<const N: usize>(rng: &dyn Rng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill(&mut bytes);
    bytes
}

#[cfg(test)]
mod tests;
