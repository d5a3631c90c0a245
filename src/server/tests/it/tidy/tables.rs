//! A table has one owner: the slice that writes it. Others join it for reading, and only those of areas at or above the
//! owner's (ARCHITECTURE.md), so that control falls one way in the database as it does in Cargo.

use platform::db::registered;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The areas in the order in which they may know each other.
const ORDER: &[&str] =
    &["kernel", "platform", "lists", "directory", "access", "firm", "clients", "server", "bench"];

/// Who may write a table besides its owner: what happens once in a database's life, and what is no part of the product.
const BESIDES: &[&str] = &["platform/migrate", "server/demo", "bench/fixtures_store"];

/// Who reads tables above: the keys that a database was sealed with before it said so are found by what they open.
const READS_ABOVE: &[&str] = &["platform/migrate", "platform/master_key"];

/// Who keeps hashes of tokens: of browsers, of the link that makes the first firm, and of all that work without a sign-in.
const TOKENS: &[&str] = &[
    "access/gate",
    "access/known_browsers",
    "access/links",
    "access/sessions",
    "access/setup",
    "access/trusted_devices",
    "access/unsent",
    "bench/fixtures_store",
    "server/demo",
];

/// A statement, and the slice it stands in, such as `access/sessions`.
struct Statement {
    slice: String,
    text: &'static str,
}

fn all() -> Vec<Statement> {
    // Areas are linked in by the site; without it the linker would drop their statements.
    assert!(!access::gate::Door::all().is_empty());
    let product = registered().filter(|one| !super::is_test(Path::new(one.file)));
    let texts = product.flat_map(|one| [(one.file, one.sqlite), (one.file, one.postgres)]);
    texts.map(|(file, text)| Statement { slice: slice(file), text }).collect()
}

fn slice(file: &str) -> String {
    let path = file.split_once("src/").map_or(file, |(_, path)| path);
    let slice = path.split('/').take(2).collect::<Vec<_>>().join("/");
    slice.strip_suffix(".rs").map_or(slice.clone(), str::to_owned)
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|it| !it.is_empty()).collect()
}

/// The tables that a statement writes.
fn written(text: &str) -> BTreeSet<&str> {
    let words = words(text);
    let is = |at: usize, word: &str| words.get(at).is_some_and(|it| it.eq_ignore_ascii_case(word));
    let table = |at: usize| {
        let behind = match at {
            _ if is(at, "INSERT") && is(at + 1, "INTO") || is(at, "DELETE") && is(at + 1, "FROM") => at + 2,
            // `DO UPDATE SET` and `FOR UPDATE` name no table.
            _ if is(at, "UPDATE") && !(at > 0 && ["DO", "FOR", "KEY"].iter().any(|it| is(at - 1, it))) => {
                at + 1
            }
            _ => return None,
        };
        words.get(behind).copied()
    };
    (0..words.len()).filter_map(table).collect()
}

/// The tables, views and names of parts that a statement reads.
fn read(text: &str) -> BTreeSet<&str> {
    let words = words(text);
    let begins = |word: &str| ["FROM", "JOIN", "USING"].iter().any(|it| word.eq_ignore_ascii_case(it));
    words.windows(2).filter(|it| begins(it[0])).map(|it| it[1]).collect()
}

/// Who writes each table.
fn writers(statements: &[Statement]) -> BTreeMap<&'static str, BTreeSet<&str>> {
    let mut found: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for one in statements.iter().filter(|one| !BESIDES.contains(&one.slice.as_str())) {
        for table in written(one.text) {
            found.entry(table).or_default().insert(one.slice.as_str());
        }
    }
    found
}

fn shared(statements: &[Statement]) -> Vec<String> {
    let shared = writers(statements).into_iter().filter(|(_, by)| by.len() > 1);
    shared.map(|(table, by)| format!("{table} is written by {by:?}")).collect()
}

fn level(slice: &str) -> usize {
    let area = slice.split('/').next().unwrap_or_default();
    ORDER.iter().position(|it| *it == area).unwrap_or_else(|| panic!("which area is {slice}?"))
}

fn upward(statements: &[Statement]) -> BTreeSet<String> {
    let owners = writers(statements);
    let mut found = BTreeSet::new();
    for one in statements.iter().filter(|one| !READS_ABOVE.contains(&one.slice.as_str())) {
        for table in read(one.text) {
            let lowest = owners.get(table).and_then(|by| by.iter().map(|it| level(it)).min());
            if lowest.is_some_and(|owner| owner > level(&one.slice)) {
                found.insert(format!("{} reads {table} of {:?}", one.slice, owners[table]));
            }
        }
    }
    found
}

/// Statements with hashes of tokens where none belong.
fn strangers(statements: &[Statement]) -> Vec<String> {
    let has_token = |text| words(text).contains(&"token_hash");
    let found = statements.iter().filter(|one| has_token(one.text) && !TOKENS.contains(&one.slice.as_str()));
    found.map(|one| format!("{} keeps tokens: {}", one.slice, one.text)).collect()
}

#[test]
fn links_that_work_without_a_sign_in_are_kept_in_one_slice() {
    let faults = strangers(&all());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_table_has_one_writer() {
    let faults = shared(&all());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nobody_reads_a_table_of_an_area_above() {
    let faults = upward(&all());
    assert!(faults.is_empty(), "{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn planted_faults_are_found() {
    let stated = |file: &str, text: &'static str| Statement { slice: slice(file), text };
    let planted = [
        stated("src/directory/accounts/server/store.rs", "INSERT INTO account (id) VALUES ($1)"),
        stated("src/clients/tags/server/store.rs", "INSERT INTO tag (id) SELECT id FROM account FOR UPDATE"),
        stated("src/clients/tags/server/store.rs", "UPDATE tag SET a = $1"),
        stated("src/access/sessions/server/store.rs", "SELECT s.id FROM session s JOIN tag t ON t.id = s.id"),
        stated("src/clients/accounts/server/store.rs", "DELETE FROM account WHERE id = $1"),
    ];
    assert_eq!(shared(&planted), [r#"account is written by {"clients/accounts", "directory/accounts"}"#]);
    let upward = upward(&planted).into_iter().collect::<Vec<_>>();
    assert_eq!(upward, [r#"access/sessions reads tag of {"clients/tags"}"#]);
    let request =
        stated("src/documents/requests/server/store.rs", "SELECT id FROM request WHERE token_hash = $1");
    assert_eq!(strangers(&[request]).len(), 1);
    // What no line names is no table: a conflict, and a lock.
    let conflict = "INSERT INTO a (b) VALUES ($1) ON CONFLICT (b) DO UPDATE SET b = $1";
    assert_eq!(written(conflict).into_iter().collect::<Vec<_>>(), ["a"]);
}
