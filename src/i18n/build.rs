//! Reads `catalogs/<language>/*.toml` and fails the build when a language lacks a key, has one too many, or
//! uses other placeholders than English does. English names the keys; the file's name is their first word.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

type Catalog = BTreeMap<String, String>;

fn main() {
    println!("cargo::rerun-if-changed=catalogs");
    // Asked when running: two checkouts may share one compiled build script.
    let root = env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let read = |language: &str| read_catalog(&Path::new(&root).join("catalogs").join(language));
    let (english, german, japanese) = (read("en"), read("de"), read("ja"));
    let mut faults = Vec::new();
    compare("de", &english, &german, &mut faults);
    compare("ja", &english, &japanese, &mut faults);
    assert!(faults.is_empty(), "the catalogs disagree:\n{}", faults.join("\n"));

    let mut code = String::new();
    let names: Vec<&String> = english.keys().collect();
    writeln!(code, "pub(crate) static KEYS: [&str; {}] = {names:?};", names.len())
        .expect("writing to a String");
    for (language, catalog) in [("EN", &english), ("DE", &german), ("JA", &japanese)] {
        let texts: Vec<&String> = names.iter().map(|name| &catalog[*name]).collect();
        writeln!(code, "#[cfg(not(target_arch = \"wasm32\"))]").expect("writing to a String");
        writeln!(code, "pub(crate) static {language}: [&str; {}] = {texts:?};", texts.len())
            .expect("writing to a String");
    }
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("catalogs.rs"), code).expect("the build folder is writable");
}

fn read_catalog(folder: &Path) -> Catalog {
    let mut catalog = Catalog::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let table: toml::Table = text.parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let area = path.file_stem().and_then(|s| s.to_str()).expect("a file name").to_owned();
        flatten(&area, &toml::Value::Table(table), &mut catalog);
    }
    catalog
}

fn flatten(prefix: &str, value: &toml::Value, into: &mut Catalog) {
    match value {
        toml::Value::Table(table) => {
            for (name, inner) in table {
                flatten(&format!("{prefix}.{name}"), inner, into);
            }
        }
        toml::Value::String(text) => {
            into.insert(prefix.to_owned(), text.trim().to_owned());
        }
        other => panic!("{prefix}: a text is wanted, not {other}"),
    }
}

fn compare(language: &str, english: &Catalog, other: &Catalog, faults: &mut Vec<String>) {
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
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}
