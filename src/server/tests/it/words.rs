//! The texts of the catalogs: every one is used, and says things by the words of `docs/glossary.md`.

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
    let mut sources = files("", "rs");
    // It names texts for their numbers' sake.
    sources.retain(|(path, _)| !path.ends_with("tidy/numbers.rs"));
    let named: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| text.split('"')).collect();
    // A key may end in `.one` or `.other` and be no number at all: `accounts.kind.other`.
    let used =
        |key: &str| ["", ".one", ".other"].iter().any(|end| named.contains(format!("{key}{end}").as_str()));
    let unused: BTreeSet<String> =
        texts("en").into_iter().map(|(key, _)| key).filter(|key| !used(key)).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

/// The languages in the order of the glossary's columns.
const LANGUAGES: [&str; 3] = ["en", "de", "ja"];

/// What the glossary says of one language.
#[derive(Default)]
struct Words {
    say: Vec<String>,
    never: Vec<(String, String)>,
}

/// The tables of `docs/glossary.md`: what it is, the word in each language, the words never to be used in each.
fn glossary(markdown: &str) -> [Words; 3] {
    let mut all = [Words::default(), Words::default(), Words::default()];
    for line in markdown.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 7, "{line}");
        if cells[0] == "what" {
            continue;
        }
        let words = |cell: &str| -> Vec<String> {
            cell.split(", ").filter(|word| *word != "-").map(str::to_owned).collect()
        };
        for (place, language) in all.iter_mut().enumerate() {
            language.say.extend(words(cells[1 + place]));
            let instead = cells[1 + place];
            language.never.extend(words(cells[4 + place]).into_iter().map(|it| (it, instead.to_owned())));
        }
    }
    all
}

/// A text without what no editor wrote: places for values, and addresses such as `/dev/mail`.
fn prose(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, place)) = rest.split_once('{') {
        out.push_str(before);
        out.push('\u{1}');
        rest = place.split_once('}').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.split(' ').filter(|word| !word.starts_with('/')).collect::<Vec<_>>().join(" ")
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// The places of a word in a text. Japanese has no spaces; elsewhere a word ends where its letters end.
fn places(text: &str, word: &str, whole: bool, beginning_only: bool) -> Vec<usize> {
    text.match_indices(word)
        .filter(|(at, found)| {
            let before = !whole || !is_letter(text[..*at].chars().next_back());
            let after = !whole || beginning_only || !is_letter(text[at + found.len()..].chars().next());
            before && after
        })
        .map(|(at, _)| at)
        .collect()
}

/// Whether a text uses a word that the glossary never wants; `say` are longer words that are right and contain it.
fn uses(text: &str, never: &str, say: &[String], japanese: bool) -> bool {
    let (word, beginning_only) = never.strip_suffix('…').map_or((never, false), |it| (it, true));
    let capitals = word.to_uppercase() == word && !japanese;
    let mut text = prose(text);
    for right in say.iter().filter(|it| *it != word && it.to_lowercase().contains(&word.to_lowercase())) {
        let mut letters = right.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        for right in [right.clone(), first + letters.as_str()] {
            for at in places(&text, &right, !japanese, false).into_iter().rev() {
                text.replace_range(at..at + right.len(), "\u{2}");
            }
        }
    }
    let (text, word) = if capitals || japanese {
        (text, word.to_owned())
    } else {
        (text.to_lowercase(), word.to_lowercase())
    };
    !places(&text, &word, !japanese, beginning_only).is_empty()
}

#[test]
fn texts_use_the_words_of_the_glossary() {
    let markdown = fs::read_to_string(folder("../docs/glossary.md")).unwrap();
    let mut faults = Vec::new();
    for (language, words) in LANGUAGES.into_iter().zip(glossary(&markdown)) {
        assert!(words.never.len() > 20, "{language}: {}", words.never.len());
        for (key, text) in texts(language) {
            for (never, instead) in &words.never {
                if uses(&text, never, &words.say, language == "ja") {
                    faults.push(format!("{language} {key}: {instead}, not {never}: {text}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_word_is_found_where_it_stands_alone_and_not_inside_a_right_one() {
    let say = ["e-mail", "mail server", "LOGIN", "ブラウザー"].map(str::to_owned);
    let found = |text: &str, never: &str| uses(text, never, &say, false);
    assert!(found("The mail waits.", "mail"));
    assert!(found("Mail is on its way.", "mail"));
    assert!(!found("The e-mail waits for the mail server.", "mail"));
    assert!(!found("E-mail from {email} at /dev/mail", "mail"));
    assert!(!found("Turn LOGIN on", "login"));
    assert!(found("No login yet", "login"));
    assert!(found("Der Kunde kommt", "kund…"));
    assert!(!found("Die Erkundung", "kund…"));
    assert!(found("Die ANMELDUNG ist an", "ANMELDUNG"));
    assert!(!found("Die Anmeldung gelang", "ANMELDUNG"));
    assert!(uses("ブラウザで開く", "ブラウザ", &say, true));
    assert!(!uses("ブラウザーで開く", "ブラウザ", &say, true));
}

/// English has one kind of apostrophe, and Japanese no half-width spaces before its honorific in a sentence.
#[test]
fn marks_are_those_of_the_language() {
    let straight: Vec<String> =
        texts("en").into_iter().filter(|(_, text)| text.contains('\'')).map(|(key, _)| key).collect();
    assert_eq!(straight, Vec::<String>::new(), "’ instead of '");
    let loose = |text: &str| text.split("} 様").skip(1).any(|after| !after.starts_with(['"', '\\']));
    let spaced: Vec<String> =
        texts("ja").into_iter().filter(|(_, text)| loose(text)).map(|(key, _)| key).collect();
    assert_eq!(spaced, Vec::<String>::new(), "{{name}}様 in a sentence");
}

#[test]
fn a_switch_has_the_same_name_in_every_language() {
    for language in LANGUAGES {
        for (key, name) in [("login", "LOGIN"), ("notify", "NOTIFY"), ("email_sync", "EMAIL SYNC")] {
            let key = format!("contact_settings.column.{key}");
            let said = texts(language).into_iter().find(|(it, _)| *it == key).map(|(_, text)| text);
            assert_eq!(said.as_deref(), Some(format!("\"{name}\"").as_str()), "{language} {key}");
        }
    }
}
