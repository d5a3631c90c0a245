//! The files that pages name: which clients there are, and where the build's files are.

use std::collections::BTreeMap;
use std::sync::Arc;

/// One line a client; the build and the size budgets read it, too.
const CLIENTS: &str = include_str!("clients.list");

/// The names of the clients' files.
pub fn clients() -> impl Iterator<Item = &'static str> {
    let lines = CLIENTS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_whitespace().next())
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

    #[test]
    fn every_part_that_wakes_up_has_a_client_that_is_built() {
        let parts = [Part::Portal, Part::Staff, Part::Plain].into_iter().filter_map(Part::client);
        assert_eq!(parts.collect::<Vec<_>>(), clients().collect::<Vec<_>>());
    }
}
