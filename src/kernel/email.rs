//! E-mail addresses, parsed once at the door (DM-10).

use serde::{Deserialize, Serialize};
use std::fmt;

/// An address as it was typed, with a form for matching.
///
/// Trimmed, in Unicode NFC (on the server), lower-cased for matching; dots and plus parts are kept.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EmailAddress {
    shown: String,
    norm: String,
}

/// Why a text is not an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailProblem {
    Empty,
    TooLong,
    Malformed,
}

impl EmailAddress {
    /// Longest accepted address in bytes (RFC 5321, 4.5.3.1.3: a path has 256 octets with its brackets).
    pub const MAX_BYTES: usize = 254;

    /// # Errors
    /// `Empty`, `TooLong` (over 254 bytes), or `Malformed`: no single `@`, empty parts, spaces, control or
    /// invisible characters, a domain without a dot, or characters that need quoting.
    pub fn parse(text: &str) -> Result<Self, EmailProblem> {
        let shown = nfc(text.trim());
        if shown.is_empty() {
            return Err(EmailProblem::Empty);
        }
        if shown.len() > Self::MAX_BYTES {
            return Err(EmailProblem::TooLong);
        }
        let (local, domain) = shown.split_once('@').ok_or(EmailProblem::Malformed)?;
        if !local_is_fine(local) || !domain_is_fine(domain) {
            return Err(EmailProblem::Malformed);
        }
        let norm = shown.to_lowercase();
        Ok(Self { shown, norm })
    }

    /// As it was typed, for people and for sending.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// For matching: two addresses are the same mailbox for us when this is equal.
    #[must_use]
    pub fn norm(&self) -> &str {
        &self.norm
    }

    /// `a***@mueller.example`: enough to recognise one's own address, not to learn somebody else's.
    #[must_use]
    pub fn masked(&self) -> String {
        mask(&self.shown)
    }
}

/// See [`EmailAddress::masked`]; for an address that is already known to be one.
#[must_use]
pub fn mask(address: &str) -> String {
    match address.split_once('@') {
        Some((local, domain)) => {
            let first = local.chars().next().unwrap_or('*');
            format!("{first}***@{domain}")
        }
        None => "***".to_owned(),
    }
}

fn local_is_fine(local: &str) -> bool {
    !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| !c.is_whitespace() && !is_hidden(c) && !"()<>[]:;,\\\"@".contains(c))
}

fn domain_is_fine(domain: &str) -> bool {
    let label_is_fine = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    domain.contains('.') && domain.split('.').all(label_is_fine)
}

/// Control characters, and those that change direction or cannot be seen.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{00AD}')
}

#[cfg(not(target_arch = "wasm32"))]
fn nfc(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect()
}

/// The tables for NFC weigh more than the page; the server repeats every check with them.
#[cfg(target_arch = "wasm32")]
fn nfc(text: &str) -> String {
    text.to_owned()
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Addresses stay out of logs (style rule 16).
impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matching_ignores_case_and_the_shown_form_is_kept() {
        let address = EmailAddress::parse("  Anna.Mueller+tax@Example.ORG ").unwrap();
        assert_eq!(address.shown(), "Anna.Mueller+tax@Example.ORG");
        assert_eq!(address.norm(), "anna.mueller+tax@example.org");
    }

    #[test]
    fn a_decomposed_umlaut_is_the_same_mailbox() {
        let one = EmailAddress::parse("ju\u{0308}rgen@example.org").unwrap();
        let other = EmailAddress::parse("j\u{00fc}rgen@example.org").unwrap();
        assert_eq!(one.norm(), other.norm());
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "anna",
            "@example.org",
            "anna@",
            "anna@localhost",
            "a b@example.org",
            "a@@example.org",
            "a@exa mple.org",
            "a\r\nBcc: x@example.org",
            "a@example..org",
            ".a@example.org",
            "a@-x.org",
            "a\u{202E}@example.org",
            "\"a\"@example.org",
            "Anna <a@example.org>",
            "a@example.org,b@example.org",
        ] {
            assert_eq!(EmailAddress::parse(text), Err(EmailProblem::Malformed), "{text:?}");
        }
        assert_eq!(EmailAddress::parse("   "), Err(EmailProblem::Empty));
        assert_eq!(EmailAddress::parse(&"a".repeat(10_000)), Err(EmailProblem::TooLong));
    }

    #[test]
    fn a_masked_address_shows_one_letter_and_the_domain() {
        assert_eq!(EmailAddress::parse("jo@mail.example").unwrap().masked(), "j***@mail.example");
    }
}
