//! Turns a `User-Agent` header into words for the list of devices.
//!
//! A short table in order instead of every rule there is: it costs a microsecond and no memory, and what it does not know
//! is shown as unknown. Versions of systems are left out, because browsers have stopped telling the truth about them:
//! Windows 11 says 10, macOS says 10.15, Android says 10.

/// More of a header than this is not read, in bytes.
const LONGEST: usize = 512;
/// Longest version shown, in digits; more is no version.
const LONGEST_VERSION: usize = 6;

/// What a browser says it is. Proper names, the same in every language; empty when it does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Device {
    /// `Windows`, `macOS`, `iOS`, `Android`, `Linux`, …
    pub os: String,
    /// Name and major version: `Firefox 140`.
    pub browser: String,
}

/// As much of a header as is read.
#[must_use]
pub fn beginning(ua: &str) -> &str {
    &ua[..ua.floor_char_boundary(LONGEST)]
}

/// Reads the header as far as it is plausible. The answer is short plain text; it is the visitor's claim and nothing to
/// rely on.
#[must_use]
pub fn describe(ua: &str) -> Device {
    let ua = beginning(ua);
    Device { os: os(ua).to_owned(), browser: browser(ua) }
}

/// A browser by the word before its version, and what people call it on a computer and on a telephone or tablet.
struct Known {
    word: &'static str,
    name: &'static str,
    mobile: &'static str,
}

const fn known(word: &'static str, name: &'static str) -> Known {
    Known { word, name, mobile: name }
}

const fn two(word: &'static str, name: &'static str, mobile: &'static str) -> Known {
    Known { word, name, mobile }
}

/// The first that is there is it: nearly all say that they are Chrome and Safari besides.
const BROWSERS: &[Known] = &[
    known("Edg/", "Edge"),
    known("EdgA/", "Edge Mobile"),
    known("EdgiOS/", "Edge Mobile"),
    known("Edge/", "Edge"),
    two("OPR/", "Opera", "Opera Mobile"),
    known("OPX/", "Opera GX"),
    known("OPT/", "Opera Touch"),
    known("OPiOS/", "Opera Mini"),
    known("Opera Mini/", "Opera Mini"),
    known("Opera/", "Opera"),
    known("SamsungBrowser/", "Samsung Internet"),
    known("Vivaldi/", "Vivaldi"),
    known("YaBrowser/", "Yandex Browser"),
    known("Brave/", "Brave"),
    known("DuckDuckGo/", "DuckDuckGo"),
    known("Ddg/", "DuckDuckGo"),
    known("Whale/", "Whale"),
    known("UCBrowser/", "UC Browser"),
    known("MiuiBrowser/", "MiuiBrowser"),
    known("HuaweiBrowser/", "Huawei Browser"),
    known("VivoBrowser/", "Vivo Browser"),
    known("HeyTapBrowser/", "HeyTap Browser"),
    known("QQBrowser/", "QQ Browser"),
    known("MQQBrowser/", "QQ Browser"),
    known("MicroMessenger/", "WeChat"),
    known("Line/", "LINE"),
    known("Instagram", "Instagram"),
    known("FBAV/", "Facebook"),
    known("Silk/", "Amazon Silk"),
    known("GSA/", "Google"),
    known("CriOS/", "Chrome Mobile iOS"),
    known("FxiOS/", "Firefox iOS"),
    known("Focus/", "Firefox Focus"),
    known("Ecosia", "Ecosia"),
    known("Thunderbird/", "Thunderbird"),
    known("SeaMonkey/", "SeaMonkey"),
    known("PaleMoon/", "Pale Moon"),
    known("Waterfox/", "Waterfox"),
    two("Firefox/", "Firefox", "Firefox Mobile"),
    known("Electron/", "Electron"),
    known("HeadlessChrome/", "HeadlessChrome"),
    known("Epiphany/", "Epiphany"),
    known("Chromium/", "Chromium"),
    two("Chrome/", "Chrome", "Chrome Mobile"),
    known("MSIE ", "IE"),
    known("curl/", "curl"),
    known("Wget/", "Wget"),
    known("PostmanRuntime/", "Postman"),
    known("python-requests/", "Python Requests"),
    known("Python-urllib/", "Python-urllib"),
    known("Go-http-client/", "Go-http-client"),
    known("okhttp/", "okhttp"),
    known("Java/", "Java"),
];

/// The first that is there is it: a telephone says that it is like a Mac or runs Linux, too.
const SYSTEMS: &[(&str, &str)] = &[
    ("Windows Phone", "Windows Phone"),
    ("Windows", "Windows"),
    ("iPhone", "iOS"),
    ("iPad", "iOS"),
    ("iPod", "iOS"),
    ("Macintosh", "macOS"),
    ("Mac OS X", "macOS"),
    ("OpenHarmony", "HarmonyOS"),
    ("HarmonyOS", "HarmonyOS"),
    ("Android", "Android"),
    ("CrOS", "Chrome OS"),
    ("Tizen", "Tizen"),
    ("Web0S", "webOS"),
    ("KAIOS", "KaiOS"),
    ("Ubuntu", "Ubuntu"),
    ("Fedora", "Fedora"),
    ("FreeBSD", "FreeBSD"),
    ("OpenBSD", "OpenBSD"),
    ("NetBSD", "NetBSD"),
    ("Linux", "Linux"),
];

fn os(ua: &str) -> &'static str {
    SYSTEMS.iter().find(|(word, _)| after(ua, word).is_some()).map_or("", |(_, name)| name)
}

fn browser(ua: &str) -> String {
    let mobile = ["Mobile", "Tablet", "Mobi"].iter().any(|word| after(ua, word).is_some());
    for Known { word, name, mobile: on_mobile } in BROWSERS {
        let Some(rest) = after(ua, word) else { continue };
        return named(if mobile { on_mobile } else { name }, rest);
    }
    // Internet Explorer 11 names itself by its engine, Safari by what stands before its own word; a page inside of an app
    // for iOS says neither.
    if after(ua, "Trident/").is_some() {
        return named("IE", after(ua, "rv:").unwrap_or_default());
    }
    let apple = after(ua, "AppleWebKit/").is_some() && (mobile || after(ua, "Safari/").is_some());
    if apple {
        let name = if mobile { "Mobile Safari" } else { "Safari" };
        return named(name, after(ua, "Version/").unwrap_or_default());
    }
    String::new()
}

/// The name, and the version that begins here, if one does.
fn named(name: &str, rest: &str) -> String {
    let rest = rest.trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        1..=LONGEST_VERSION => format!("{name} {}", &rest[..digits]),
        _ => name.to_owned(),
    }
}

/// What stands behind this word where it begins one.
fn after<'a>(ua: &'a str, word: &str) -> Option<&'a str> {
    let begins = |at: usize| !ua[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
    ua.match_indices(word).find(|(at, _)| begins(*at)).map(|(at, _)| &ua[at + word.len()..])
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
    fn whoever_says_to_be_another_besides_is_known_by_their_own_word() {
        const WEBKIT: &str = "AppleWebKit/537.36 (KHTML, like Gecko)";
        for (ua, os, browser) in [
            (format!("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/141.0.0.0 Safari/537.36"), "Chrome OS", "Chrome 141"),
            (format!("Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0"), "Windows", "Opera 124"),
            (format!("Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} Chrome/140.0.0.0 Mobile Safari/537.36 OPR/90.0.0.0"), "Android", "Opera Mobile 90"),
            (format!("Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} Chrome/140.0.0.0 Mobile Safari/537.36 EdgA/140.0.0.0"), "Android", "Edge Mobile 140"),
            (format!("Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"), "Android", "Samsung Internet 28"),
            (format!("Mozilla/5.0 (X11; Linux x86_64) {WEBKIT} Chrome/140.0.0.0 Safari/537.36 Vivaldi/7.6.3797"), "Linux", "Vivaldi 7"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1".to_owned(), "iOS", "Chrome Mobile iOS 141"),
            ("Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/143.0 Mobile/15E148 Safari/605.1.15".to_owned(), "iOS", "Firefox iOS 143"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 EdgiOS/141.0.3537.60 Mobile/15E148 Safari/604.1".to_owned(), "iOS", "Edge Mobile 141"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/532.0.0.46.98;FBDV/iPhone16,2]".to_owned(), "iOS", "Facebook 532"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 399.0.0.24.90 (iPhone16,2)".to_owned(), "iOS", "Instagram 399"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148".to_owned(), "iOS", "Mobile Safari"),
            ("Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0".to_owned(), "Android", "Firefox Mobile 143"),
            ("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0".to_owned(), "Ubuntu", "Firefox 143"),
            ("Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko".to_owned(), "Windows", "IE 11"),
            ("python-requests/2.32.3".to_owned(), "", "Python Requests 2"),
        ] {
            assert_eq!(describe(&ua), device(os, browser), "{ua}");
        }
    }

    #[test]
    fn a_word_inside_of_another_is_not_it() {
        assert_eq!(describe("NotChrome/1 my-curl/3 XWindows"), Device::default());
        assert_eq!(describe("libcurl/1 curl/9.1").browser, "curl 9");
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
        assert_eq!(describe(&split).browser, "Firefox", "so many digits are no version");
        assert_eq!(describe("curl/8\r\n.5\u{0}").browser, "curl 8");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_header_makes_it_panic_or_print_control_characters(ua in "(Mozilla/5.0|Windows NT|Version/|Firefox/|é|\\PC|\\x00|\n){0,60}") {
            let Device { os, browser } = describe(&ua);
            prop_assert!(!os.chars().chain(browser.chars()).any(char::is_control));
            prop_assert!(browser.len() <= 60 && os.len() <= 60);
        }
    }
}
