//! How a device is called.

use i18n::t;
#[cfg(not(target_arch = "wasm32"))]
use i18n::{Locale, tl};

/// "Firefox on Windows", as far as it is known, on a page.
pub(crate) fn device(browser: &str, os: &str) -> String {
    either(browser, os, || t!("sessions.browser_on", browser = browser, os = os))
}

/// As [`device`], in this language.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn device_in(l: Locale, browser: &str, os: &str) -> String {
    either(browser, os, || tl!(l, "sessions.browser_on", browser = browser, os = os))
}

fn either(browser: &str, os: &str, both: impl FnOnce() -> String) -> String {
    match (browser, os) {
        (one, "") | ("", one) => one.to_owned(),
        _ => both(),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_called_by_what_is_known_of_it() {
        for (browser, os, called) in [
            ("Firefox", "Windows", "Firefox auf Windows"),
            ("Firefox", "", "Firefox"),
            ("", "Windows", "Windows"),
            ("", "", ""),
        ] {
            assert_eq!(device_in(Locale::De, browser, os), called);
        }
    }
}
