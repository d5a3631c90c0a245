//! How long and how often a code may be tried, reading a typed one, and where a sign-in leads.

use kernel::Ts;
#[cfg(not(target_arch = "wasm32"))]
use kernel::{Limit, paths};

/// Digits of a code (SEC-24).
pub const CODE_DIGITS: usize = 6;
/// How long a code counts, in microseconds (AUTH-8, SEC-24).
pub const CODE_LIFE: i64 = 15 * Ts::MINUTE;
/// Between one code and the next, in microseconds (AUTH-8).
pub const RESEND_AFTER: i64 = Ts::MINUTE;
/// Wrong codes after which all of them are void (AUTH-10).
pub const MOST_TRIES: i64 = 5;
/// Codes of one sign-in that count at the same time (AUTH-9).
pub const MOST_LIVE: i64 = 3;
/// So many wrong passwords before the right one are worth a word (SEC-11).
#[cfg(not(target_arch = "wasm32"))]
pub(super) const MANY: i64 = 5;

/// Codes that are mailed to a person (SEC-7, AUTH-10).
#[cfg(not(target_arch = "wasm32"))]
pub(super) const CODE_SEND: Limit = Limit::new("code-send", 5, Ts::HOUR);
/// Further codes for people who used none of theirs, from browsers that we do not know (SEC-7).
#[cfg(not(target_arch = "wasm32"))]
pub(super) const CODE_SEND_IP: Limit = Limit::new("code-send-ip", 20, Ts::HOUR);
/// Wrong codes from browsers that we do not know (SEC-7).
#[cfg(not(target_arch = "wasm32"))]
pub(super) const CODE_VERIFY_IP: Limit = Limit::new("code-verify-ip", 50, 15 * Ts::MINUTE);

/// The six digits that were typed: spaces and dashes do not matter, and full-width digits are digits.
/// `None` when it cannot be a code, which costs no try.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn typed_code(text: &str) -> Option<String> {
    let mut code = String::with_capacity(CODE_DIGITS);
    for c in text.chars().take(64) {
        match c {
            '0'..='9' => code.push(c),
            '０'..='９' => code.extend(char::from_u32(u32::from(c) - 0xFEE0)),
            c if c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | 'ー' | '－') =>
                {}
            _ => return None,
        }
        if code.len() > CODE_DIGITS {
            return None;
        }
    }
    (code.len() == CODE_DIGITS).then_some(code)
}

/// `482913` as `482 913`, easier to read and to say.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn spaced_code(code: &str) -> String {
    match code.split_at_checked(3) {
        Some((first, last)) => format!("{first} {last}"),
        None => code.to_owned(),
    }
}

/// The path that was wanted before the sign-in, if this person has business there: the firm's half is for staff,
/// the portal for whoever has an account.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn wanted(next: &str, is_staff: bool, accounts: usize) -> bool {
    let path = next.split(['?', '#']).next().unwrap_or_default();
    let below =
        |root: &str| path == root || path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/'));
    (is_staff && below(paths::STAFF)) || (accounts > 0 && path != paths::PORTAL && below(paths::PORTAL))
}

/// Where a sign-in leads that was not on its way anywhere. `only` is the code of the only account.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn home(is_staff: bool, accounts: usize, only: Option<&str>) -> String {
    match (is_staff, accounts, only) {
        (true, 0, _) => paths::ACCOUNTS.to_owned(),
        (true, _, _) => paths::CHOOSE_SIDE.to_owned(),
        (false, 0, _) => paths::SIGN_IN_CLOSED.to_owned(),
        (false, 1, Some(code)) => paths::portal_home(code),
        (false, _, _) => paths::CHOOSE.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_however_it_was_written() {
        for text in
            ["482913", " 482 913 ", "482-913", "4 8 2 9 1 3", "４８２９１３", "482\u{a0}913", "482–913"]
        {
            assert_eq!(typed_code(text).as_deref(), Some("482913"), "{text:?}");
        }
        for text in ["", "48291", "4829134", "48291x", "482913\u{0}", "٤٨٢٩١٣", "482.913"] {
            assert_eq!(typed_code(text), None, "{text:?}");
        }
        assert_eq!(typed_code(&"1".repeat(10_000)), None);
        assert_eq!(spaced_code("482913"), "482 913");
    }

    #[test]
    fn everybody_lands_where_their_work_is() {
        assert_eq!(home(true, 0, None), "/app/accounts");
        assert_eq!(home(true, 2, None), "/choose-side");
        assert_eq!(home(false, 1, Some("M12")), "/portal/M12");
        assert_eq!(home(false, 2, Some("M12")), "/choose-account");
        assert_eq!(home(false, 0, None), "/login/closed");
    }

    #[test]
    fn a_wanted_path_is_kept_only_for_those_it_is_for() {
        assert!(wanted("/app/accounts?x=1", true, 0));
        assert!(!wanted("/app/accounts", false, 3));
        assert!(wanted("/portal/M12/settings/security", false, 1));
        assert!(!wanted("/portal/M12", true, 0));
        assert!(!wanted("/portal", false, 3));
        for path in
            ["/application", "/portals/x", "/login", "/logout", "/setup/x", "/", "", "/password/reset/x"]
        {
            assert!(!wanted(path, true, 3), "{path}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_gives_six_digits_or_nothing(text in "\\PC{0,40}") {
            if let Some(code) = typed_code(&text) {
                prop_assert!(code.len() == CODE_DIGITS && code.bytes().all(|b| b.is_ascii_digit()));
            }
        }
    }
}
