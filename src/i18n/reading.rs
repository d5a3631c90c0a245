//! Reads the catalogs of a language, `catalogs/<language>/<area>.toml`; the file's name is the first word of its keys.
//! In debug builds part of this library, and always of `texts`, which puts them into the binary.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Texts by their keys.
pub(crate) type Read = BTreeMap<String, String>;

/// All texts of the language that this folder is of.
///
/// # Errors
/// Which file cannot be read, and why.
pub(crate) fn read(folder: &Path) -> Result<Read, String> {
    let mut texts = Read::new();
    for path in files(folder)? {
        let in_file = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = fs::read_to_string(&path).map_err(|e| in_file(&e))?;
        let table: toml::Table = text.parse().map_err(|e| in_file(&e))?;
        let area = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        flatten(area, &toml::Value::Table(table), &mut texts).map_err(|e| in_file(&e))?;
    }
    Ok(texts)
}

/// The files of a language, always in the same order.
pub(crate) fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    Ok(files)
}

fn flatten(prefix: &str, value: &toml::Value, into: &mut Read) -> Result<(), String> {
    match value {
        toml::Value::Table(table) => {
            table.iter().try_for_each(|(name, inner)| flatten(&format!("{prefix}.{name}"), inner, into))
        }
        toml::Value::String(text) => {
            into.insert(prefix.to_owned(), text.trim().to_owned());
            Ok(())
        }
        other => Err(format!("{prefix}: a text is wanted, not {other}")),
    }
}
