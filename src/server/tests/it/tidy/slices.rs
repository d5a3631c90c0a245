//! The slices of an area form no circle, and a slice knows its neighbours by their public face only.
//!
//! A slice is what stands directly in an area: a folder, or a file. What it imports is read from its `use` lines and from
//! paths that begin with `crate::` or `super::`; a name that a `use` line brought is followed. `lib.rs` and the `mod.rs`
//! of an area only list what there is: they may import everybody, and what they re-export is looked up where it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Folders below `src` whose parts are slices.
const AREAS: &[&str] =
    &["platform", "lists", "directory", "access", "clients", "firm", "app", "server/http", "server/demo"];

/// One piece of code that is compiled into the product: its file, the module it is, and what is left of its text.
struct Module {
    file: String,
    path: Vec<String>,
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq)]
struct Word {
    text: String,
    line: usize,
}

/// Something that one slice takes from another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    from: String,
    to: String,
    /// Behind the slice: `server::store::Rows`.
    what: String,
    past_the_face: bool,
    place: String,
}

/// The words of a text without comments, strings and what only tests compile. `::` is one word.
fn words(text: &str) -> Vec<Word> {
    let bytes: Vec<char> = text.chars().collect();
    let (mut words, mut at, mut line) = (Vec::new(), 0, 1);
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    while at < bytes.len() {
        let (from, rest) = (at, &bytes[at..]);
        match rest {
            ['/', '/', ..] => at += rest.iter().take_while(|c| **c != '\n').count(),
            ['r', '"' | '#', ..] if from == 0 || !is_name(bytes[from - 1]) => {
                let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
                if rest.get(1 + hashes) == Some(&'"') {
                    let end: Vec<char> =
                        std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                    let body = &rest[2 + hashes..];
                    let long = body.windows(end.len()).position(|it| it == end).unwrap_or(body.len());
                    at += 2 + hashes + long + end.len();
                } else {
                    at += 1;
                }
            }
            ['"', ..] => {
                at += 1;
                while at < bytes.len() && bytes[at] != '"' {
                    at += if bytes[at] == '\\' { 2 } else { 1 };
                }
                at += 1;
            }
            ['\'', '\\', ..] => at += 2 + rest[2..].iter().skip(1).take_while(|c| **c != '\'').count() + 2,
            ['\'', _, '\'', ..] => at += 3,
            [':', ':', ..] => {
                words.push(Word { text: "::".to_owned(), line });
                at += 2;
            }
            [c, ..] if is_name(*c) => {
                let long = rest.iter().take_while(|c| is_name(**c)).count();
                words.push(Word { text: rest[..long].iter().collect(), line });
                at += long;
            }
            [c, ..] => {
                if !c.is_whitespace() {
                    words.push(Word { text: c.to_string(), line });
                }
                at += 1;
            }
            [] => {}
        }
        line += bytes[from..at.min(bytes.len())].iter().filter(|c| **c == '\n').count();
    }
    without_tests(&words)
}

/// The place of the bracket that closes the one here.
fn closing(words: &[Word], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, word) in words.iter().enumerate().skip(open) {
        match word.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" if depth <= 1 => return at,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
    }
    words.len().saturating_sub(1)
}

/// Leaves out every item with `#[cfg(test)]`, or one that is for tests with a feature or a target.
fn without_tests(words: &[Word]) -> Vec<Word> {
    let (mut kept, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let mut end = at;
        let mut is_test = false;
        while words.get(end).is_some_and(|it| it.text == "#")
            && words.get(end + 1).is_some_and(|it| it.text == "[")
        {
            let close = closing(words, end + 1);
            let inner: Vec<&str> = words[end + 2..close].iter().map(|it| it.text.as_str()).collect();
            is_test |= inner.first() == Some(&"cfg")
                && inner.iter().enumerate().any(|(n, it)| *it == "test" && inner[n - 2] != "not")
                || inner == ["test"];
            end = close + 1;
        }
        if !is_test {
            let to = end.max(at + 1);
            kept.extend_from_slice(&words[at..to.min(words.len())]);
            at = to;
            continue;
        }
        // To the end of the item: a semicolon, or the block that it ends with.
        let is_use = words[end..].iter().take(4).any(|it| it.text == "use");
        while let Some(word) = words.get(end) {
            match word.text.as_str() {
                "(" | "[" => end = closing(words, end),
                "{" => {
                    end = closing(words, end);
                    if !is_use {
                        break;
                    }
                }
                ";" => break,
                _ => {}
            }
            end += 1;
        }
        at = end + 1;
    }
    kept
}

/// Every path of a `use` line, and the name that it brings; `at` is behind `use`. With the place of the semicolon.
fn leaves(
    words: &[Word],
    mut at: usize,
    before: &[String],
    found: &mut Vec<(Vec<String>, String, usize)>,
) -> usize {
    let mut path = before.to_vec();
    while let Some(word) = words.get(at) {
        match word.text.as_str() {
            "::" => at += 1,
            "{" => {
                let end = closing(words, at);
                at += 1;
                while at < end {
                    at = leaves(words, at, &path, found);
                    at += usize::from(words.get(at).is_some_and(|it| it.text == ","));
                }
                return end + 1;
            }
            "as" => {
                let name = words.get(at + 1).map(|it| it.text.clone()).unwrap_or_default();
                found.push((path, name, word.line));
                return at + 2;
            }
            "," | "}" | ";" => break,
            text => {
                if text != "self" || path.is_empty() {
                    path.push(text.to_owned());
                }
                at += 1;
            }
        }
    }
    let line = words.get(at.saturating_sub(1)).map_or(0, |it| it.line);
    found.push((path.clone(), path.last().cloned().unwrap_or_default(), line));
    at
}

/// All modules of a crate, by their path.
struct Crate<'a> {
    modules: BTreeMap<Vec<String>, &'a Module>,
    /// Macros are named at the crate's root wherever they stand.
    macros: BTreeMap<String, Vec<String>>,
}

impl Crate<'_> {
    /// From the crate's root: what a path in this module means; nothing for other crates.
    fn absolute(&self, here: &[String], uses: &[Use], path: &[String], depth: usize) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([here, rest].concat()),
            "super" => {
                let up = path.iter().take_while(|it| *it == "super").count();
                Some([&here[..here.len().checked_sub(up)?], &path[up..]].concat())
            }
            name if depth < 4 => {
                if let Some(one) =
                    uses.iter().find(|it| it.name == name && it.path[..] != *path && it.path[0] != name)
                {
                    return self.absolute(here, uses, &[&one.path[..], rest].concat(), depth + 1);
                }
                let child = [here, std::slice::from_ref(first)].concat();
                self.modules.contains_key(&child).then(|| [&child[..], rest].concat())
            }
            _ => None,
        }
    }

    /// Where something stands that an area's root only re-exports.
    fn at_home(&self, area: &[String], path: Vec<String>) -> Option<Vec<String>> {
        let behind = path.strip_prefix(area)?;
        let name = behind.first()?;
        if self.modules.contains_key(&path[..=area.len()]) {
            return Some(path);
        }
        if area.is_empty()
            && let Some(home) = self.macros.get(name)
        {
            return Some(home.clone());
        }
        let root = self.modules.get(area)?;
        let uses = uses(&root.words);
        match uses.iter().find(|it| it.name == *name) {
            Some(one) => self.absolute(area, &uses, &[&one.path[..], &behind[1..]].concat(), 0),
            None => Some(path),
        }
    }
}

struct Use {
    path: Vec<String>,
    name: String,
    line: usize,
}

fn uses(words: &[Word]) -> Vec<Use> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let begins = at == 0 || matches!(words[at - 1].text.as_str(), ";" | "}" | "{" | "]" | ")" | "pub");
        // `use<'a>` says what a type captures.
        if word.text == "use" && begins && words.get(at + 1).is_some_and(|it| it.text != "<") {
            leaves(words, at + 1, &[], &mut found);
        }
    }
    found
        .into_iter()
        .map(|(path, name, line)| Use { path, name, line })
        .filter(|it| !it.path.is_empty())
        .collect()
}

/// Paths of at least two names, with their lines.
fn paths(words: &[Word]) -> Vec<(Vec<String>, usize)> {
    let (mut found, mut at) = (Vec::new(), 0);
    let is_name = |word: &Word| word.text.chars().all(|c| c.is_alphanumeric() || c == '_');
    while at < words.len() {
        let mut path = vec![words[at].text.clone()];
        let line = words[at].line;
        if !is_name(&words[at]) {
            at += 1;
            continue;
        }
        while words.get(at + 1).is_some_and(|it| it.text == "::") && words.get(at + 2).is_some_and(is_name) {
            path.push(words[at + 2].text.clone());
            at += 2;
        }
        if path.len() > 1 {
            found.push((path, line));
        }
        at += 1;
    }
    found
}

/// What the slices of this area take from each other.
pub fn imports(
    area: &str,
    sources: &[(std::path::PathBuf, String)],
    is_test: impl Fn(&Path) -> bool,
) -> Vec<Import> {
    let crate_name = area.split('/').next().unwrap_or_default();
    let inner: Vec<String> = area.split('/').skip(1).map(str::to_owned).collect();
    let modules: Vec<Module> = sources
        .iter()
        .filter(|(file, _)| file.starts_with(crate_name) && !is_test(file) && !file.ends_with("build.rs"))
        .map(|(file, text)| {
            let shown = file.to_string_lossy().into_owned();
            let bare = shown.strip_suffix(".rs").unwrap_or(&shown);
            let mut path: Vec<String> = bare.split('/').skip(1).map(str::to_owned).collect();
            if path.last().is_some_and(|it| it == "mod" || it == "lib" && path.len() == 1) {
                path.pop();
            }
            Module { file: shown, path, words: words(text) }
        })
        .collect();
    let macros = modules.iter().flat_map(|module| {
        let names = module.words.windows(3).filter(|it| it[0].text == "macro_rules");
        names.map(|it| (it[2].text.clone(), module.path.clone())).collect::<Vec<_>>()
    });
    let all = Crate {
        macros: macros.collect(),
        modules: modules.iter().map(|module| (module.path.clone(), module)).collect(),
    };
    let mut found = BTreeSet::new();
    for module in &modules {
        let Some(slice) = module.path.strip_prefix(&inner[..]).and_then(|it| it.first()) else { continue };
        let own = uses(&module.words);
        let written = own.iter().map(|it| (it.path.clone(), it.line)).chain(paths(&module.words));
        for (path, line) in written {
            let target = all.absolute(&module.path, &own, &path, 0);
            let Some(target) = target.and_then(|it| all.at_home(&inner, it)) else { continue };
            let Some((to, rest)) = target.strip_prefix(&inner[..]).and_then(<[String]>::split_first) else {
                continue;
            };
            let is_slice = all.modules.contains_key(&target[..=inner.len()]);
            if to == slice {
                continue;
            }
            found.insert(Import {
                from: slice.clone(),
                to: if is_slice { to.clone() } else { format!("(root) {to}") },
                // A prelude is a face: names that its slice's users take together.
                past_the_face: rest.first().filter(|next| *next != "prelude").is_some_and(|next| {
                    is_slice
                        && all
                            .modules
                            .contains_key(&[&target[..=inner.len()], std::slice::from_ref(next)].concat())
                        && !all.macros.values().any(|home| *home == target)
                }),
                what: rest.join("::"),
                place: format!("{}:{line}", module.file),
            });
        }
    }
    found.into_iter().collect()
}

/// Slices that lead back to themselves, each circle with everything that is in it.
fn circles(imports: &[Import]) -> Vec<BTreeSet<&str>> {
    let reach = |from: &'_ str| -> BTreeSet<String> {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(one) = next.pop() {
            for import in imports.iter().filter(|it| it.from == one) {
                if seen.insert(import.to.clone()) {
                    next.push(import.to.clone());
                }
            }
        }
        seen
    };
    let names: BTreeSet<&str> = imports.iter().map(|it| it.from.as_str()).collect();
    let all: BTreeMap<&str, BTreeSet<String>> = names.iter().map(|name| (*name, reach(name))).collect();
    let mut found: Vec<BTreeSet<&str>> = Vec::new();
    for name in &names {
        if all[name].contains(*name) && !found.iter().any(|circle| circle.contains(name)) {
            found.push(
                names
                    .iter()
                    .copied()
                    .filter(|it| all[name].contains(*it) && all[it].contains(*name))
                    .collect(),
            );
        }
    }
    found
}

fn said(imports: &[&Import]) -> String {
    let mut lines: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for it in imports {
        lines
            .entry(format!("{} -> {}", it.from, it.to))
            .or_default()
            .insert(format!("{} ({})", it.what, it.place));
    }
    let shown = lines.iter().map(|(edge, what)| {
        format!("  {edge}\n      {}", what.iter().cloned().collect::<Vec<_>>().join("\n      "))
    });
    shown.collect::<Vec<_>>().join("\n")
}

#[test]
fn slices_form_no_circle() {
    let sources = super::sources();
    let mut faults = Vec::new();
    for area in AREAS {
        let all = imports(area, &sources, super::is_test);
        for circle in circles(&all) {
            let round = |it: &&Import| circle.contains(it.from.as_str()) && circle.contains(it.to.as_str());
            let within: Vec<&Import> = all.iter().filter(round).collect();
            faults.push(format!("{area}: {circle:?} lead back to themselves:\n{}", said(&within)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_slice_knows_its_neighbours_by_their_public_face() {
    let sources = super::sources();
    let mut faults = Vec::new();
    for area in AREAS {
        let all = imports(area, &sources, super::is_test);
        let past: Vec<&Import> =
            all.iter().filter(|it| it.past_the_face || it.to.starts_with("(root)")).collect();
        if !past.is_empty() {
            faults.push(format!("{area}: past the public face:\n{}", said(&past)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The reader of imports is seen failing: planted circles and reaches are found, and what only tests do is not.
#[test]
fn planted_faults_are_found() {
    let file = |name: &str, text: &str| (std::path::PathBuf::from(name), text.to_owned());
    let planted = [
        file("access/lib.rs", "pub mod a; pub mod b; pub use a::Shown;"),
        file("access/a/mod.rs", "mod server; pub struct Shown; pub use server::act;"),
        file("access/a/server/mod.rs", "use crate::b::{self, B}; pub fn act() { b::c() }"),
        file(
            "access/b/mod.rs",
            "mod inner { fn f() {} } // use crate::a::No;\n pub struct B; const S: &str = \"crate::a::No\";",
        ),
        file(
            "access/b/inner.rs",
            "use super::super::a::server::act as it;\n#[cfg(test)]\nmod tests { use crate::a::No; }",
        ),
        file("access/b/more.rs", "use crate::Shown;"),
    ];
    let found = imports("access", &planted, |_| false);
    let shown: Vec<String> =
        found.iter().map(|it| format!("{} {} {} {}", it.from, it.to, it.what, it.past_the_face)).collect();
    assert_eq!(
        shown.into_iter().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>(),
        ["a b  false", "a b B false", "a b c false", "b a Shown false", "b a server::act true"]
    );
    assert_eq!(circles(&found), [BTreeSet::from(["a", "b"])]);
}
