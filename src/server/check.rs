//! The start-up self-check (SEC-43): what is not declared is not served.

use access::gate::Rule;
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
    all.extend(crate::http::all_doors().iter().map(|door| Declared {
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
/// One line for each server function or page that is declared nowhere, or declared and not there.
pub fn check() -> Result<(), Vec<String>> {
    let mut faults = Vec::new();
    if !i18n::has_texts() {
        faults.push("no texts: main has to begin with texts::provide!()".to_owned());
    }
    let functions: BTreeSet<String> =
        server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let rules: BTreeSet<String> = Rule::all().map(|rule| rule.path.to_owned()).collect();
    faults.extend(functions.difference(&rules).map(|path| format!("server function without a rule: {path}")));
    faults.extend(rules.difference(&functions).map(|path| format!("rule without a server function: {path}")));
    let all = [
        leptos_axum::generate_route_list(app::PortalApp),
        leptos_axum::generate_route_list(app::StaffApp),
        leptos_axum::generate_route_list(app::PlainApp),
    ];
    let routes: BTreeSet<String> = all.into_iter().flatten().map(|route| route.path().to_owned()).collect();
    let pages: BTreeSet<String> = app::PAGES.iter().map(|page| page.path.to_owned()).collect();
    faults.extend(routes.difference(&pages).map(|path| format!("route without a declaration: {path}")));
    faults.extend(pages.difference(&routes).map(|path| format!("declared page without a route: {path}")));
    faults.extend(platform::work::faults());
    faults.extend(platform::unit::faults());
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
