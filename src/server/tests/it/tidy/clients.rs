//! Lists, crates and parts agree about the clients: a line of `app/clients.list` is a crate that does nothing but wake up
//! the part of that name, and there is no other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Of a client's wasm in bytes of brotli (DECISIONS.md, 14), and of the one that may have more.
const LIMIT: u32 = 350_000;
const STAFFS: (&str, u32) = ("staff", 700_000);
/// Most lines of a crate that only wakes up.
const LINES: usize = 20;
/// What such a crate is made of.
const USES: [&str; 2] = ["app.workspace = true", "wasm-bindgen.workspace = true"];

/// A line of a list, with the crate of its package and what the app knows of it.
struct Client<'a> {
    name: &'a str,
    package: &'a str,
    limit: &'a str,
    manifest: &'a str,
    lib: &'a str,
}

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    fs::read_to_string(&path).unwrap_or_default()
}

fn folder(package: &str) -> String {
    package.trim_start_matches("portico-").replace('-', "_")
}

/// What is wrong with a client, where `parts` is the table of `app/parts.rs`.
fn amiss(client: &Client<'_>, parts: &str) -> Vec<String> {
    let Client { name, package, limit, manifest, lib } = client;
    let mut faults = Vec::new();
    let mut expect = |fine: bool, what: &str| {
        if !fine {
            faults.push(format!("{name}: {what}"));
        }
    };
    let most = if STAFFS.0 == *name { STAFFS.1 } else { LIMIT };
    expect(limit.parse().is_ok_and(|it: u32| it <= most), &format!("its limit is above {most}"));
    expect(manifest.contains(&format!("name = \"{package}\"\n")), &format!("no crate {package}"));
    expect(manifest.contains("crate-type = [\"cdylib\"]\n"), "anything besides a cdylib is made without LTO");
    let uses = manifest.split_once("dependencies]\n").map_or("", |(_, behind)| behind);
    expect(uses.trim().lines().eq(USES), "its crate needs nothing but the app");
    expect(lib.lines().count() <= LINES, &format!("its crate has more than {LINES} lines"));
    let woken =
        lib.split_once("wake::up(lang, catalog, app::").and_then(|(_, behind)| behind.split_once(')'));
    let app = woken.map_or("", |(app, _)| app);
    let part = format!("client: Some(\"{name}\"), draw: || {app}().into_any()");
    expect(!app.is_empty() && parts.contains(&part), &format!("it wakes up {app}, which is not its part"));
    faults
}

#[test]
fn a_client_is_a_line_of_the_list_a_crate_and_a_part() {
    let (parts, lists) = (read("app/parts.rs"), read("app/clients.list") + &read("app/clients.test.list"));
    let lines: Vec<Vec<&str>> = lists
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_whitespace().collect())
        .collect();
    let mut faults = Vec::new();
    let mut listed = BTreeSet::new();
    for line in &lines {
        let [name, package, limit, ..] = line[..] else {
            faults.push(format!("{line:?} is no line of a client"));
            continue;
        };
        listed.insert(folder(package));
        let path = |file: &str| format!("{}/{file}", folder(package));
        let (manifest, lib) = (read(&path("Cargo.toml")), read(&path("lib.rs")));
        faults.extend(amiss(&Client { name, package, limit, manifest: &manifest, lib: &lib }, &parts));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(listed.len(), lines.len(), "each has a crate of its own");

    let crates = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
    let names = crates.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let made: BTreeSet<String> =
        names.filter(|name| read(&format!("{name}/Cargo.toml")).contains("cdylib")).collect();
    assert_eq!(made, listed, "crates for the browser, and those of the lists");
}

#[test]
fn a_client_that_is_more_than_its_line_says_is_found() {
    let manifest = "name = \"portico-browser-bills\"\ncrate-type = [\"cdylib\"]\n[target.x.dependencies]\n\
                    app.workspace = true\nwasm-bindgen.workspace = true\n";
    let lib = "app::wake::up(lang, catalog, app::BillsApp);";
    let parts = "Part { client: Some(\"bills\"), draw: || BillsApp().into_any() },";
    let fine = || Client { name: "bills", package: "portico-browser-bills", limit: "350000", manifest, lib };
    let faults = |client: Client<'_>| amiss(&client, parts).len();
    assert_eq!(amiss(&fine(), parts), Vec::<String>::new());
    assert_eq!(faults(Client { limit: "350001", ..fine() }), 1);
    assert_eq!(faults(Client { limit: "", ..fine() }), 1);
    assert_eq!(faults(Client { package: "portico-browser-other", ..fine() }), 1);
    let more = manifest.replace("[\"cdylib\"]", "[\"cdylib\", \"rlib\"]") + "serde.workspace = true\n";
    assert_eq!(faults(Client { manifest: &more, ..fine() }), 2, "a second kind of library, and a dependency");
    let other = lib.replace("BillsApp", "StaffApp");
    assert_eq!(faults(Client { lib: &other, ..fine() }), 1);
    assert_eq!(faults(Client { lib: &format!("{lib}{}", "\n".repeat(LINES + 1)), ..fine() }), 1);
}
