//! The files that pages name: which clients and modules there are, and where the build's files are.

use std::collections::BTreeMap;
use std::sync::Arc;

/// One line a client; the build and the size budgets read them, too. The second list is for tests alone.
const LISTS: [(&str, bool); 2] =
    [(include_str!("clients.list"), false), (include_str!("clients.test.list"), true)];

/// A client: a line of a list.
#[derive(Clone, Copy, Debug)]
pub struct Client {
    /// Of its files.
    pub name: &'static str,
    /// Not in what is released: its pages then stay as plain as they were drawn.
    pub for_tests: bool,
    line: &'static str,
}

/// Name, package and limit stand before the addresses.
const BEFORE_ADDRESSES: usize = 3;

impl Client {
    /// The addresses of its pages, and of all that is below them.
    pub fn addresses(self) -> impl Iterator<Item = &'static str> {
        self.line.split_whitespace().skip(BEFORE_ADDRESSES)
    }
}

/// All clients there are, in the order of their lists.
pub fn clients() -> impl Iterator<Item = Client> {
    LISTS.into_iter().flat_map(|(list, for_tests)| {
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        lines.filter_map(move |line| Some(Client { name: line.split_whitespace().next()?, for_tests, line }))
    })
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

    /// Whether this build has the file, or the client, of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
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
    use std::{fs, path::Path};

    #[test]
    fn the_modules_are_the_files_of_their_folder_and_each_stands_alone() {
        let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("modules")).unwrap();
        let mut found: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        found.retain(|path| path.extension().is_some_and(|ending| ending == "ts"));
        found.sort();
        let names: Vec<_> = found.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
        assert_eq!(names, modules().collect::<Vec<_>>());
        assert!(
            !clients().map(|client| client.name).chain(["page"]).any(|taken| names.contains(&taken)),
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
