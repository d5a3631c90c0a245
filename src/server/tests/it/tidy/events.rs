//! What happened is said once: as a domain event of the slice's `events.rs`, which alone names its kind and the live news that
//! follow. That nobody writes a row of the trail or news past it, privacy states (`platform::unit`).

use super::{check, is_test, sources};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const AREAS: [&str; 3] = ["access/", "clients/", "firm/"];

fn is_events(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "events.rs")
}

fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default()
}

/// The kinds that a file declares.
fn kinds(text: &str) -> Vec<&str> {
    let lines = code(text).lines().filter(|line| !line.trim_start().starts_with("//"));
    let after = lines.flat_map(|line| line.split("kind!(\"").skip(1));
    after.filter_map(|rest| rest.split('"').next()).collect()
}

/// Kinds that stand in more than one place.
fn twice(files: &[(PathBuf, String)]) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, text) in files.iter().filter(|(path, _)| !is_test(path)) {
        for kind in kinds(text) {
            places.entry(kind).or_default().push(path.display().to_string());
        }
    }
    let twice = places.into_iter().filter(|(_, places)| places.len() > 1);
    twice.map(|(kind, places)| format!("{kind}: {}", places.join(", "))).collect()
}

/// What of an event stands elsewhere.
fn scattered(path: &Path, text: &str) -> Option<String> {
    let shown = path.to_string_lossy();
    if is_events(path) || is_test(path) || shown.starts_with("platform/") {
        return None;
    }
    let acts = shown.contains("/server/") && AREAS.iter().any(|area| shown.starts_with(area));
    let code = code(text);
    if !kinds(text).is_empty() {
        return Some("declares a kind of event; that belongs into events.rs".to_owned());
    }
    if code.contains("impl DomainEvent for") {
        return Some("has an event; that belongs into events.rs".to_owned());
    }
    (acts && code.contains("News::")).then(|| "tells news; an event in events.rs does".to_owned())
}

#[test]
fn what_happens_is_declared_once_and_in_its_place() {
    let twice = twice(&sources());
    assert!(twice.is_empty(), "kinds that are declared twice:\n{}", twice.join("\n"));
    check("events stand in events.rs", scattered);
}

#[test]
fn every_kind_is_known_to_the_binary_once() {
    // Areas are linked in by the site; without it the linker would drop what they declare.
    assert!(!access::gate::Door::all().is_empty());
    assert_eq!(platform::unit::faults(), Vec::<String>::new());
}

#[test]
fn planted_faults_are_found() {
    let act = Path::new("clients/accounts/server/actions.rs");
    for planted in [
        "let kind = kind!(\"account_sold\");",
        "impl DomainEvent for Sold {\n}",
        "let news = News::Account { account, act, about: None, by };",
    ] {
        assert!(scattered(act, planted).is_some(), "{planted}");
        assert_eq!(scattered(Path::new("clients/accounts/server/events.rs"), planted), None, "{planted}");
        assert_eq!(scattered(Path::new("clients/accounts/server/store_tests.rs"), planted), None);
    }
    let shows = "if let News::Account { act, .. } = news {";
    assert_eq!(scattered(Path::new("clients/info/pages/live_info.rs"), shows), None);
    let file = |path: &str, text: &str| (PathBuf::from(path), text.to_owned());
    let one = file("clients/accounts/server/events.rs", "kind!(\"sold\")\n// kind!(\"sold\") again");
    assert!(twice(std::slice::from_ref(&one)).is_empty());
    let other = file("firm/look/server/events.rs", "if on { kind!(\"bought\") } else { kind!(\"sold\") }");
    assert_eq!(twice(&[one, other]).len(), 1);
}
