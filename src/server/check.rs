//! The start-up self-check (SEC-43): what is not declared is not served.

use access::gate::{Door, Rule};
use app::{Page, Part};
use kernel::permission::Allowed;
use std::collections::BTreeSet;

/// One address and what it demands, for `portico routes` and the authorization matrix.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Declared {
    /// `page`, `form`, `function`, `link` (an address in a mail) or `plain`.
    pub kind: &'static str,
    pub method: &'static str,
    pub path: String,
    pub allowed: Allowed,
}

/// Addresses that are neither page nor form nor function.
const PLAIN: &[(&str, &str, Allowed)] = &[
    ("GET", "/livez", Allowed::Public),
    ("GET", "/readyz", Allowed::Public),
    ("POST", "/csp-report", Allowed::Public),
    ("GET", "/brand/{name}", Allowed::Public),
    ("GET", kernel::paths::MANIFEST, Allowed::Public),
    ("GET", kernel::paths::LIVE, Allowed::SignedIn),
    ("GET", kernel::paths::DEV_MAIL, Allowed::Demo),
    ("GET", "/dev/mail.json", Allowed::Demo),
    ("GET", "/dev/mail/{id}", Allowed::Demo),
    ("GET", kernel::paths::DEV_KIT, Allowed::Demo),
];

/// Everything that can be asked of the server.
#[must_use]
pub fn declared() -> Vec<Declared> {
    let mut all: Vec<Declared> = app::PAGES
        .iter()
        .map(|page| Declared {
            kind: "page",
            method: "GET",
            path: page.path.to_owned(),
            allowed: page.allowed,
        })
        .collect();
    all.extend(Door::all().iter().map(|door| Declared {
        kind: "form",
        method: "POST",
        path: door.path().to_owned(),
        allowed: door.allowed(),
    }));
    all.extend(Rule::all().map(|rule| Declared {
        kind: "function",
        method: "POST",
        path: rule.path.to_owned(),
        allowed: rule.allowed,
    }));
    all.extend(crate::http::all_links().iter().map(|link| Declared {
        kind: "link",
        method: "GET",
        path: link.opens.to_owned(),
        allowed: Allowed::Public,
    }));
    all.extend(PLAIN.iter().map(|(method, path, allowed)| Declared {
        kind: "plain",
        method,
        path: (*path).to_owned(),
        allowed: *allowed,
    }));
    all.sort_by(|a, b| (a.kind, &a.path, a.method).cmp(&(b.kind, &b.path, b.method)));
    all
}

/// Holds the declarations against what is really registered; and looks whether the binary has brought the texts along, and
/// whether each kind of background work has a name of its own.
///
/// # Errors
/// One line for each server function or page that is declared nowhere, or declared and not there, and for each page that is
/// another client's by its address.
pub fn check() -> Result<(), Vec<String>> {
    let mut faults = Vec::new();
    if !i18n::has_texts() {
        faults.push("no texts: main has to begin with texts::provide!()".to_owned());
    }
    let functions: BTreeSet<String> =
        server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let commands = Door::all().iter().map(|command| command.path().to_owned());
    let rules: BTreeSet<String> = Rule::all().map(|rule| rule.path.to_owned()).chain(commands).collect();
    faults.extend(functions.difference(&rules).map(|path| format!("server function without a rule: {path}")));
    faults.extend(rules.difference(&functions).map(|path| format!("rule without a server function: {path}")));
    faults.extend(app::parts::faults());
    faults.extend(pages_amiss(&app::PARTS.each_ref().map(|part| (part, routes(part))), app::PAGES));
    faults.extend(platform::work::faults());
    faults.extend(platform::unit::faults());
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The pages that a part draws.
fn routes(part: &'static Part) -> Vec<String> {
    let all = leptos_axum::generate_route_list(move || (part.draw)());
    all.into_iter().map(|route| route.path().to_owned()).collect()
}

/// Pages that no part draws, or that are drawn by another than the one whose client their address asks for.
fn pages_amiss(drawn: &[(&Part, Vec<String>)], declared: &[Page]) -> Vec<String> {
    let mut faults = Vec::new();
    for (part, routes) in drawn {
        for path in routes {
            if declared.iter().all(|page| page.path != path) {
                faults.push(format!("route without a declaration: {path}"));
            }
            let of = Part::of(path);
            if !of.is(part) {
                faults.push(format!("page of {} at an address of {}: {path}", part.name(), of.name()));
            }
        }
    }
    for Page { path, .. } in declared {
        if !drawn.iter().any(|(_, routes)| routes.iter().any(|it| it == path)) {
            let of = Part::of(path).name();
            faults.push(format!("declared page without a route, by its address one of {of}: {path}"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_no_client_or_of_another_one_is_named() {
        let [portal, staff, ..] = &app::PARTS;
        let pages = ["/login", "/app/accounts"].map(|path| Page { path, allowed: Allowed::Public });
        let amiss = |of_portal: &[&str], of_staff: &[&str]| {
            let routes = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();
            pages_amiss(&[(portal, routes(of_portal)), (staff, routes(of_staff))], &pages)
        };
        assert_eq!(amiss(&["/login"], &["/app/accounts"]), Vec::<String>::new());
        assert_eq!(
            amiss(&["/login"], &[]),
            ["declared page without a route, by its address one of staff: /app/accounts"]
        );
        assert_eq!(
            amiss(&["/login", "/app/accounts"], &["/app/accounts"]),
            ["page of portico at an address of staff: /app/accounts"]
        );
        assert_eq!(
            amiss(&["/login"], &["/app/accounts", "/app/nobody"]),
            ["route without a declaration: /app/nobody"]
        );
    }
}
