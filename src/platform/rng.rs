//! Where randomness comes from: the operating system, or a seed in tests and demo data.
//!
//! Everything that needs chance takes `&dyn Rng`, so that a test can foresee it (architecture, section 5).

use std::sync::Mutex;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::secret::Secret;

/// A source of bytes nobody can foresee (except where a test wants exactly that).
pub trait Rng: Send + Sync {
    /// Overwrites the whole of `buf` with fresh bytes.
    fn fill(&self, buf: &mut [u8]);
}

/// The operating system's generator (`getrandom(2)` and its like).
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRng;

impl Rng for OsRng {
    /// Aborts the process when the system has no randomness to give: a portal must not hand out
    /// guessable links, and unwinding could leave a half-filled buffer in use.
    fn fill(&self, buf: &mut [u8]) {
        if let Err(error) = getrandom::fill(buf) {
            tracing::error!(%error, "the operating system gave no random bytes; stopping");
            std::process::abort();
        }
    }
}

/// A foreseeable generator: SHA-256 over a seed and a counter. For tests and `seed` only.
#[derive(Debug)]
pub struct SeededRng {
    seed: u64,
    blocks: Mutex<u64>,
}

impl SeededRng {
    /// The same `seed` always yields the same bytes.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, blocks: Mutex::new(0) }
    }
}

impl Rng for SeededRng {
    fn fill(&self, buf: &mut [u8]) {
        let mut blocks = self.blocks.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for chunk in buf.chunks_mut(32) {
            let mut hash = Sha256::new();
            hash.update(self.seed.to_be_bytes());
            hash.update(blocks.to_be_bytes());
            chunk.copy_from_slice(&hash.finalize()[..chunk.len()]);
            *blocks += 1;
        }
    }
}

/// A link or cookie token: 32 bytes as 43 characters of unpadded base64url (SEC-13).
/// The database keeps only [`crate::keys::token_hash`] of it.
pub fn token(rng: &dyn Rng) -> Secret<String> {
    let mut bytes = [0_u8; 32];
    rng.fill(&mut bytes);
    Secret::new(URL_SAFE_NO_PAD.encode(bytes))
}

/// Six decimal digits, each of the million codes equally likely (SEC-24).
pub fn digits6(rng: &dyn Rng) -> String {
    const CODES: u32 = 1_000_000;
    /// The largest multiple of a million below 2^32; what lies above would favour small codes.
    const FAIR: u32 = u32::MAX - u32::MAX % CODES;
    loop {
        let mut bytes = [0_u8; 4];
        rng.fill(&mut bytes);
        let drawn = u32::from_be_bytes(bytes);
        if drawn < FAIR {
            return format!("{:06}", drawn % CODES);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Plays back the given words, so that the rejection of an unfair draw can be seen.
    struct Script(Mutex<Vec<u32>>);

    impl Rng for Script {
        fn fill(&self, buf: &mut [u8]) {
            buf.copy_from_slice(&self.0.lock().unwrap().remove(0).to_be_bytes());
        }
    }

    #[test]
    fn a_token_has_43_url_safe_characters_and_32_bytes() {
        let token = token(&OsRng);
        assert_eq!(token.expose().len(), 43);
        assert_eq!(URL_SAFE_NO_PAD.decode(token.expose()).unwrap().len(), 32);
    }

    #[test]
    fn two_tokens_differ() {
        assert_ne!(token(&OsRng).expose(), token(&OsRng).expose());
    }

    #[test]
    fn the_same_seed_tells_the_same_story() {
        let (a, b, other) = (SeededRng::new(7), SeededRng::new(7), SeededRng::new(8));
        let first = token(&a);
        assert_eq!(first.expose(), token(&b).expose());
        assert_ne!(first.expose(), token(&a).expose());
        assert_ne!(first.expose(), token(&other).expose());
    }

    #[test]
    fn a_seeded_generator_fills_odd_lengths_to_the_end() {
        let mut buf = [0_u8; 71];
        SeededRng::new(1).fill(&mut buf);
        assert!(buf[64..].iter().any(|byte| *byte != 0));
    }

    #[test]
    fn a_draw_that_would_favour_small_codes_is_thrown_away() {
        let rng = Script(Mutex::new(vec![u32::MAX, 4_294_000_000, 42]));
        assert_eq!(digits6(&rng), "000042");
    }

    #[test]
    fn all_first_digits_are_about_equally_common() {
        let rng = SeededRng::new(3);
        let mut counts = [0_u32; 10];
        for _ in 0..10_000 {
            counts[usize::from(digits6(&rng).as_bytes()[0] - b'0')] += 1;
        }
        assert!(counts.iter().all(|n| (880..1120).contains(n)), "{counts:?}");
    }
}
