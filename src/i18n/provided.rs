//! The texts on the server. This library knows their names only; whoever has a `main` says `texts::provide!()` in it.

use super::{COUNT, KEYS, Key, Locale};
use std::sync::OnceLock;

/// All texts of one language, in the order of the keys.
pub type Catalog = [&'static str; COUNT];

/// The texts of all languages.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    pub en: &'static Catalog,
    pub de: &'static Catalog,
    pub ja: &'static Catalog,
}

static PROVIDED: OnceLock<Texts> = OnceLock::new();

/// Says what the texts are; the first to say so is believed.
pub fn provide(texts: Texts) {
    let _ = PROVIDED.set(texts);
}

/// Whether there are texts: a server refuses to start without.
#[must_use]
pub fn has_texts() -> bool {
    cfg!(debug_assertions) || PROVIDED.get().is_some()
}

/// A text in the given language.
#[must_use]
pub fn text_in(locale: Locale, key: Key) -> &'static str {
    catalog(locale)[usize::from(key.0)]
}

/// One language as a JSON array in the order of the keys, for the browser.
#[must_use]
pub fn catalog_json(locale: Locale) -> String {
    serde_json::to_string(&catalog(locale)[..]).unwrap_or_else(|_| "[]".to_owned())
}

fn catalog(locale: Locale) -> &'static Catalog {
    match PROVIDED.get() {
        Some(texts) => match locale {
            Locale::En => texts.en,
            Locale::De => texts.de,
            Locale::Ja => texts.ja,
        },
        None => not_provided(locale),
    }
}

/// Tests have no `main` of ours, and are not to be compiled anew when a text changes: they read it when they run.
#[cfg(any(test, debug_assertions))]
fn not_provided(locale: Locale) -> &'static Catalog {
    static READ: [OnceLock<&Catalog>; 3] = [const { OnceLock::new() }; 3];
    READ[locale as usize].get_or_init(|| from_source(locale))
}

/// No page is worth a panic: names instead of texts are seen by everybody.
#[cfg(not(any(test, debug_assertions)))]
fn not_provided(_: Locale) -> &'static Catalog {
    &KEYS
}

#[cfg(any(test, debug_assertions))]
fn from_source(locale: Locale) -> &'static Catalog {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs").join(locale.tag());
    let mut texts = super::reading::read(&folder).unwrap_or_else(|fault| panic!("{fault}"));
    let of = |name: &str| -> &'static str {
        let text = texts.remove(name).unwrap_or_else(|| panic!("{}: no {name}", folder.display()));
        text.leak()
    };
    Box::leak(Box::new(KEYS.map(of)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key;

    #[test]
    fn texts_are_read_from_the_source_where_nobody_provided_them() {
        assert_eq!(text_in(Locale::En, key("contact_settings.column.login")), "LOGIN");
        let german: Vec<String> = serde_json::from_str(&catalog_json(Locale::De)).unwrap_or_default();
        assert_eq!(german.len(), COUNT);
        assert!(std::ptr::eq(catalog(Locale::Ja), catalog(Locale::Ja)), "read once");
    }
}
