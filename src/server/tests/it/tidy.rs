//! The house's rules that neither Cargo nor privacy can state: which room may use what, and how long a file may be.

mod clients;
mod events;
mod fragments;
mod mail_snapshots;
mod numbers;
mod requirements;
mod rights;
mod slices;
mod tables;

use std::fs;
use std::path::{Path, PathBuf};

/// Longest file in lines; tests and data tables may be longer.
const LONGEST: usize = 400;

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(&root).unwrap().to_path_buf(), text));
            }
        }
    }
    found.sort();
    found
}

fn is_test(path: &Path) -> bool {
    let text = path.to_string_lossy();
    text.contains("tests") || text.contains("testing") || text.ends_with("fixtures.rs")
}

fn check(rule: &str, fault: impl Fn(&Path, &str) -> Option<String>) {
    let faults: Vec<String> = sources()
        .iter()
        .filter_map(|(path, text)| fault(path, text).map(|what| format!("{}: {what}", path.display())))
        .collect();
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

#[test]
fn every_module_says_what_it_is_for() {
    check("a module starts with //!", |path, text| {
        let silent = !is_test(path) && !text.trim_start().starts_with("//!");
        silent.then(|| "no //! at the top".to_owned())
    });
}

#[test]
fn no_file_is_two_rooms_in_one() {
    check("a file has at most 400 lines", |path, text| {
        let lines = text.lines().count();
        (lines > LONGEST && !is_test(path)).then(|| format!("{lines} lines"))
    });
}

#[test]
fn statements_live_in_stores() {
    check("sql! stands in store files, the platform, or the server's worker and demo", |path, text| {
        let shown = path.to_string_lossy().into_owned();
        let area = ["lists/", "directory/", "access/", "clients/", "firm/", "app/"]
            .iter()
            .any(|area| shown.starts_with(area));
        let allowed = shown.contains("store") || is_test(path);
        (area && !allowed && text.contains("sql!(")).then(|| "SQL outside of a store".to_owned())
    });
}

#[test]
fn rules_and_models_know_no_machine() {
    check("model.rs and rules.rs are pure", |path, text| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let forbidden = ["use leptos", "use axum", "use platform", "use sqlx", "platform::", "SystemTime"];
        let found = forbidden.iter().find(|word| code.contains(**word));
        (matches!(name.as_str(), "model.rs" | "rules.rs"))
            .then_some(found)
            .flatten()
            .map(|word| format!("uses {word}"))
    });
}

#[test]
fn only_one_file_writes_a_textarea() {
    check("TextArea is the only writer of <textarea", |path, text| {
        let own = path.ends_with("ui/text_area.rs") || is_test(path);
        (!own && text.contains("<textarea")).then(|| "writes <textarea".to_owned())
    });
}

#[test]
fn only_one_file_writes_a_title() {
    check("ui::Title is the only writer of <title> (DECISIONS.md, 15)", |path, text| {
        let own = path.ends_with("ui/title.rs") || is_test(path);
        let writes = text.contains("leptos_meta::Title") || text.contains("leptos_meta::*");
        (!own && writes).then(|| "uses leptos_meta's Title".to_owned())
    });
}

#[test]
fn only_one_file_reads_and_writes_cookies() {
    check("http::cookies is the only reader of Cookie and writer of Set-Cookie", |path, text| {
        let own = path.ends_with("http/cookies.rs") || path.starts_with("bench") || is_test(path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let found = ["header::COOKIE", "SET_COOKIE", "\"__Host-"].iter().find(|word| code.contains(**word));
        (!own).then_some(found).flatten().map(|word| format!("says {word}"))
    });
}

#[test]
fn pages_do_not_touch_the_server() {
    check("pages use server functions, not the server's rooms", |path, text| {
        let page = path.components().any(|piece| piece.as_os_str() == "pages");
        let found = ["platform::", "server::store", "server::actions", "sql!("]
            .iter()
            .find(|word| text.contains(**word));
        page.then_some(found).flatten().map(|word| format!("uses {word}"))
    });
}

#[test]
fn nothing_is_left_unfinished() {
    let words =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("being ", "written"), concat!("coming", " soon")];
    check("no unfinished marks", |_, text| {
        words.iter().find(|word| text.contains(**word)).map(|word| format!("says {word}"))
    });
}

#[test]
fn every_link_of_a_form_or_page_comes_from_the_paths() {
    check("addresses are written in kernel::paths", |path, text| {
        let page = path.components().any(|piece| piece.as_os_str() == "pages");
        let found = ["action=\"/", "href=\"/app", "href=\"/portal"].iter().find(|word| text.contains(**word));
        page.then_some(found).flatten().map(|word| format!("writes {word}"))
    });
}

#[test]
fn a_request_writes_as_whoever_it_acts_for() {
    check("whoever has a Cx writes by Cx::write, which asks again who this is", |path, text| {
        let shown = path.to_string_lossy().into_owned();
        let area = ["lists/", "directory/", "access/", "clients/", "firm/", "app/"]
            .iter()
            .any(|area| shown.starts_with(area));
        if !area || is_test(path) {
            return None;
        }
        // Functions of the worker and the command line are given a platform; those of a request are given a Cx.
        let around = |at: usize| {
            let signature = text[..at].rfind("fn ").map(|from| &text[from..at]).unwrap_or_default();
            signature.split('{').next().unwrap_or_default().to_owned()
        };
        let mut writes = text.match_indices(".db").filter(|(at, _)| {
            let rest = text[at + 3..].trim_start();
            rest.starts_with(".write(")
        });
        writes
            .find(|(at, _)| around(*at).contains("Cx"))
            .map(|(at, _)| format!("line {} goes around Cx::write", text[..at].lines().count()))
    });
}

/// Reads what may have been disposed of, which panics: by then the client is gone, and every page with it.
const SURE: [&str; 5] =
    [".get_untracked()", ".with_untracked(", ".get_value()", ".with_value(", ".update_value("];

#[test]
fn what_comes_later_asks_whether_its_page_is_still_there() {
    check("after an answer or a pause signals are read by try_...", |path, text| {
        if is_test(path) {
            return None;
        }
        ["spawn_local(async move {", "set_timeout("].iter().find_map(|later| {
            text.match_indices(later).find_map(|(at, _)| {
                let block = within_brackets(&text[at..]);
                let sure = SURE.iter().find(|word| block.contains(**word))?;
                Some(format!("line {}: {sure} may find nothing", text[..at].lines().count()))
            })
        })
    });
}

/// From the first opening bracket to the one that closes it.
fn within_brackets(text: &str) -> &str {
    let mut open = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '{' | '[' => open += 1,
            ')' | '}' | ']' if open == 1 => return &text[..at],
            ')' | '}' | ']' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    text
}
