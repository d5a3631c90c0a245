//! The files that pages name: which clients and modules there are, and where the build's files are.

use std::collections::BTreeMap;
use std::sync::Arc;

/// One line a client; the build and the size budgets read it, too.
const CLIENTS: &str = include_str!("clients.list");

/// The names of the clients' files.
pub fn clients() -> impl Iterator<Item = &'static str> {
    let lines = CLIENTS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_whitespace().next())
}

/// Of the demo's sign-in page: a person of the list fills the form.
pub const DEMO: &str = "demo";

/// By their names, as the files of `modules/`.
const MODULES: &[&str] = &[DEMO];

/// The names of the modules' files.
pub fn modules() -> impl Iterator<Item = &'static str> {
    MODULES.iter().copied()
}

/// The addresses of the build's files. Each holds a hash of what is there, so that it may be kept for ever, and a browser
/// loads of a new build only what changed in it.
#[derive(Clone, Debug, Default)]
pub struct PageAssets(Arc<BTreeMap<String, String>>);

impl PageAssets {
    /// The file of this name, or the client, whose two files differ in their endings.
    pub fn put(&mut self, name: &str, digest: &str) {
        Arc::make_mut(&mut self.0).insert(name.to_owned(), format!("/pkg/{digest}/{name}"));
    }

    /// Such as `/pkg/3f2a91c0b7de/portico.css`.
    #[must_use]
    pub fn of(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_else(|| format!("/pkg/none/{name}"))
    }

    /// Whether the file of this name is at this address.
    #[must_use]
    pub fn is(&self, name: &str, address: &str) -> bool {
        self.0.get(name).is_some_and(|it| it == address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::Part;
    use std::{fs, path::Path};

    #[test]
    fn every_part_that_wakes_up_has_a_client_that_is_built() {
        let parts = [Part::Portal, Part::Staff, Part::Plain].into_iter().filter_map(Part::client);
        assert_eq!(parts.collect::<Vec<_>>(), clients().collect::<Vec<_>>());
    }

    #[test]
    fn the_modules_are_the_files_of_their_folder_and_each_stands_alone() {
        let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("modules")).unwrap();
        let mut found: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        found.retain(|path| path.extension().is_some_and(|ending| ending == "ts"));
        found.sort();
        let names: Vec<_> = found.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
        assert_eq!(names, modules().collect::<Vec<_>>());
        assert!(
            !clients().chain(["page"]).any(|taken| names.contains(&taken)),
            "files of other kinds are so named"
        );
        for path in found {
            let text = fs::read_to_string(&path).unwrap();
            let brings = text.lines().find(|line| line.starts_with("import ") || line.contains("import("));
            let about = path.display();
            assert_eq!(
                brings, None,
                "{about}: beside its address, which holds a hash, a module finds nothing"
            );
        }
    }
}
