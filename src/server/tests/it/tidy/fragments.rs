//! A condition that has a fragment (`directory::fragments`) is written there and nowhere else: a copy by hand would go on
//! meaning what it meant when the fragment no longer does.

use std::path::{Path, PathBuf};

/// A fragment, and how it reads where somebody writes it out: its words, as [`words`] gives them.
const FRAGMENTS: &[(&str, &[&str])] = &[
    ("in_sight!", &["EXISTS SELECT 1 FROM account_assignment WHERE"]),
    ("contact_in_sight!", &["OR EXISTS SELECT 1 FROM account_contact WHERE"]),
    ("login_in_sight!", &["activated_at COALESCE login_since"]),
    ("invitation_in_sight!", &["FROM outbox CROSS JOIN contact_setting CROSS JOIN account_assignment"]),
    (
        "open_to!",
        &[
            "login AND archived_at IS NULL",
            "login AND id account_id AND archived_at IS NULL",
            "login AND id account_id AND firm_id firm_id AND archived_at IS NULL",
        ],
    ),
    (
        "is_active!",
        &[
            "activated_at IS NOT NULL AND disabled_at IS NULL",
            "disabled_at IS NULL AND activated_at IS NOT NULL",
        ],
    ),
    ("works_here!", &["deactivated_at IS NULL"]),
];

/// Statements that say it in their own words, by some of those, each with the reason.
const BY_HAND: &[(&str, &str)] = &[(
    "login AND archived_at IS NULL AND id IS NOT NULL",
    "a contact's card: one column of rows that are joined whether LOGIN is on or not",
)];

/// Names, key words and values of a statement, without the names of one letter that it gives its tables.
fn words(text: &str) -> String {
    let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$')));
    let named = |word: &&str| !(word.is_empty() || word.len() == 1 && word.starts_with(char::is_alphabetic));
    format!(" {} ", words.filter(named).collect::<Vec<_>>().join(" "))
}

fn has(words: &str, piece: &str) -> bool {
    words.contains(&format!(" {piece} "))
}

/// The literals of every statement of a file, each with its line.
fn literals(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (begin, _) in text.match_indices("sql!(") {
        let (mut open, mut from, mut escaped) = (0_usize, None, false);
        for (at, letter) in text[begin..].char_indices().map(|(at, letter)| (begin + at, letter)) {
            match (from, letter) {
                _ if escaped => escaped = false,
                (Some(_), '\\') => escaped = true,
                (Some(start), '"') => {
                    found.push((text[..start].lines().count(), &text[start..at]));
                    from = None;
                }
                (None, '"') => from = Some(at + 1),
                (None, '(' | '[' | '{') => open += 1,
                (None, ')' | ']' | '}') if open == 1 => break,
                (None, ')' | ']' | '}') => open -= 1,
                _ => {}
            }
        }
    }
    found
}

/// The copies in these files, and which exceptions were of use.
fn copies(sources: &[(PathBuf, String)]) -> (Vec<String>, Vec<&'static str>) {
    let (mut faults, mut used) = (Vec::new(), Vec::new());
    // What measures the product is no part of it.
    for (path, text) in sources.iter().filter(|(path, _)| !super::is_test(path) && !path.starts_with("bench"))
    {
        for (line, literal) in literals(text) {
            let words = words(literal);
            for (fragment, looks) in FRAGMENTS {
                if !looks.iter().any(|look| has(&words, look)) {
                    continue;
                }
                match BY_HAND.iter().find(|(piece, _)| has(&words, piece)) {
                    Some((piece, _)) => used.push(*piece),
                    None => faults.push(format!("{}:{line}: is {fragment}", path.display())),
                }
            }
        }
    }
    (faults, used)
}

#[test]
fn a_condition_that_has_a_fragment_is_not_written_by_hand() {
    let (faults, used) = copies(&super::sources());
    let idle: Vec<_> = BY_HAND.iter().filter(|(piece, _)| !used.contains(piece)).collect();
    assert!(
        faults.is_empty() && idle.is_empty(),
        "copies:\n{}\nexcepted without need: {idle:?}",
        faults.join("\n")
    );
}

#[test]
fn planted_copies_are_found() {
    let found = |name: &str, text: &str| copies(&[(Path::new(name).to_path_buf(), text.to_owned())]).0;
    let planted = [
        "EXISTS (SELECT 1\n FROM account_assignment t\n WHERE t.user_id = $2 AND t.account_id = a.id)",
        "($3 OR EXISTS (SELECT 1 FROM account_contact l WHERE l.contact_id = c.id))",
        "u.activated_at >= COALESCE(s.login_since, s.changed_at)",
        "SELECT 1 FROM outbox o CROSS JOIN contact_setting s CROSS JOIN account_assignment x",
        "s.login AND b.id = s.account_id AND b.archived_at IS NULL",
        "u.activated_at IS NOT NULL AND u.disabled_at IS NULL",
        "disabled_at IS NULL AND activated_at IS NOT NULL",
        "m.deactivated_at IS NULL",
    ];
    let named: Vec<String> = planted
        .iter()
        .flat_map(|text| {
            // In a statement of one piece, and behind another one that holds a quotation mark.
            let plain = format!("fn f() {{\n    sql!(\"SELECT 1 WHERE {text}\", firm)\n}}");
            let piece =
                format!("fn f() {{\n    sql!(\n[\"SELECT \\\"(\\\" \", it!(), \" {text}\"], firm)\n}}");
            let (plain, piece) = (found("access/a/server/store.rs", &plain), found("firm/store.rs", &piece));
            assert_eq!(plain.len() + piece.len(), 2, "{text}: {plain:?} {piece:?}");
            assert!(plain[0].starts_with("access/a/server/store.rs:2: is "), "{plain:?}");
            plain
        })
        .collect();
    let fragments: Vec<&str> = named.iter().filter_map(|it| it.rsplit(' ').next()).collect();
    assert_eq!(
        fragments,
        [
            "in_sight!",
            "contact_in_sight!",
            "login_in_sight!",
            "invitation_in_sight!",
            "open_to!",
            "is_active!",
            "is_active!",
            "works_here!"
        ]
    );
    // Fragments themselves, what stands outside of statements, and what begins with the assignments.
    for good in [
        r#"sql!(["SELECT 1 WHERE ", in_sight!("a.id", "$4", "$5"), " LIMIT 50"], firm)"#,
        r#"sql!("SELECT x.account_id FROM account_assignment x WHERE x.user_id = $1", user)"#,
        r#"sql!("SELECT m.deactivated_at FROM staff_member m WHERE m.role = 'IS NULL'", user)"#,
        r#"let s = "m.deactivated_at IS NULL";"#,
    ] {
        assert!(found("clients/a/server/store.rs", good).is_empty(), "{good}");
    }
}
