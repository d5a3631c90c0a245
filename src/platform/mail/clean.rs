//! Texts from people and servers, made safe for headers, bodies and logs (SEC-68, SEC-69).

use kernel::EmailAddress;
use url::Url;

/// Longest subject or name, in characters.
const LONGEST_LINE: usize = 200;

/// One line: control characters and direction overrides removed, white space joined.
pub fn line(text: &str) -> String {
    let visible: String =
        text.chars().map(|c| if is_gap(c) { ' ' } else { c }).filter(|c| !is_trick(*c)).collect();
    visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// [`line`] cut to 200 characters: subjects, names, replies of servers.
pub fn short(text: &str) -> String {
    let line = line(text);
    if line.chars().count() <= LONGEST_LINE {
        return line;
    }
    line.chars().take(LONGEST_LINE - 1).chain(['…']).collect()
}

/// A server's words as they may be logged and shown: nobody's address in them.
#[must_use]
pub fn without_addresses(text: &str) -> String {
    let hide = |word: &str| {
        let end = word.trim_end_matches(char::is_whitespace).len();
        if word.contains('@') { format!("…{}", &word[end..]) } else { word.to_owned() }
    };
    text.split_inclusive(char::is_whitespace).map(hide).collect()
}

/// Several lines: like [`line`], but line breaks stay.
pub fn body(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    unix.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| *c == '\n' || !is_trick(*c)).collect()
}

/// An absolute web address, written anew; `None` for every other scheme.
pub fn link(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    let fine =
        matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    fine.then(|| url.into())
}

/// An address by the grammar that forms know too, its domain in ASCII (RFC 5890), so that servers without SMTPUTF8
/// take it. What forms take the mailer takes: a test compares the two.
pub fn address(text: &str) -> Option<lettre::Address> {
    let address = EmailAddress::parse(text).ok()?;
    let (local, domain) = address.on_the_wire();
    lettre::Address::new(local, domain).ok()
}

const fn is_gap(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Invisible and able to mislead: controls, direction marks and overrides, byte order mark, tags.
fn is_trick(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_has_no_breaks_and_no_hidden_direction() {
        assert_eq!(line("Rechnung\r\nBcc: eve@evil.example"), "Rechnung Bcc: eve@evil.example");
        assert_eq!(line("a\u{202e}gpj.exe\u{0}\u{feff}"), "agpj.exe");
        assert_eq!(line("  請求書   3月分 "), "請求書 3月分");
        assert_eq!(short(&"x".repeat(500)).chars().count(), LONGEST_LINE);
    }

    #[test]
    fn nobodys_address_is_left_in_what_a_server_said() {
        assert_eq!(
            without_addresses("5.7.1 <a@b.example>: Relay\ndenied\nto c@d.example "),
            "5.7.1 … Relay\ndenied\nto … "
        );
    }

    #[test]
    fn a_body_keeps_its_breaks() {
        assert_eq!(body("a\r\nb\rc\u{7}\u{2067}d"), "a\nb\ncd");
    }

    #[test]
    fn only_web_links_lead_anywhere() {
        assert_eq!(link("https://portal.example/x?a=1").as_deref(), Some("https://portal.example/x?a=1"));
        assert_eq!(link("https://a.example/\"><b>").as_deref(), Some("https://a.example/%22%3E%3Cb%3E"));
        for url in ["javascript:alert(1)", "data:text/html,x", "/relative", "", "https://me@evil.example/"] {
            assert_eq!(link(url), None, "{url}");
        }
    }

    #[test]
    fn addresses_are_parsed_and_their_domain_is_ascii() {
        assert_eq!(address("anna@müller.example").unwrap().to_string(), "anna@xn--mller-kva.example");
        for text in [
            "",
            "anna",
            "anna@",
            "@a.example",
            "a b@a.example",
            "a@b.example\r\nBcc: c@d.example",
            "a@127.0.0.1",
            "a@[::1]",
            "a@b@c.example>",
            "<a@b.example>, <c@d.example>",
        ] {
            assert_eq!(address(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn the_mailer_takes_every_address_that_forms_take(
            text in "(\\w|\\p{L}|\\p{M}|[.!#$%&'*+/=?^_`{|}~-]){1,8}@(\\p{L}|\\p{M}|[a-z0-9.-]){1,12}\\.[a-z]{2,4}",
        ) {
            prop_assert_eq!(address(&text).is_some(), EmailAddress::parse(&text).is_ok());
        }
    }
}
