//! Requirement ids: whatever names one, `docs/requirements.md` says in a line what it demands.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where ids are looked for, beside the files of the root itself.
const FOLDERS: [&str; 5] = ["src", "migrations", "end2end", "docs", "style"];
const ENDINGS: [&str; 6] = ["rs", "sql", "ts", "md", "css", "js"];
/// What is built, downloaded, or written by a test.
const NOT_OURS: [&str; 5] = ["target", "node_modules", "test-results", "playwright-report", ".cache"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn document() -> String {
    fs::read_to_string(root().join("docs/requirements.md")).unwrap()
}

/// Every file that may name a requirement, and what is in it.
fn sources() -> Vec<(PathBuf, String)> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                let listed = folder != root || FOLDERS.contains(&name.as_str());
                if listed && !NOT_OURS.contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if ENDINGS.iter().any(|ending| path.extension().is_some_and(|it| it == *ending)) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(&root).unwrap().to_path_buf(), text));
            }
        }
    }
    found.sort();
    found
}

/// What the headings explain: `## SEC: security` makes `SEC` a prefix.
fn prefixes(markdown: &str) -> Vec<&str> {
    let headings = markdown.lines().filter_map(|line| line.strip_prefix("## ")?.split_once(": "));
    headings.map(|(prefix, _)| prefix).collect()
}

/// The ids that have a line, `- **SEC-1** …`, each with what it says.
fn lines(markdown: &str) -> Vec<(&str, &str)> {
    markdown.lines().filter_map(|line| line.strip_prefix("- **")?.split_once("** ")).collect()
}

/// The ids in a text: one of the prefixes, `-`, a number and at most one small letter, and no word goes on before or after.
fn ids<'a>(text: &'a str, prefixes: &[&str]) -> BTreeSet<&'a str> {
    let in_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices('-') {
        let prefix = text[..at].rsplit(|c: char| !in_word(c) && c != '-').next().unwrap_or_default();
        let number = &text[at + 1..];
        let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
        let has_digits = rest.len() < number.len();
        let rest = rest.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(rest);
        if has_digits && prefixes.contains(&prefix) && !rest.starts_with(in_word) {
            found.insert(&text[at - prefix.len()..text.len() - rest.len()]);
        }
    }
    found
}

/// The ids in a text that the document does not explain.
fn unexplained<'a>(text: &'a str, markdown: &str) -> Vec<&'a str> {
    let explained: Vec<&str> = lines(markdown).into_iter().map(|(id, _)| id).collect();
    ids(text, &prefixes(markdown)).into_iter().filter(|id| !explained.contains(id)).collect()
}

#[test]
fn every_requirement_that_is_named_is_explained() {
    let markdown = document();
    let sources = sources();
    assert!(sources.len() > 500, "only {} files were read", sources.len());
    let mut faults = Vec::new();
    for (path, text) in &sources {
        faults.extend(unexplained(text, &markdown).iter().map(|id| format!("{}: {id}", path.display())));
    }
    assert!(faults.is_empty(), "docs/requirements.md has no line for\n{}", faults.join("\n"));
}

#[test]
fn a_requirement_has_one_line_below_the_heading_of_its_prefix() {
    let markdown = document();
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for section in markdown.split("\n## ").skip(1) {
        let heading = section.split(": ").next().unwrap_or_default();
        for (id, sentence) in lines(section) {
            let own = ids(id, &[heading]).contains(id);
            if !own || !seen.insert(id) || !seen.insert(sentence) {
                faults.push(format!("below {heading}: {id} {sentence}"));
            }
        }
    }
    assert!(seen.len() > 700, "only {} lines were read", seen.len() / 2);
    assert!(faults.is_empty(), "in a wrong place, or twice:\n{}", faults.join("\n"));
}

/// The prefix is made up, so that the first test does not find these in this file.
const MADE_UP: &str = "# Some\n\n## AB: made up\n\n- **AB-1** The first.\n- **AB-2a** The second.\n";

#[test]
fn an_id_without_a_line_is_found() {
    let text = "// AB-1 to AB-3, and AB-2a but not AB-2 (AB-4..6); `AB-5`, AB-7.\nAB-8-9";
    assert_eq!(unexplained(text, MADE_UP), ["AB-2", "AB-3", "AB-4", "AB-5", "AB-7", "AB-8"]);
}

#[test]
fn what_has_a_line_or_only_looks_like_an_id_is_not() {
    for text in [
        "AB-1, (AB-2a)",
        "UTF-8, SHA-256, AB 3, ab-3, AB-, AB-x, AB--3",
        "XAB-3 ÄAB-3 9AB-3 _AB-3 X-AB-3",
        "AB-3xy AB-3X AB-3_4",
    ] {
        assert_eq!(unexplained(text, MADE_UP), Vec::<&str>::new(), "{text}");
    }
}
