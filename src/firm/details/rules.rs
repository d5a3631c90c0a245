//! What may stand in a firm's details.

#[cfg(not(target_arch = "wasm32"))]
use access::invitations::DAYS;
#[cfg(not(target_arch = "wasm32"))]
use kernel::email::is_hidden;
#[cfg(not(target_arch = "wasm32"))]
use url::Url;

/// Longest website, in characters.
pub(super) const LONGEST_SITE: usize = 300;
/// Longest postal address, in characters.
pub(super) const LONGEST_ADDRESS: usize = 400;
/// Most lines of a postal address.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const MOST_LINES: usize = 6;
/// Most digits that the field for days takes.
pub(super) const MOST_DIGITS: usize = 3;

/// Why a text cannot be one.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unfit;

/// Digits, what people put between them, and an extension; nothing for nothing typed.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn phone(text: &str) -> Result<Option<String>, Unfit> {
    kernel::phone::parse(text).map_err(|_| Unfit)
}

/// An address of the web; `https://` is put before it where nothing stands. Never with a password in it.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn website(text: &str) -> Result<Option<String>, Unfit> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.chars().count() > LONGEST_SITE || text.chars().any(|c| is_hidden(c) || c.is_whitespace()) {
        return Err(Unfit);
    }
    let with_scheme = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = Url::parse(&with_scheme).map_err(|_| Unfit)?;
    let named =
        url.domain().is_some_and(|host| host.contains('.') && !host.starts_with('.') && !host.ends_with('.'));
    let plain = url.username().is_empty() && url.password().is_none();
    if !matches!(url.scheme(), "http" | "https") || !named || !plain {
        return Err(Unfit);
    }
    Ok(Some(url.to_string()))
}

/// A postal address in at most six lines, each tidied; empty lines are left out.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn address(text: &str) -> Result<Option<String>, Unfit> {
    if text.chars().count() > LONGEST_ADDRESS * 2 {
        return Err(Unfit);
    }
    let mut lines = Vec::new();
    for line in text.replace('\t', " ").split(['\n', '\r']) {
        if line.trim().chars().any(is_hidden) {
            return Err(Unfit);
        }
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            lines.push(line);
        }
    }
    let text = lines.join("\n");
    if lines.len() > MOST_LINES || text.chars().count() > LONGEST_ADDRESS {
        return Err(Unfit);
    }
    Ok((!text.is_empty()).then_some(text))
}

/// Days that an invitation works.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn days(text: &str) -> Result<i64, Unfit> {
    let text = text.trim();
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let days = if digits { text.parse().map_err(|_| Unfit)? } else { return Err(Unfit) };
    if DAYS.contains(&days) { Ok(days) } else { Err(Unfit) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_invitation_lives_for_one_to_ninety_days() {
        for (text, days_it_lives) in [("1", Ok(1)), ("90", Ok(90)), (" 30 ", Ok(30)), ("007", Ok(7))] {
            assert_eq!(days(text), days_it_lives, "{text}");
        }
        for text in ["0", "91", "-1", "", "1.5", "1e1", "９", "30 days", "99999999999999999999"] {
            assert_eq!(days(text), Err(Unfit), "{text}");
        }
    }

    #[test]
    fn a_website_is_a_place_on_the_web() {
        let site = |text: &str| website(text).unwrap().unwrap();
        assert_eq!(site("weber.example"), "https://weber.example/");
        assert_eq!(site("http://www.weber.example/kanzlei?a=b"), "http://www.weber.example/kanzlei?a=b");
        assert_eq!(site("https://müller.example"), "https://xn--mller-kva.example/");
        assert_eq!(website("  "), Ok(None));
        for text in [
            "javascript:alert(1)",
            "javascript://weber.example/%0aalert(1)",
            "data:text/html,x",
            "https://",
            "localhost",
            "https://a b.example",
            "https://eva:secret@weber.example",
            "https://weber.example/\u{202e}",
            "https://127.0.0.1",
            "ftp://weber.example",
        ] {
            assert_eq!(website(text), Err(Unfit), "{text}");
        }
        assert_eq!(website(&format!("https://weber.example/{}", "x".repeat(10_000))), Err(Unfit));
    }

    #[test]
    fn a_postal_address_keeps_its_lines_and_nothing_hidden() {
        assert_eq!(
            address("  Weber & Partner\r\n\r\nLindenstraße   7\n10969 Berlin ").unwrap().unwrap(),
            "Weber & Partner\nLindenstraße 7\n10969 Berlin"
        );
        assert_eq!(address(" \r\n "), Ok(None));
        for text in ["a\u{0}b".to_owned(), "a\u{202e}b".to_owned(), "x".repeat(10_000), "a\n".repeat(7)] {
            assert_eq!(address(&text), Err(Unfit), "{text:.20}");
        }
    }

    #[test]
    fn a_phone_number_has_digits() {
        assert_eq!(phone(" +49 (30) 555–0100 ext. 12 ").unwrap().unwrap(), "+49 (30) 555-0100 ext. 12");
        assert_eq!(phone(""), Ok(None));
        for text in ["call me", "+-/", "030\r\nBcc: x", &"1".repeat(41)] {
            assert_eq!(phone(text), Err(Unfit), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_breaks_a_rule(text in "(\\PC|\r\n|\u{0}|\u{202e}){0,60}") {
            if let Ok(Some(site)) = website(&text) {
                prop_assert!(site.starts_with("http"));
            }
            if let Ok(Some(lines)) = address(&text) {
                prop_assert!(!lines.chars().any(|c| c != '\n' && is_hidden(c)));
            }
            let _ = (phone(&text), days(&text));
        }
    }
}
