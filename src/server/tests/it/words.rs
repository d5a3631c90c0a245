//! The texts of the catalogs: every one is used, and each language has one word for one thing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(below)
}

/// All files below a folder with this ending, and what is in them.
fn files(below: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder(below)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}

/// The lines of a language's catalogs with their keys; of a text that depends on a number the key that code names.
fn texts(language: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (path, text) in files(&format!("i18n/catalogs/{language}"), "toml") {
        let area = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut section = area.clone();
        for line in text.lines() {
            if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                section = format!("{area}.{name}");
            } else if let Some((name, said)) = line.split_once(" = ") {
                let key = match name {
                    "one" | "other" if text.contains("\none = ") => section.clone(),
                    _ => format!("{section}.{name}"),
                };
                all.push((key, said.to_owned()));
            }
        }
    }
    all
}

#[test]
fn every_text_is_used() {
    let sources = files("", "rs");
    let named: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| text.split('"')).collect();
    // A key may end in `.one` or `.other` and be no number at all: `accounts.kind.other`.
    let used =
        |key: &str| ["", ".one", ".other"].iter().any(|end| named.contains(format!("{key}{end}").as_str()));
    let unused: BTreeSet<String> =
        texts("en").into_iter().map(|(key, _)| key).filter(|key| !used(key)).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

/// Beginnings of words that a language has another word for. `Kunde` and `Klient` are a tax firm's Mandant.
const OTHER_WORDS: &[(&str, &str, &str)] = &[
    ("de", "klient", "Mandant"),
    ("de", "kund", "Mandant"),
    ("de", "reiter", "Registerkarte"),
    ("de", "login", "ANMELDUNG"),
    ("ja", "サインイン", "ログイン"),
    ("ja", "サインアウト", "ログアウト"),
    ("ja", "顧客", "クライアント"),
];

#[test]
fn a_language_has_one_word_for_one_thing() {
    let mut faults = Vec::new();
    for (language, word, instead) in OTHER_WORDS {
        for (key, text) in texts(language) {
            let lower = text.to_lowercase();
            let says = if *language == "ja" {
                lower.contains(word)
            } else {
                lower.split(|c: char| !c.is_alphabetic()).any(|it| it.starts_with(word))
            };
            if says {
                faults.push(format!("{language} {key}: {instead}, not {word}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn japanese_writes_browser_with_its_long_vowel() {
    let short =
        texts("ja").into_iter().filter(|(_, text)| text.replace("ブラウザー", "").contains("ブラウザ"));
    assert_eq!(short.map(|(key, _)| key).collect::<Vec<_>>(), Vec::<String>::new());
}
