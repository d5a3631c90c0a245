//! The parts of the site: what draws the pages of each, and which client wakes them up. Which addresses are a part's is
//! said by the line of its client (`clients.list`), or beside the plain pages.
//!
//! A part knows its own pages only. A link from one to another loads that page as a whole (`page/elsewhere.js`), and so
//! does a client that was led there by itself (`begin::or_elsewhere`).

use crate::area::AreaApp;
use crate::page_assets::{Client, clients};
use crate::plain::{self, PlainApp};
use crate::routes::{PortalApp, StaffApp};
use leptos::prelude::*;
use std::cmp::Reverse;
use std::fmt::Write as _;
use std::sync::LazyLock;

/// Pages that are drawn together.
#[derive(Debug)]
pub struct Part {
    /// The name of its client, as in the list; none where nothing wakes them up.
    pub client: Option<&'static str>,
    /// What its client hydrates.
    pub draw: fn() -> AnyView,
}

/// The first takes whatever belongs to no other.
pub static PARTS: [Part; 4] = [
    Part { client: Some("portico"), draw: || PortalApp().into_any() },
    Part { client: Some("staff"), draw: || StaffApp().into_any() },
    Part { client: Some("area"), draw: || AreaApp().into_any() },
    Part { client: None, draw: || PlainApp().into_any() },
];

/// In the list: all addresses that are nobody else's.
const ALL_OTHERS: &str = "*";

/// Addresses with the part of what is there and below; what says more stands before what says less.
static ADDRESSES: LazyLock<Vec<(&'static str, &'static Part)>> = LazyLock::new(|| {
    let of_clients = clients().filter_map(|client| Some((client, Part::named(client.name)?)));
    let woken = of_clients.flat_map(|(client, part)| client.addresses().map(move |it| (it, part)));
    let asleep = PARTS.iter().filter(|part| part.client.is_none());
    let plain = asleep.flat_map(|part| plain::ADDRESSES.iter().map(move |it| (*it, part)));
    let mut all: Vec<_> = woken.chain(plain).filter(|(address, _)| *address != ALL_OTHERS).collect();
    all.sort_by_key(|(address, _)| {
        let named = pieces(address).filter(|piece| is_named(piece)).count();
        (Reverse(pieces(address).count()), named)
    });
    all
});

impl Part {
    /// The part that an address belongs to, of a page or as the list writes it.
    #[must_use]
    pub fn of(path: &str) -> &'static Self {
        ADDRESSES.iter().find(|(address, _)| is_below(path, address)).map_or(&PARTS[0], |(_, part)| part)
    }

    fn named(client: &str) -> Option<&'static Self> {
        PARTS.iter().find(|part| part.client == Some(client))
    }

    /// Its name in what is told of faults.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.client.unwrap_or("plain")
    }

    /// Whether both are woken up by the same client, or by none.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.client == other.client
    }
}

/// Whether this is the address or below it.
pub(crate) fn is_below(path: &str, address: &str) -> bool {
    let mut asked = pieces(path);
    pieces(address).all(|piece| {
        asked.next().is_some_and(|it| if is_named(piece) { !it.is_empty() } else { piece == it })
    })
}

fn pieces(path: &str) -> impl Iterator<Item = &str> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    path.strip_prefix('/').unwrap_or(path).split('/')
}

/// Stands for any one piece, as in `/portal/{account}`.
fn is_named(piece: &str) -> bool {
    piece.starts_with('{') && piece.ends_with('}')
}

/// The same for browsers, as the inside of an array: pairs of an expression and the client whose address it finds.
#[must_use]
pub(crate) fn expressions() -> String {
    let mut text = String::new();
    for (address, part) in ADDRESSES.iter() {
        text += "[/^";
        for piece in pieces(address) {
            let _ = write!(text, "\\/{}", if is_named(piece) { "[^/]+" } else { piece });
        }
        let _ = write!(text, "(?![^/])/,{:?}],", part.client.unwrap_or_default());
    }
    let rest = PARTS[0].client.unwrap_or_default();
    let _ = write!(text, "[/^/,{rest:?}]");
    text
}

/// Where list and parts disagree, a line for each.
#[must_use]
pub fn faults() -> Vec<String> {
    let listed: Vec<Client> = clients().collect();
    let mut faults = Vec::new();
    for client in &listed {
        if Part::named(client.name).is_none() {
            faults.push(format!("client without a part: {}", client.name));
        }
        if client.addresses().next().is_none() {
            faults.push(format!("client without an address: {}", client.name));
        }
        let takes_the_rest = client.addresses().any(|it| it == ALL_OTHERS);
        if takes_the_rest != (PARTS[0].client == Some(client.name)) {
            faults.push(format!("{ALL_OTHERS} belongs to the first part, not to {}", client.name));
        }
    }
    let names: Vec<_> = PARTS.iter().filter_map(|part| part.client).collect();
    let unlisted = names.iter().filter(|name| listed.iter().all(|client| client.name != **name));
    faults.extend(unlisted.map(|name| format!("part without a client in the list: {name}")));
    for (at, (address, part)) in ADDRESSES.iter().enumerate() {
        if ADDRESSES[..at].iter().any(|(before, _)| same(before, address)) {
            faults.push(format!("an address of two parts, {} among them: {address}", part.name()));
        }
    }
    faults
}

/// Whether neither says more than the other.
fn same(one: &str, other: &str) -> bool {
    let all = |path| pieces(path).map(|piece| if is_named(piece) { "{}" } else { piece }).collect::<Vec<_>>();
    all(one) == all(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_belongs_to_one_part() {
        let cases = [
            ("staff", &["/app", "/app/accounts", "/app?x=1", "/join/abc", "/join?lang=de", "/setup/abc"][..]),
            ("plain", &["/help", "/help?lang=ja", "/help/code", "/address-change/abc"]),
            ("area", &["/dev/area", "/dev/area/second", "/dev/area?x=1"]),
            ("portico", &["/", "/login", "/application", "/helpful", "/joined", "/portal/M1/app", "//app"]),
            ("portico", &["/problem", "/dev/kit", "/dev/areas", ""]),
        ];
        for (name, paths) in cases {
            for path in paths {
                assert_eq!(Part::of(path).name(), name, "{path}");
            }
        }
    }

    #[test]
    fn of_two_addresses_the_one_that_says_more_decides() {
        assert!(is_below("/portal/M1/documents/7", "/portal/{account}/documents"));
        assert!(!is_below("/portal//documents", "/portal/{account}/documents"));
        assert!(!is_below("/portal/M1", "/portal/{account}/documents"));
        assert!(same("/portal/{account}", "/portal/{code}") && !same("/portal/{account}", "/portal/M1"));
        let longest = ADDRESSES.first().map(|(address, _)| pieces(address).count());
        assert_eq!(longest, ADDRESSES.iter().map(|(address, _)| pieces(address).count()).max());
    }

    #[test]
    fn every_part_that_wakes_up_has_a_client_that_is_built() {
        assert_eq!(faults(), Vec::<String>::new());
    }

    #[test]
    fn browsers_know_the_addresses_of_all_parts() {
        let told = expressions();
        for pair in [
            r#"[/^\/app(?![^/])/,"staff"],"#,
            r#"[/^\/dev\/area(?![^/])/,"area"],"#,
            r#"[/^\/help(?![^/])/,""],"#,
        ] {
            assert!(told.contains(pair), "{pair} in {told}");
        }
        assert!(told.ends_with(r#"[/^/,"portico"]"#), "{told}");
    }
}
