//! Texts in English, German and Japanese.
//!
//! `t!("access.sign_in.title")` is checked when compiling, by the names in `keys.txt`; the texts are data
//! (`catalogs/<language>/<area>.toml`) that go into the binary only (`texts`), so that nothing else is compiled for a word.
//! The binary holds all languages; a browser gets the one it reads as a file beside the page, so the client does
//! not grow with the texts. A placeholder `{name}` is filled by `t!("…", name = value)`; a text that depends on a
//! number has the keys `….one` and `….other` and is asked for by `tn!("…", n)`.

#[cfg(not(target_arch = "wasm32"))]
mod provided;
#[cfg(all(not(target_arch = "wasm32"), any(test, debug_assertions)))]
mod reading;

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

pub use kernel::{Locale, Said};
#[cfg(not(target_arch = "wasm32"))]
pub use provided::{Catalog, Texts, catalog_json, has_texts, provide, text_in};

/// A text's place in every catalog; known to exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(u16);

/// Looks a name up; at compile time when used through [`t!`], where an unknown name stops the build.
#[must_use]
pub const fn key(name: &str) -> Key {
    let mut low = 0;
    let mut high = KEYS.len();
    while low < high {
        let middle = usize::midpoint(low, high);
        match compare(KEYS[middle].as_bytes(), name.as_bytes()) {
            0 => return Key(middle as u16),
            1 => high = middle,
            _ => low = middle + 1,
        }
    }
    panic!("no such text in src/i18n/keys.txt: write it into the catalogs, then run `make keys`")
}

/// 0 when equal, 1 when `a` is greater, 2 when it is smaller.
const fn compare(a: &[u8], b: &[u8]) -> u8 {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return if a[i] > b[i] { 1 } else { 2 };
        }
        i += 1;
    }
    if a.len() == b.len() {
        0
    } else if a.len() > b.len() {
        1
    } else {
        2
    }
}

/// A text in the language of the page being rendered.
///
/// On the server the language is in the reactive context; mails and actions use [`text_in`] through [`tl!`].
#[must_use]
pub fn text(key: Key) -> &'static str {
    side::text(key)
}

/// The language of the page being rendered.
#[must_use]
pub fn locale() -> Locale {
    side::locale()
}

/// Gives the browser its catalog; called once, before the page wakes up.
#[cfg(target_arch = "wasm32")]
pub fn install(locale: Locale, json: &str) {
    side::install(locale, json);
}

#[cfg(not(target_arch = "wasm32"))]
mod side {
    use super::{Key, Locale, text_in};

    pub fn locale() -> Locale {
        leptos::prelude::use_context::<Locale>().unwrap_or_default()
    }

    pub fn text(key: Key) -> &'static str {
        text_in(locale(), key)
    }
}

#[cfg(target_arch = "wasm32")]
mod side {
    use super::{Key, Locale};
    use std::sync::OnceLock;

    static CATALOG: OnceLock<(Locale, Vec<String>)> = OnceLock::new();

    pub fn install(locale: Locale, json: &str) {
        let texts = serde_json::from_str(json).unwrap_or_default();
        let _ = CATALOG.set((locale, texts));
    }

    pub fn locale() -> Locale {
        CATALOG.get().map(|(locale, _)| *locale).unwrap_or_default()
    }

    pub fn text(key: Key) -> &'static str {
        CATALOG.get().and_then(|(_, texts)| texts.get(usize::from(key.0))).map_or("", String::as_str)
    }
}

/// Puts values into `{name}` places; a value is never searched for places itself.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        out.push_str(&rest[..start]);
        let after = &rest[start + 1..];
        let Some(end) = after.find('}') else {
            rest = &rest[start..];
            break;
        };
        let name = &after[..end];
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = &after[end + 1..];
    }
    out.push_str(rest);
    out
}

/// Whether a number takes the singular: English and German for one; Japanese never distinguishes.
#[must_use]
pub const fn is_one(locale: Locale, n: i64) -> bool {
    n == 1 && !matches!(locale, Locale::Ja)
}

/// A text in the page's language, as a `String`.
#[macro_export]
macro_rules! t {
    ($name:literal) => {{
        const KEY: $crate::Key = $crate::key($name);
        $crate::text(KEY).to_string()
    }};
    ($name:literal, $($place:ident = $value:expr),+ $(,)?) => {{
        const KEY: $crate::Key = $crate::key($name);
        $crate::fill($crate::text(KEY), &[$((stringify!($place), ($value).to_string().as_str())),+])
    }};
}

/// A text in the given language, as a `String`; for mails and actions on the server.
#[macro_export]
macro_rules! tl {
    ($locale:expr, $name:literal) => {{
        const KEY: $crate::Key = $crate::key($name);
        $crate::text_in($locale, KEY).to_string()
    }};
    ($locale:expr, $name:literal, $($place:ident = $value:expr),+ $(,)?) => {{
        const KEY: $crate::Key = $crate::key($name);
        $crate::fill($crate::text_in($locale, KEY), &[$((stringify!($place), ($value).to_string().as_str())),+])
    }};
}

/// As [`tl!`], with the text's name as its code, for what is said of a mistake.
#[macro_export]
macro_rules! said {
    ($locale:expr, $name:literal $(, $place:ident = $value:expr)* $(,)?) => {
        $crate::Said::of($name, $crate::tl!($locale, $name $(, $place = $value)*))
    };
}

/// A text that depends on a number `{n}`: keys `<name>.one` and `<name>.other`.
#[macro_export]
macro_rules! tn {
    ($name:literal, $n:expr $(, $place:ident = $value:expr)* $(,)?) => {{
        const ONE: $crate::Key = $crate::key(concat!($name, ".one"));
        const OTHER: $crate::Key = $crate::key(concat!($name, ".other"));
        let n: i64 = $n as i64;
        let key = if $crate::is_one($crate::locale(), n) { ONE } else { OTHER };
        $crate::fill(
            $crate::text(key),
            &[("n", n.to_string().as_str()) $(, (stringify!($place), ($value).to_string().as_str()))*],
        )
    }};
}

/// As [`tn!`], in the given language; for mails and actions on the server.
#[macro_export]
macro_rules! tln {
    ($locale:expr, $name:literal, $n:expr) => {{
        const ONE: $crate::Key = $crate::key(concat!($name, ".one"));
        const OTHER: $crate::Key = $crate::key(concat!($name, ".other"));
        let (locale, n): (_, i64) = ($locale, $n);
        let key = if $crate::is_one(locale, n) { ONE } else { OTHER };
        $crate::fill($crate::text_in(locale, key), &[("n", n.to_string().as_str())])
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_once_and_never_searched_again() {
        assert_eq!(fill("Hello {name}, {n} mails", &[("name", "{n}"), ("n", "3")]), "Hello {n}, 3 mails");
        assert_eq!(fill("{unknown} {", &[]), "{unknown} {");
    }

    #[test]
    fn every_key_is_found_and_every_language_has_it() {
        for (place, name) in KEYS.iter().enumerate() {
            assert_eq!(key(name), Key(place as u16));
            for locale in Locale::ALL {
                assert!(!text_in(locale, key(name)).is_empty());
            }
        }
    }
}
