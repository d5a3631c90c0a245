//! Puts the texts of all languages into the binary: `texts::provide!()` at the beginning of its `main`.
//!
//! It reads the catalogs where it is called, and stops the build there when they disagree. A macro and no library of arrays:
//! Cargo knows what a package depends on, not which of its targets does, so that for a word the server's library and all its
//! tests would be compiled anew with the binary. Like this only the caller is; a test reads the catalogs when it runs.

mod faults;
#[path = "../i18n/reading.rs"]
mod reading;

use proc_macro::TokenStream;
use reading::Read;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 3] = ["en", "de", "ja"];

/// Hands all texts to `i18n`.
#[proc_macro]
pub fn provide(_: TokenStream) -> TokenStream {
    // Asked when running: two checkouts may share what is compiled here.
    let caller = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let code = code(&caller.join("../i18n"))
        .unwrap_or_else(|fault| format!("::core::compile_error!({:?});", format!("the texts: {fault}")));
    code.parse().expect("names, texts and paths are written as literals")
}

/// What a call becomes: the texts in the order of the keys.
fn code(folder: &Path) -> Result<String, String> {
    let [english, german, japanese] = read_all(folder)?;
    let file = folder.join("keys.txt");
    let keys = std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    let mut faults = faults::of_keys(&keys, &english);
    faults.extend(faults::of_texts("en", &english, &english));
    faults.extend(faults::of_texts("de", &english, &german));
    faults.extend(faults::of_texts("ja", &english, &japanese));
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    let mut code = String::from("{\n");
    for (name, texts) in [("EN", english), ("DE", german), ("JA", japanese)] {
        // In the order of the keys, which is that of a map.
        let texts: Vec<String> = texts.into_values().collect();
        let _ = writeln!(code, "static {name}: ::i18n::Catalog = {texts:?};");
    }
    // By this the compiler tells Cargo which files the caller is made of.
    for path in files(folder)? {
        let _ = writeln!(code, "const _: &[u8] = ::core::include_bytes!({:?});", path.display().to_string());
    }
    code.push_str("::i18n::provide(::i18n::Texts { en: &EN, de: &DE, ja: &JA });\n}");
    Ok(code)
}

fn read_all(folder: &Path) -> Result<[Read; 3], String> {
    let read = |language: &str| reading::read(&folder.join("catalogs").join(language));
    let [english, german, japanese] = LANGUAGES.map(read);
    Ok([english?, german?, japanese?])
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut all = vec![folder.join("keys.txt")];
    for language in LANGUAGES {
        all.extend(reading::files(&folder.join("catalogs").join(language))?);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn i18n() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../i18n")
    }

    /// `make keys` writes the file, and is no TOML parser; this is one.
    #[test]
    fn the_keys_are_those_of_the_english_catalogs_in_their_order() {
        let [english, ..] = read_all(&i18n()).expect("catalogs");
        let keys = std::fs::read_to_string(i18n().join("keys.txt")).expect("keys.txt");
        assert!(english.len() > 1000, "{}", english.len());
        assert_eq!(faults::of_keys(&keys, &english), Vec::<String>::new());
        assert!(keys.lines().is_sorted());
        assert!(keys.ends_with('\n') && keys.lines().eq(english.keys()));
    }

    #[test]
    fn every_language_has_every_text() {
        let all = read_all(&i18n()).expect("catalogs");
        for (language, texts) in LANGUAGES.into_iter().zip(&all) {
            assert_eq!(faults::of_texts(language, &all[0], texts), Vec::<String>::new());
            assert!(texts.keys().eq(all[0].keys()), "{language}");
            assert!(texts.values().all(|text| !text.is_empty()), "{language}");
        }
    }

    #[test]
    fn a_call_holds_every_text_and_names_every_file() {
        let code = code(&i18n()).expect("catalogs without faults");
        assert_eq!(code.matches("::i18n::Catalog = ").count(), LANGUAGES.len());
        assert_eq!(code.matches("include_bytes!").count(), files(&i18n()).expect("files").len());
        for texts in read_all(&i18n()).expect("catalogs") {
            assert!(code.contains(&format!("{:?}", texts.into_values().collect::<Vec<_>>())));
        }
    }

    #[test]
    fn what_is_not_there_is_named() {
        let fault = code(Path::new("/nowhere")).expect_err("no catalogs");
        assert!(fault.contains("/nowhere/catalogs/en"), "{fault}");
    }
}
