//! Turns a `User-Agent` header into words for the list of devices.
//!
//! Versions of systems are left out, because browsers have stopped telling the truth about them: Windows 11 says
//! 10, macOS says 10.15, Android says 10.

use std::sync::LazyLock;

use user_agent_parser::UserAgentParser;

/// More of a header than this is not read, in bytes.
const LONGEST: usize = 512;
/// Longest name shown, in characters.
const LONGEST_NAME: usize = 60;

/// Built on the first sign-in, not at the start: some 600 regular expressions take a moment. The patterns for
/// device models are cut off, as nobody asks them.
static PARSER: LazyLock<Option<UserAgentParser>> = LazyLock::new(|| {
    let patterns = include_str!("data/user-agents.yaml");
    let wanted = patterns.split("\ndevice_parsers:").next().unwrap_or_default();
    UserAgentParser::from_str(wanted)
        .inspect_err(|error| tracing::error!(%error, "the user agent patterns cannot be read"))
        .ok()
});

/// What a browser says it is. Proper names, the same in every language; empty when it does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Device {
    /// `Windows`, `macOS`, `iOS`, `Android`, `Linux`, …
    pub os: String,
    /// Name and major version: `Firefox 140`.
    pub browser: String,
}

/// Reads the header as far as it is plausible. The answer is plain text without control characters, at most 60
/// characters a field; it is the visitor's claim and nothing to rely on.
#[must_use]
pub fn describe(ua: &str) -> Device {
    let clean: String = ua[..ua.floor_char_boundary(LONGEST)].chars().filter(|c| !c.is_control()).collect();
    let Some(parser) = PARSER.as_ref() else { return Device::default() };
    let product = parser.parse_product(&clean);
    let browser = match (known(product.name.as_deref()), product.major.as_deref()) {
        (Some(name), Some(major)) => format!("{name} {major}"),
        (Some(name), None) => name.to_owned(),
        (None, _) => String::new(),
    };
    let os = match known(parser.parse_os(&clean).name.as_deref()).unwrap_or_default() {
        "Mac OS X" | "Mac OS" => "macOS".to_owned(),
        other => other.to_owned(),
    };
    Device { os: short(&os), browser: short(&browser) }
}

fn known(name: Option<&str>) -> Option<&str> {
    name.map(str::trim).filter(|name| !name.is_empty() && *name != "Other")
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn device(os: &str, browser: &str) -> Device {
        Device { os: os.to_owned(), browser: browser.to_owned() }
    }

    #[test]
    fn common_browsers_are_known() {
        for (ua, os, browser) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
                "Windows",
                "Chrome 141",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.3537.57",
                "Windows",
                "Edge 141",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
                "iOS",
                "Mobile Safari 18",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
                "macOS",
                "Safari 18",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Linux",
                "Firefox 140",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
                "Android",
                "Chrome Mobile 141",
            ),
            ("curl/8.5.0", "", "curl 8"),
        ] {
            assert_eq!(describe(ua), device(os, browser), "{ua}");
        }
    }

    #[test]
    fn a_visitor_may_say_nothing() {
        assert_eq!(describe(""), Device::default());
        assert_eq!(describe("???"), Device::default());
    }

    #[test]
    fn a_hostile_header_yields_short_plain_text() {
        let long = format!("Mozilla/5.0 {} Chrome/1", "(".repeat(100_000));
        assert_eq!(describe(&long), Device::default());
        let split = format!("Firefox/{}é", "1".repeat(LONGEST - 9));
        assert!(describe(&split).browser.chars().count() <= LONGEST_NAME);
        assert_eq!(describe("curl/8\r\n.5\u{0}").browser, "curl 8");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_header_makes_it_panic_or_print_control_characters(ua in "(Mozilla/5.0|Windows NT|Version/|\\PC|\\x00|\n){0,60}") {
            let Device { os, browser } = describe(&ua);
            prop_assert!(!os.chars().chain(browser.chars()).any(char::is_control));
        }
    }
}
