//! What a password must be, the same on the page and on the server; common passwords are known to the server only. And how long
//! a link works that a new one is chosen by.

use kernel::Ts;

/// Fewest characters (SEC-1).
pub const MIN_CHARS: usize = 12;
/// Most characters (SEC-1); Unicode code points, as a person counts them.
pub const MAX_CHARS: usize = 128;
/// Most bytes, whatever the characters (SEC-1).
pub const MAX_BYTES: usize = 1024;
/// How long a link works that a person asked for, in microseconds (AUTH-24, SEC-14).
pub const SELF_SERVICE_LIFE: i64 = Ts::HOUR;
/// How long a link works that staff sent, in microseconds (AUTH-24, SEC-14).
pub const STAFF_SENT_LIFE: i64 = Ts::DAY;
/// Requests older than this are dropped, in microseconds: a link nobody waits for any more does more harm than good.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const STALE: i64 = Ts::HOUR;

/// Why a password cannot be taken, as far as the browser can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    /// So many characters so far.
    TooShort(usize),
    TooLong,
    /// It is the person's own name or address, or the firm's name.
    Known,
}

/// The first thing wrong with a password. Nothing is trimmed or folded: it is judged as it was typed (SEC-2).
///
/// `context` holds names and addresses that others know.
#[must_use]
pub fn password_problem(password: &str, context: &[&str]) -> Option<PasswordProblem> {
    let chars = password.chars().take(MAX_CHARS + 1).count();
    if chars > MAX_CHARS || password.len() > MAX_BYTES {
        return Some(PasswordProblem::TooLong);
    }
    if chars < MIN_CHARS {
        return Some(PasswordProblem::TooShort(chars));
    }
    let lower = password.to_lowercase();
    let is_known = context.iter().any(|word| !word.is_empty() && word.to_lowercase() == lower);
    is_known.then_some(PasswordProblem::Known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn twelve_to_128_characters_are_taken_whatever_they_are() {
        assert_eq!(password_problem("elf zeichen", &[]), Some(PasswordProblem::TooShort(11)));
        assert_eq!(password_problem("zwölf zeichn", &[]), None);
        assert_eq!(password_problem("正確な馬の電池のホチキス", &[]), None);
        assert_eq!(password_problem(&"😀".repeat(128), &[]), None);
        assert_eq!(password_problem(&"x".repeat(129), &[]), Some(PasswordProblem::TooLong));
        assert_eq!(password_problem(&"x".repeat(10_000), &[]), Some(PasswordProblem::TooLong));
    }

    #[test]
    fn spaces_at_the_ends_count_like_any_character() {
        assert_eq!(password_problem("           x", &[]), None);
        assert_eq!(password_problem("x           ", &[]), None);
    }

    #[test]
    fn ones_own_address_is_no_password() {
        let context = ["Anna Müller", "anna@mueller.example", ""];
        assert_eq!(password_problem("Anna@Mueller.Example", &context), Some(PasswordProblem::Known));
        assert_eq!(password_problem("anna@mueller.example and more", &context), None);
    }

    proptest! {
        #[test]
        fn only_the_length_matters_without_context(password in "\\PC{0,200}") {
            let chars = password.chars().count();
            let fine = (MIN_CHARS..=MAX_CHARS).contains(&chars) && password.len() <= MAX_BYTES;
            prop_assert_eq!(password_problem(&password, &[]).is_none(), fine);
        }
    }
}
