//! Which page an address is, so that its declaration can be asked before anything is rendered.

use super::declared;
use app::{PAGES, Page};
use kernel::permission::Allowed;

/// The declared pages and the addresses of mailed links, matched piece by piece.
pub struct Patterns {
    /// With the number of their pieces; a page of whose address more is fixed comes first.
    pages: Vec<(usize, Page)>,
}

impl Patterns {
    #[must_use]
    pub fn new() -> Self {
        let links = declared::links().iter();
        let opened = links.map(|link| Page { path: link.opens, allowed: Allowed::Public });
        let all = PAGES.iter().copied().chain(opened);
        let mut pages: Vec<(usize, Page)> = all.map(|page| (pieces(page.path).count(), page)).collect();
        pages.sort_by_key(|(_, page)| pieces(page.path).filter(|piece| is_named(piece)).count());
        Self { pages }
    }

    /// The page at this path. A fixed piece wins over a named one.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<Page> {
        let count = pieces(path).count();
        let here = |(of, page): &&(usize, Page)| *of == count && matches(page.path, path);
        self.pages.iter().find(here).map(|(_, page)| *page)
    }
}

impl Default for Patterns {
    fn default() -> Self {
        Self::new()
    }
}

fn pieces(path: &str) -> impl Iterator<Item = &str> {
    path.trim_matches('/').split('/')
}

fn is_named(piece: &str) -> bool {
    piece.starts_with('{') && piece.ends_with('}')
}

/// Whether a path of as many pieces is one of these.
fn matches(pattern: &str, path: &str) -> bool {
    pieces(pattern).zip(pieces(path)).all(|(piece, asked)| match is_named(piece) {
        true => !asked.is_empty(),
        false => piece == asked,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_piece_wins_and_unknown_addresses_are_no_page() {
        let patterns = Patterns::new();
        let path = |asked: &str| patterns.find(asked).unwrap().path;
        assert_eq!(path("/app/accounts/new"), "/app/accounts/new");
        assert_eq!(path("/app/accounts/new/info"), "/app/accounts/{code}/info");
        assert_eq!(path("/portal/M12"), "/portal/{account}");
        assert_eq!(path("/portal/%2e%2e/"), "/portal/{account}");
        assert!(patterns.find("/app/nothing").is_none());
        assert!(patterns.find("/app/accounts//info").is_none());
    }
}
