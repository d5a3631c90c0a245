//! What a page says of the firm's data, as opposed to the words of the program: names, addresses, moments, ticks, and what
//! stands in fields. Words are edited from version to version; these are not.

use std::collections::{BTreeMap, HashMap};

/// How often a page says each of them.
pub type Facts = BTreeMap<String, usize>;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Finds them. Most lines stand on many pages, so it remembers what is in each.
pub struct Finder {
    /// The longest first.
    names: Vec<String>,
    known: HashMap<String, Vec<String>>,
}

impl Finder {
    pub fn new(mut names: Vec<String>) -> Self {
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self { names, known: HashMap::new() }
    }

    /// Of these lines.
    pub fn find<'a>(&mut self, lines: impl Iterator<Item = &'a str>) -> Facts {
        let (names, mut facts) = (&self.names, Facts::new());
        for line in lines {
            let is_whole = line.starts_with('[') || line.starts_with("--");
            let read = || if is_whole { vec![line.to_owned()] } else { in_text(line, names) };
            for fact in self.known.entry(line.to_owned()).or_insert_with(read) {
                *facts.entry(fact.clone()).or_default() += 1;
            }
        }
        facts
    }
}

fn in_text(line: &str, names: &[String]) -> Vec<String> {
    let (mut found, mut rest) = (Vec::new(), line.to_owned());
    for name in names {
        while let Some(at) = rest.find(name.as_str()) {
            found.push(name.clone());
            rest.replace_range(at..at + name.len(), " ");
        }
    }
    let words: Vec<&str> = rest.split(|c: char| c.is_whitespace() || "\"“”„()、。".contains(c)).collect();
    let words: Vec<&str> =
        words.iter().map(|word| word.trim_matches(['.', ',', ';', ':', '?', '!'])).collect();
    for (at, word) in words.iter().enumerate() {
        let is_moment =
            word.starts_with(|c: char| c.is_ascii_digit()) && word.contains([':', '.', '/', '年']);
        if word.contains('@') || is_moment {
            found.push((*word).to_owned());
        } else if MONTHS.contains(word) && at > 0 && at + 1 < words.len() {
            found.push(words[at - 1..=at + 1].join(" "));
        }
    }
    found
}

/// What the page said more often before.
pub fn lost(before: &Facts, now: &Facts) -> Vec<String> {
    let count = |facts: &Facts, fact: &String| facts.get(fact).copied().unwrap_or_default();
    before.keys().filter(|fact| count(before, fact) > count(now, fact)).cloned().collect()
}

#[test]
fn facts_are_what_the_firm_entered_and_when() {
    let mut finder = Finder::new(vec!["Müller".to_owned(), "Anna Müller".to_owned()]);
    let lines = ["Anna Müller (Müller), last login 10 Mar 2026, 10:01", "[x] login", "Mail to a@b.example."];
    let before = finder.find(lines.into_iter());
    let all: Vec<&str> = before.keys().map(String::as_str).collect();
    assert_eq!(all, ["10 Mar 2026", "10:01", "Anna Müller", "Müller", "[x] login", "a@b.example"]);
    let now = finder.find(["Last sign-in of Anna Müller: 10 Mar 2026, 10:01", "[ ] login"].into_iter());
    assert_eq!(lost(&before, &now), ["Müller", "[x] login", "a@b.example"]);
}
