//! Every mail has a snapshot, which shows its texts in all languages (`platform::testing::mails`).
//!
//! Nothing names the kind of a mail, neither in the outbox nor in code: what tells one from another is what it says. So
//! each text that a file with mails names must be read in a snapshot of its language.

use super::{is_test, sources};
use i18n::Locale;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What stands beside a mail and in none: answers to whoever sends a test mail, and the role that nobody is invited to.
const IN_NO_MAIL: [&str; 6] = [
    "mail_state.test.demo",
    "mail_state.test.failed",
    "mail_state.test.sent",
    "mail_state.test.silent",
    "mail_state.unset",
    "team.role.owner",
];

/// So many letters of a text are looked for: lists of mails cut a preview, and this much tells texts apart.
const BEGINNING: usize = 60;

type Texts = BTreeMap<String, String>;

struct Snapshot {
    path: PathBuf,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All snapshots, wherever they are.
fn snapshots() -> Vec<Snapshot> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "snap") {
                found.push(Snapshot { text: fs::read_to_string(&path).unwrap(), path });
            }
        }
    }
    found
}

/// The catalog of a language by its keys.
fn texts(locale: Locale) -> Texts {
    let keys = fs::read_to_string(root().join("i18n/keys.txt")).unwrap();
    let texts: Vec<String> = serde_json::from_str(&i18n::catalog_json(locale)).unwrap();
    keys.lines().map(str::to_owned).zip(texts).collect()
}

/// The texts that a source names.
fn named<'a>(source: &'a str, texts: &Texts) -> BTreeSet<&'a str> {
    source.split('"').filter(|word| texts.contains_key(*word)).collect()
}

/// What is left of a mail however its lines are broken, and of a text that is quoted in it.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '>').collect()
}

/// Whether these letters hold the beginning of a text, whatever fills its places.
fn holds(page: &str, text: &str) -> bool {
    let beginning: String = text.chars().take(BEGINNING).collect();
    let mut pieces = beginning.split('{');
    let first = pieces.next();
    // A place that is cut off has no end.
    let others = pieces.filter_map(|piece| piece.split_once('}').map(|(_, words)| words));
    let mut rest = page;
    first.into_iter().chain(others).map(letters).all(|piece| match rest.split_once(&piece) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

/// What snapshots show in this language, as letters, mail by mail.
fn pages(snapshots: &[Snapshot], locale: Locale) -> Vec<String> {
    let heading = format!("## {}\n", locale.tag());
    let page = |it: &Snapshot| {
        let (_, page) = it.text.split_once(&heading)?;
        Some(letters(page.split("\n## ").next().unwrap_or_default()))
    };
    snapshots.iter().filter_map(page).collect()
}

/// The texts among these that no page shows.
fn unread<'a>(keys: &BTreeSet<&'a str>, texts: &Texts, pages: &[String]) -> Vec<&'a str> {
    keys.iter().copied().filter(|key| !pages.iter().any(|page| holds(page, &texts[*key]))).collect()
}

#[test]
fn every_text_of_a_mail_is_read_in_a_snapshot() {
    let (snapshots, sources) = (snapshots(), sources());
    let writes_mails = |path: &Path, text: &str| {
        let area = ["directory", "access", "clients", "firm", "app"].iter().any(|it| path.starts_with(it));
        area && !is_test(path) && text.contains("Block::")
    };
    let mailing: Vec<_> = sources.iter().filter(|(path, text)| writes_mails(path, text)).collect();
    assert!(mailing.len() > 10, "only {} files with mails were read", mailing.len());
    let mut faults = Vec::new();
    for locale in Locale::ALL {
        let (texts, pages) = (texts(locale), pages(&snapshots, locale));
        for (path, source) in &mailing {
            let mut keys = named(source, &texts);
            keys.retain(|key| !IN_NO_MAIL.contains(key));
            let unread = unread(&keys, &texts, &pages);
            faults.extend(unread.iter().map(|key| format!("{}: {key} ({})", path.display(), locale.tag())));
        }
    }
    assert!(faults.is_empty(), "no snapshot of a mail shows\n{}", faults.join("\n"));
}

#[test]
fn every_snapshot_has_its_test() {
    let written = |snapshot: &Snapshot| {
        let name = snapshot.path.file_stem().unwrap().to_string_lossy().into_owned();
        let folder = snapshot.path.parent().and_then(Path::parent).unwrap();
        let beside = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
        let mut sources = beside.filter(|path| path.extension().is_some_and(|it| it == "rs"));
        sources.any(|path| {
            let source = fs::read_to_string(path).unwrap();
            source.contains("assert_mail_snapshot!") && source.contains(&format!("\"{name}\""))
        })
    };
    let left: Vec<_> = snapshots().into_iter().filter(|it| !written(it)).map(|it| it.path).collect();
    assert!(left.is_empty(), "of no test any more: {left:?}");
}

/// A page of one mail, and the texts of its file.
const PAGE: &str =
    "---\nsource: x.rs\n---\n## en\n\nSubject:   Weber: your code is 482 913\n\nUse this code to finish
signing in to Weber:\n\n> A quoted word.\n\n## de\n\nSubject:   Weber: Ihr Code ist 482 913\n";

fn left_of(key: &str, text: &str, locale: Locale) -> bool {
    let page = Snapshot { path: PathBuf::new(), text: PAGE.to_owned() };
    let texts = Texts::from([(key.to_owned(), text.to_owned())]);
    !unread(&BTreeSet::from([key]), &texts, &pages(&[page], locale)).is_empty()
}

#[test]
fn a_text_that_no_snapshot_shows_is_found() {
    for (text, locale) in [
        ("Use this code to sign in to {firm}:", Locale::En),
        ("{firm}: Ihr Code ist {code}", Locale::En),
        ("{firm}: your code is {code}", Locale::De),
        ("{firm}: Ihr Code ist {code}", Locale::Ja),
    ] {
        assert!(left_of("a.key", text, locale), "{text} {locale:?}");
    }
}

#[test]
fn a_text_is_read_across_lines_and_places_and_as_far_as_a_preview_goes() {
    let cut =
        "Use this code to finish signing in to {the_firm_that_has_a_long_name}: and what is cut off here";
    for (text, locale) in [
        ("Use this code to finish signing in to {firm}:", Locale::En),
        (cut, Locale::En),
        ("A quoted word.", Locale::En),
        ("{firm}: your code is {code}", Locale::En),
        ("{firm}: Ihr Code ist {code}", Locale::De),
    ] {
        assert!(!left_of("a.key", text, locale), "{text} {locale:?}");
    }
}

#[test]
fn a_text_is_named_by_its_key() {
    let texts = Texts::from([("a.key".to_owned(), "A text".to_owned())]);
    let source = "let label = tl!(l, \"a.key\", n = 1) + \"no.key\";";
    assert_eq!(named(source, &texts), BTreeSet::from(["a.key"]));
}
