//! What a plan does not tell and the statement's own text does: which table an alias stands for, and which of its inner
//! queries end by a LIMIT.

use std::collections::{BTreeMap, BTreeSet};

/// Read off one statement.
#[derive(Debug, Default)]
pub struct Names {
    /// Tables by the names they have in the statement; one name may stand for several in different inner queries.
    pub tables: BTreeMap<String, BTreeSet<String>>,
    /// Functions that give rows, such as `json_each`, by alias.
    pub functions: BTreeSet<String>,
    /// Inner queries by name, and whether each ends by a LIMIT.
    pub inner: BTreeMap<String, bool>,
}

/// Words that end the name of a table and are no alias.
const NO_ALIAS: &[&str] = &[
    "as",
    "cross",
    "do",
    "except",
    "for",
    "group",
    "having",
    "inner",
    "intersect",
    "join",
    "left",
    "limit",
    "natural",
    "on",
    "order",
    "returning",
    "select",
    "set",
    "union",
    "using",
    "values",
    "where",
    "default",
    "full",
    "right",
    "window",
    "offset",
    "indexed",
    "not",
];

/// Words, numbers and single marks; what stands in quotes is left out.
fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\'' {
            for inside in chars.by_ref() {
                if inside == '\'' {
                    break;
                }
            }
        } else if c.is_alphanumeric() || c == '_' || c == '$' {
            let mut word = c.to_lowercase().to_string();
            while let Some(next) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                word.extend(next.to_lowercase());
            }
            found.push(word);
        } else if !c.is_whitespace() && c != '"' {
            found.push(c.to_string());
        }
    }
    found
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_') && !NO_ALIAS.contains(&token)
}

/// Where the parenthesis that opens at `open` is closed.
fn closed(tokens: &[String], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.as_str() {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len()
}

/// Whether a LIMIT stands in it that is not one of an inner query.
fn ends_by_limit(body: &[String]) -> bool {
    let mut depth = 0;
    body.iter().any(|token| {
        match token.as_str() {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        depth == 0 && token == "limit"
    })
}

impl Names {
    pub fn of(text: &str) -> Self {
        let tokens = tokens(text);
        let mut names = Self::default();
        let at = |i: usize| tokens.get(i).map_or("", String::as_str);
        for i in 0..tokens.len() {
            match at(i) {
                "from" | "join" | "update" | "into" => names.table(&tokens, i + 1),
                // `name AS (SELECT …)`, and `name (a, b) AS (…)`.
                "as" if matches!(at(i + 1), "(" | "materialized" | "not") => {
                    let open = (i + 1..i + 4).find(|j| at(*j) == "(").unwrap_or(i + 1);
                    let named =
                        (0..i).rev().find(|j| is_name(at(*j)) && at(j + 1) != "," && at(j + 1) != ")");
                    let body = &tokens[open + 1..closed(&tokens, open).max(open + 1)];
                    if let Some(named) =
                        named.filter(|_| matches!(at(open + 1), "select" | "with" | "values"))
                    {
                        names.inner.insert(at(named).to_owned(), ends_by_limit(body));
                    }
                }
                _ => {}
            }
        }
        names
    }

    /// Tables of a FROM from here on: one, or several with commas between.
    fn table(&mut self, tokens: &[String], mut i: usize) {
        let at = |i: usize| tokens.get(i).map_or("", String::as_str);
        loop {
            let (name, mut next) = match at(i) {
                "(" => (None, closed(tokens, i) + 1),
                name if is_name(name)
                    && at(i + 1) == "("
                    && at(i + 2) != ")"
                    && !is_column_list(tokens, i + 1) =>
                {
                    (None, closed(tokens, i + 1) + 1)
                }
                name if is_name(name) => (Some(name), i + 1),
                _ => return,
            };
            if at(next) == "as" {
                next += 1;
            }
            let alias = Some(at(next)).filter(|word| is_name(word));
            match (name, alias) {
                (Some(table), alias) => {
                    let known = self.tables.entry(alias.unwrap_or(table).to_owned()).or_default();
                    known.insert(table.to_owned());
                }
                (None, Some(alias)) if at(i) == "(" => {
                    let limited = ends_by_limit(&tokens[i + 1..closed(tokens, i).max(i + 1)]);
                    self.inner.insert(alias.to_owned(), limited);
                }
                (None, alias) => {
                    self.functions.insert(alias.unwrap_or(at(i)).to_owned());
                }
            }
            if alias.is_some() {
                next += 1;
            }
            if at(next) != "," {
                return;
            }
            i = next + 1;
        }
    }
}

/// Whether what opens here are the columns of an INSERT and no arguments.
fn is_column_list(tokens: &[String], open: usize) -> bool {
    let after = tokens.get(closed(tokens, open) + 1).map_or("", String::as_str);
    matches!(after, "values" | "select" | "with" | "default")
}

#[test]
fn tables_are_known_by_their_aliases() {
    let names = Names::of(
        "WITH page AS (SELECT a.id FROM account a WHERE a.name = 'from nowhere n' LIMIT $2), whole (id) AS MATERIALIZED \
         (SELECT id FROM contact, contact_email AS e) \
         SELECT p.id FROM page p CROSS JOIN json_each($1) j JOIN (SELECT id FROM outbox) o WHERE EXISTS (SELECT 1 FROM session)",
    );
    let table = |alias: &str| {
        names.tables.get(alias).map(|found| found.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(table("a"), Some(vec!["account"]));
    assert_eq!(table("contact"), Some(vec!["contact"]));
    assert_eq!(table("e"), Some(vec!["contact_email"]));
    assert_eq!(table("p"), Some(vec!["page"]));
    assert_eq!(table("session"), Some(vec!["session"]));
    assert_eq!(table("n"), None);
    assert_eq!(names.functions.iter().collect::<Vec<_>>(), ["j"]);
    let inner: Vec<_> = names.inner.iter().map(|(name, limited)| (name.as_str(), *limited)).collect();
    assert_eq!(inner, [("o", false), ("page", true), ("whole", false)]);
    let insert = Names::of("INSERT INTO session (id, name) SELECT u.id, u.name FROM portal_user u");
    assert_eq!(insert.tables.keys().collect::<Vec<_>>(), ["session", "u"]);
}
