//! What may be wrong with the catalogs: English names the keys, and every other language has the same ones.

use crate::reading::Read;
use std::collections::BTreeSet;

/// `keys.txt` is compiled into everything, and has to be what the English catalogs say.
pub(crate) fn of_keys(keys: &str, english: &Read) -> Vec<String> {
    let named: BTreeSet<&str> = keys.lines().collect();
    let there: BTreeSet<&str> = english.keys().map(String::as_str).collect();
    let mut faults: Vec<String> = there.difference(&named).map(|key| format!("lacks {key}")).collect();
    faults.extend(named.difference(&there).map(|key| format!("has {key}, which is no text")));
    if faults.is_empty() && !keys.lines().eq(english.keys()) {
        faults.push("is not in order".to_owned());
    }
    let what = |fault| format!("src/i18n/keys.txt {fault}: write it anew by `make keys`");
    faults.into_iter().map(what).collect()
}

/// Missing, empty and unknown texts of a language, and those with other placeholders.
pub(crate) fn of_texts(language: &str, english: &Read, other: &Read) -> Vec<String> {
    let mut faults = Vec::new();
    for (key, text) in english {
        match other.get(key) {
            None => faults.push(format!("{language}: missing {key}")),
            Some(translated) if translated.is_empty() => faults.push(format!("{language}: empty {key}")),
            Some(translated) if placeholders(text) != placeholders(translated) => {
                faults.push(format!("{language}: other placeholders in {key}"));
            }
            Some(_) => {}
        }
    }
    for key in other.keys().filter(|key| !english.contains_key(*key)) {
        faults.push(format!("{language}: unknown {key}"));
    }
    faults
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog(texts: &[(&str, &str)]) -> Read {
        texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    fn english() -> Read {
        catalog(&[("a.hello", "Hello {name}"), ("a.mails", "{n} mails for {name}"), ("b.no", "No")])
    }

    /// Faults of a language that says all of it, but for one text.
    fn german(key: &str, text: Option<&str>) -> Vec<String> {
        let mut german =
            catalog(&[("a.hello", "Hallo {name}"), ("a.mails", "Für {name}: {n} E-Mails"), ("b.no", "Nein")]);
        match text {
            Some(text) => german.insert(key.to_owned(), text.to_owned()),
            None => german.remove(key),
        };
        of_texts("de", &english(), &german)
    }

    #[test]
    fn a_language_lacks_nothing_and_has_nothing_of_its_own() {
        assert_eq!(german("b.no", Some("Nö")), Vec::<String>::new());
        assert_eq!(german("b.no", None), ["de: missing b.no"]);
        assert_eq!(german("b.no", Some("")), ["de: empty b.no"]);
        assert_eq!(german("b.yes", Some("Ja")), ["de: unknown b.yes"]);
        assert_eq!(of_texts("en", &catalog(&[("b.no", "")]), &catalog(&[("b.no", "")])), ["en: empty b.no"]);
    }

    #[test]
    fn a_language_fills_in_what_english_does() {
        assert_eq!(german("a.hello", Some("Hallo")), ["de: other placeholders in a.hello"]);
        assert_eq!(german("a.hello", Some("Hallo {nam}")), ["de: other placeholders in a.hello"]);
        assert_eq!(german("a.hello", Some("{name}, hallo {n}")), ["de: other placeholders in a.hello"]);
        assert_eq!(german("a.mails", Some("{n} {name} {n}")), Vec::<String>::new());
    }

    #[test]
    fn the_keys_are_complete_and_in_order() {
        let faults = |keys: &str| of_keys(keys, &english());
        let says = |fault: &str| vec![format!("src/i18n/keys.txt {fault}: write it anew by `make keys`")];
        assert_eq!(faults("a.hello\na.mails\nb.no\n"), Vec::<String>::new());
        assert_eq!(faults("a.hello\nb.no\n"), says("lacks a.mails"));
        assert_eq!(faults("a.hello\na.mails\nb.no\nb.yes\n"), says("has b.yes, which is no text"));
        assert_eq!(faults("a.hello\nb.no\na.mails\n"), says("is not in order"));
        assert_eq!(faults("a.hello\na.hello\na.mails\nb.no\n"), says("is not in order"));
    }
}
