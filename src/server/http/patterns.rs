//! Which page an address is, so that its declaration can be asked before anything is rendered.

use app::{PAGES, Page};
use kernel::permission::Allowed;

/// The declared pages and the addresses of mailed links, matched piece by piece.
pub struct Patterns {
    pages: Vec<(Vec<&'static str>, Page)>,
}

impl Patterns {
    #[must_use]
    pub fn new() -> Self {
        let links = super::links::all().into_iter();
        let opened = links.map(|link| Page { path: link.opens, allowed: Allowed::Public });
        let pages = PAGES.iter().copied().chain(opened);
        Self { pages: pages.map(|page| (pieces(page.path).collect(), page)).collect() }
    }

    /// The page at this path, and the values of its `{…}` pieces. A fixed piece wins over a named one.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<(Page, Vec<(&'static str, String)>)> {
        let asked: Vec<&str> = pieces(path).collect();
        let mut found: Option<(Page, Vec<(&'static str, String)>)> = None;
        for (pattern, page) in &self.pages {
            let Some(values) = matched(pattern, &asked) else { continue };
            if found.as_ref().is_none_or(|(_, earlier)| values.len() < earlier.len()) {
                found = Some((*page, values));
            }
        }
        found
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

fn matched(pattern: &[&'static str], asked: &[&str]) -> Option<Vec<(&'static str, String)>> {
    if pattern.len() != asked.len() {
        return None;
    }
    let mut values = Vec::new();
    for (piece, value) in pattern.iter().zip(asked) {
        match piece.strip_prefix('{').and_then(|p| p.strip_suffix('}')) {
            Some(name) if !value.is_empty() => values.push((name, decode(value))),
            None if piece == value => {}
            _ => return None,
        }
    }
    Some(values)
}

/// Percent-decoding as the router does it; what is no UTF-8 becomes something that no account is called.
fn decode(piece: &str) -> String {
    form_urlencoded::parse(format!("v={}", piece.replace('+', "%2B")).as_bytes())
        .next()
        .map_or_else(String::new, |(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_piece_wins_and_unknown_addresses_are_no_page() {
        let patterns = Patterns::new();
        assert_eq!(patterns.find("/app/accounts/new").unwrap().0.path, "/app/accounts/new");
        let (page, values) = patterns.find("/portal/M12").unwrap();
        assert_eq!(page.path, "/portal/{account}");
        assert_eq!(values, [("account", "M12".to_owned())]);
        assert!(patterns.find("/app/nothing").is_none());
        assert!(patterns.find("/app/accounts//info").is_none());
    }
}
