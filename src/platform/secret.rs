//! A value that must not be printed (SEC-68): passwords, tokens, keys.
//!
//! `Secret` answers `Debug` with a placeholder, has no `Display`, and wipes its memory when dropped.
//! Reading it takes the word `expose`, which is easy to search for in a review.

use std::fmt;

use zeroize::Zeroize;

/// A `String`, `Vec<u8>`, byte array or other wipeable value that never reaches a log by accident.
///
/// Comparison is left out on purpose: compare hashes, or use `subtle`.
#[derive(Clone)]
pub struct Secret<T: Zeroize>(T);

impl<T: Zeroize> Secret<T> {
    /// Takes `content` into custody.
    pub const fn new(content: T) -> Self {
        Self(content)
    }

    /// The content; do not store or print what this lends.
    pub const fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize> From<T> for Secret<T> {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

impl<T: Zeroize> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<T: Zeroize> Drop for Secret<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_printed() {
        let password = Secret::new("correct horse".to_owned());
        assert_eq!(format!("{password:?}"), "Secret(…)");
        assert_eq!(format!("{:#?}", Some(&password)).matches("horse").count(), 0);
    }

    #[test]
    fn its_owner_can_read_it() {
        assert_eq!(Secret::from(vec![1_u8, 2]).expose(), &[1, 2]);
    }
}
