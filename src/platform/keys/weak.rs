//! Keys that nobody drew: examples from manuals, typed text, hashes of a word. A random key is taken for one with a
//! probability below one in a billion, and then another is drawn.

use super::KEY_BYTES;
use sha2::{Digest as _, Sha256};

/// Fewer different byte values than this in 32 bytes is not chance (2^-140).
const FEWEST_DISTINCT_BYTES: usize = 8;
/// Repeats of a block up to this length are no 32 random bytes.
const LONGEST_BLOCK: usize = KEY_BYTES / 2;
/// NIST SP 800-38A, appendix F: the AES-256 key of every example.
const NIST_EXAMPLE: [u8; KEY_BYTES] = [
    0x60, 0x3d, 0xeb, 0x10, 0x15, 0xca, 0x71, 0xbe, 0x2b, 0x73, 0xae, 0xf0, 0x85, 0x7d, 0x77, 0x81, 0x1f,
    0x35, 0x2c, 0x07, 0x3b, 0x61, 0x08, 0xd7, 0x2d, 0x98, 0x10, 0xa3, 0x09, 0x14, 0xdf, 0xf4,
];
/// What people hash when a key of 32 bytes is asked for.
const WORDS: &[&str] = &[
    "",
    "0",
    "1",
    "123",
    "1234",
    "12345",
    "123456",
    "12345678",
    "123456789",
    "1234567890",
    "a",
    "abc",
    "admin",
    "changeit",
    "changeme",
    "default",
    "demo",
    "dev",
    "example",
    "foo",
    "hello",
    "hello world",
    "key",
    "letmein",
    "master",
    "masterkey",
    "password",
    "portico",
    "qwerty",
    "secret",
    "test",
    "tax",
];

/// Whether this is an example rather than a key.
pub(super) fn is_weak(key: &[u8; KEY_BYTES]) -> bool {
    few_values(key)
        || is_progression(key)
        || repeats(key)
        || is_text(key)
        || *key == NIST_EXAMPLE
        || hashed(key)
}

fn few_values(key: &[u8]) -> bool {
    let mut seen = [false; 256];
    key.iter().for_each(|byte| seen[usize::from(*byte)] = true);
    seen.iter().filter(|seen| **seen).count() < FEWEST_DISTINCT_BYTES
}

/// All the same, counting up or down, in steps of any size.
fn is_progression(key: &[u8]) -> bool {
    let step = key[1].wrapping_sub(key[0]);
    key.windows(2).all(|pair| pair[1].wrapping_sub(pair[0]) == step)
}

fn repeats(key: &[u8]) -> bool {
    (1..=LONGEST_BLOCK).any(|block| key.iter().zip(&key[block..]).all(|(a, b)| a == b))
}

/// Letters, digits and signs in any script, also padded with zeros or a line break: hexadecimal and base64 text as well.
fn is_text(key: &[u8]) -> bool {
    let end = key.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let printable = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    std::str::from_utf8(&key[..end]).is_ok_and(|text| text.chars().all(printable))
}

fn hashed(key: &[u8; KEY_BYTES]) -> bool {
    let of = |text: &str| <[u8; KEY_BYTES]>::from(Sha256::digest(text.as_bytes()));
    WORDS.iter().any(|word| *key == of(word) || *key == of(&format!("{word}\n")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{OsRng, Rng as _};

    fn sha(text: &str) -> [u8; KEY_BYTES] {
        Sha256::digest(text.as_bytes()).into()
    }

    fn padded(text: &[u8]) -> [u8; KEY_BYTES] {
        let mut key = [0; KEY_BYTES];
        key[..text.len()].copy_from_slice(text);
        key
    }

    #[test]
    fn example_keys_are_refused() {
        let counting = |from: u8, step: u8| {
            let mut key = [from; KEY_BYTES];
            (1..KEY_BYTES).for_each(|at| key[at] = key[at - 1].wrapping_add(step));
            key
        };
        let mut twice = sha("half of a key");
        twice.copy_within(0..16, 16);
        for (kind, key) in [
            ("all zeros", [0; KEY_BYTES]),
            ("all ones", [0xff; KEY_BYTES]),
            ("counting from 0", counting(0, 1)),
            ("counting from 1", counting(1, 1)),
            ("counting down", counting(31, 255)),
            ("RFC 8439, 2.8.2", counting(0x80, 1)),
            ("in steps of seventeen", counting(0, 17)),
            ("half a key twice", twice),
            ("a word repeated", *b"changemechangemechangemechangeme"),
            ("a sentence", *b"this is my very secret key, ok?!"),
            ("a line of text", *b"correct horse battery staple 42\n"),
            ("a word and zeros", padded(b"changeme")),
            ("a password and zeros", padded(b"Tr0ub4dor&3-Weber")),
            ("hexadecimal text", *b"9f86d081884c7d659a2feaa0c55ad015"),
            ("base64 text", *b"q83vEjRWeJq83vEjRWeJqw7cN1xPzA2="),
            ("another script", padded("Mandantenschlüssel für Weber 1".as_bytes())),
            ("Japanese", padded("株式会社の秘密の鍵です".as_bytes()[..30].as_ref())),
            ("NIST SP 800-38A", NIST_EXAMPLE),
            ("sha256 of nothing", sha("")),
            ("sha256 of changeme", sha("changeme")),
            ("echo secret | sha256sum", sha("secret\n")),
        ] {
            assert!(is_weak(&key), "{kind}");
        }
    }

    #[test]
    fn drawn_keys_are_accepted() {
        for _ in 0..1_000 {
            let mut key = [0; KEY_BYTES];
            OsRng.fill(&mut key);
            assert!(!is_weak(&key), "{key:02x?}");
        }
        // What is hashed here nobody would guess.
        assert!(!is_weak(&sha("f3c1b7 and a longer phrase that stands nowhere else")));
    }
}
