//! What purposes there are, their numbers, and how a code is written and read.

use kernel::{Limit, Ts};

/// Digits of a code (SEC-24).
pub const DIGITS: usize = 6;
/// How long a code is kept after it expired; no longer than what it belongs to.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const KEPT: i64 = Ts::DAY;

/// What a code proves, and how often it may be sent and tried.
#[derive(Clone, Copy, Debug)]
pub struct Purpose {
    /// As it is stored; never changed.
    pub name: &'static str,
    /// Part of what is hashed, so that no purpose's code counts for another; never changed.
    pub label: Option<&'static str>,
    /// How long a code counts (AUTH-8).
    pub life: i64,
    /// Between one code and the next (AUTH-8).
    pub resend_after: i64,
    /// Codes of one thing that count at the same time (AUTH-9).
    pub max_live: i64,
    /// Wrong codes after which all of them are void (AUTH-10).
    pub max_attempts: i64,
    /// Rate limits (SEC-7): codes sent for a person, codes sent for a network, and wrong codes of a network.
    pub sent: Limit,
    pub sent_by_network: Limit,
    pub wrong_by_network: Limit,
}

/// The numbers of a purpose unless it has its own.
const USUAL: Purpose = Purpose {
    name: "",
    label: None,
    life: 15 * Ts::MINUTE,
    resend_after: Ts::MINUTE,
    max_live: 3,
    max_attempts: 5,
    sent: Limit::new("", 5, Ts::HOUR),
    sent_by_network: Limit::new("", 20, Ts::HOUR),
    wrong_by_network: Limit::new("", 50, 15 * Ts::MINUTE),
};

/// The second step of a sign-in; of its session. Without a label, for codes were hashed so before there were others, and a
/// UUID of 16 bytes is no label.
pub const SIGN_IN: Purpose = Purpose {
    name: "sign_in",
    label: None,
    sent: named("code-send", USUAL.sent),
    sent_by_network: named("code-send-ip", USUAL.sent_by_network),
    wrong_by_network: named("code-verify-ip", USUAL.wrong_by_network),
    ..USUAL
};

/// A client's own new address (ECHG-7); of the change.
pub const OWN_ADDRESS: Purpose = Purpose {
    name: "own_address",
    label: Some("own-address"),
    sent: named("own-address-send", USUAL.sent),
    sent_by_network: named("own-address-send-ip", USUAL.sent_by_network),
    wrong_by_network: named("own-address-verify-ip", USUAL.wrong_by_network),
    ..USUAL
};

const fn named(name: &'static str, of: Limit) -> Limit {
    Limit::new(name, of.most, of.window)
}

/// Seconds until another code may be asked for.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn seconds_to_wait(purpose: &Purpose, sent_at: Option<Ts>, now: Ts) -> u32 {
    let most = purpose.resend_after;
    let left = sent_at.map_or(0, |sent| most - now.since(sent)).clamp(0, most);
    u32::try_from(left.div_euclid(Ts::SECOND) + i64::from(left % Ts::SECOND > 0)).unwrap_or(0)
}

/// Compares in constant time: how long it takes does not tell how much of it was right.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn same(known: &[u8], wanted: &[u8; 32]) -> bool {
    known.len() == wanted.len() && known.iter().zip(wanted).fold(0, |diff, (a, b)| diff | (a ^ b)) == 0
}

/// The six digits that were typed: spaces and dashes do not matter, and full-width digits are digits.
/// `None` when it cannot be a code, which costs no try.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub(super) fn typed(text: &str) -> Option<String> {
    let mut code = String::with_capacity(DIGITS);
    for c in text.chars().take(64) {
        match c {
            '0'..='9' => code.push(c),
            '０'..='９' => code.extend(char::from_u32(u32::from(c) - 0xFEE0)),
            c if c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | 'ー' | '－') =>
                {}
            _ => return None,
        }
        if code.len() > DIGITS {
            return None;
        }
    }
    (code.len() == DIGITS).then_some(code)
}

/// `482913` as `482 913`, easier to read and to say.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn spaced(code: &str) -> String {
    match code.split_at_checked(3) {
        Some((first, last)) => format!("{first} {last}"),
        None => code.to_owned(),
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
            assert_eq!(typed(text).as_deref(), Some("482913"), "{text:?}");
        }
        for text in ["", "48291", "4829134", "48291x", "482913\u{0}", "٤٨٢٩١٣", "482.913"] {
            assert_eq!(typed(text), None, "{text:?}");
        }
        assert_eq!(typed(&"1".repeat(10_000)), None);
        assert_eq!(spaced("482913"), "482 913");
    }

    #[test]
    fn another_code_may_be_asked_for_after_a_minute() {
        let sent = Ts(1_000 * Ts::SECOND);
        for purpose in [SIGN_IN, OWN_ADDRESS] {
            let wait = |sent_at, now| seconds_to_wait(&purpose, sent_at, now);
            assert_eq!(wait(None, sent), 0);
            assert_eq!(wait(Some(sent), sent), 60);
            assert_eq!(wait(Some(sent), sent.plus(59 * Ts::SECOND + 1)), 1);
            assert_eq!(wait(Some(sent), sent.plus(purpose.resend_after - 1)), 1);
            assert_eq!(wait(Some(sent), sent.plus(Ts::MINUTE)), 0);
            assert_eq!(wait(Some(sent), sent.plus(-Ts::HOUR)), 60);
        }
    }

    #[test]
    fn only_the_same_is_the_same() {
        let known = [7; 32];
        assert!(same(&known, &[7; 32]));
        assert!(!same(&known[..31], &[7; 32]));
        let mut other = known;
        other[31] = 8;
        assert!(!same(&known, &other));
        assert!(!same(&[], &known));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_gives_six_digits_or_nothing(text in "\\PC{0,40}") {
            if let Some(code) = typed(&text) {
                prop_assert!(code.len() == DIGITS && code.bytes().all(|b| b.is_ascii_digit()));
            }
        }
    }
}
