//! Plans of SQLite, as `EXPLAIN QUERY PLAN` tells them.

use super::tables::{Fault, Reach, Rule, grows, is_selective};
use super::words::Names;
use std::collections::BTreeMap;

/// A line and what stands under it.
#[derive(Debug, Default)]
pub struct Node {
    pub detail: String,
    pub children: Vec<Node>,
}

/// From the rows of `EXPLAIN QUERY PLAN`: id, parent, detail.
pub fn tree(rows: &[(i64, i64, String)], parent: i64) -> Vec<Node> {
    let under = rows.iter().filter(|row| row.1 == parent);
    under.map(|(id, _, detail)| Node { detail: detail.clone(), children: tree(rows, *id) }).collect()
}

/// A judge of one statement's plan.
pub struct Judge<'a> {
    pub names: &'a Names,
    /// Tables by index.
    pub indexes: &'a BTreeMap<String, String>,
    roots: &'a [Node],
}

/// `SCAN a …`, `SEARCH a …`: the words after it.
fn loop_of(detail: &str) -> Option<&str> {
    detail.strip_prefix("SCAN ").or_else(|| detail.strip_prefix("SEARCH "))
}

impl<'a> Judge<'a> {
    pub fn new(names: &'a Names, indexes: &'a BTreeMap<String, String>, roots: &'a [Node]) -> Self {
        Self { names, indexes, roots }
    }

    pub fn faults(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        self.look(self.roots, &mut found);
        found
    }

    fn look(&self, nodes: &[Node], found: &mut Vec<Fault>) {
        for node in nodes {
            if let Some(rule) = self.rule(node, nodes) {
                found.push(Fault { rule, line: node.detail.clone() });
            }
            self.look(&node.children, found);
        }
    }

    fn rule(&self, node: &Node, beside: &[Node]) -> Option<Rule> {
        let detail = node.detail.as_str();
        if detail.starts_with("BLOOM FILTER") || detail.contains("USING AUTOMATIC ") {
            return Some(Rule::Index);
        }
        if detail.starts_with("USE TEMP B-TREE") {
            return (self.reach_of(beside) == Reach::Many).then_some(Rule::Sort);
        }
        if detail.contains(" USING TEMP B-TREE") {
            // UNION and the like: each side for itself.
            return (Reach::all(beside.iter().map(|side| self.reach_of(&side.children))) == Reach::Many)
                .then_some(Rule::Sort);
        }
        loop_of(detail)?;
        (self.reads_many(detail)).then(|| if detail.starts_with("SCAN") { Rule::Scan } else { Rule::Walk })
    }

    /// Whether this loop by itself reads a part of a growing table that grows as well.
    fn reads_many(&self, detail: &str) -> bool {
        let Some(rest) = loop_of(detail) else { return false };
        let name = rest.split(' ').next().unwrap_or_default();
        let tables = self.tables(name, rest);
        if !tables.iter().any(|table| grows(table)) {
            return false;
        }
        if let Some((_, how)) = rest.split_once("VIRTUAL TABLE INDEX ") {
            // A full-text index: looked up by words ('M') or by row ('=').
            return !how.contains('M') && !how.contains('=');
        }
        !equals(rest).any(is_selective)
    }

    /// The tables that this may be; none for inner queries, functions and constants.
    fn tables(&self, name: &str, rest: &str) -> Vec<String> {
        let index = rest.split_once("INDEX ").map(|(_, after)| after.split(' ').next().unwrap_or_default());
        if let Some(table) = index.and_then(|index| self.indexes.get(index)) {
            return vec![table.clone()];
        }
        let is_inner = |name: &str| self.names.inner.contains_key(name);
        match self.names.tables.get(name) {
            Some(tables) => tables.iter().filter(|table| !is_inner(table)).cloned().collect(),
            // Children of a row that goes are looked for by their table's own name.
            None if self.indexes.values().any(|table| table == name) => vec![name.to_owned()],
            None => Vec::new(),
        }
    }

    /// What the outermost loop of the query reads whose lines these are.
    fn reach_of(&self, lines: &[Node]) -> Reach {
        let Some(first) = lines.iter().find(|line| is_loop(&line.detail)) else { return Reach::Few };
        let detail = first.detail.as_str();
        if detail.starts_with("MULTI-INDEX OR") {
            return Reach::all(first.children.iter().map(|one| self.reach_of(&one.children)));
        }
        if detail.starts_with("COMPOUND QUERY") || detail.starts_with("MERGE (") {
            return Reach::all(first.children.iter().map(|side| self.reach_of(&side.children)));
        }
        if self.reads_many(detail) || detail.contains("USING AUTOMATIC ") {
            return Reach::Many;
        }
        let name = loop_of(detail).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
        self.reach_of_inner(name)
    }

    /// What an inner query of that name gives.
    fn reach_of_inner(&self, name: &str) -> Reach {
        let whole = self.names.tables.get(name).into_iter().flatten().map(String::as_str).chain([name]);
        Reach::all(whole.map(|name| {
            if self.names.inner.get(name).copied().unwrap_or(false) {
                return Reach::Few;
            }
            match find(self.roots, name) {
                Some(made) => self.reach_of(&made.children),
                None => Reach::Few,
            }
        }))
    }
}

fn is_loop(detail: &str) -> bool {
    loop_of(detail).is_some()
        || ["MULTI-INDEX OR", "COMPOUND QUERY", "MERGE ("].iter().any(|other| detail.starts_with(other))
}

/// Where the rows of an inner query are made.
fn find<'a>(nodes: &'a [Node], name: &str) -> Option<&'a Node> {
    nodes.iter().find_map(|node| {
        let made =
            node.detail.strip_prefix("MATERIALIZE ").or_else(|| node.detail.strip_prefix("CO-ROUTINE "));
        if made == Some(name) { Some(node) } else { find(&node.children, name) }
    })
}

/// The columns that are looked up by equality: `… (firm_id=? AND contact_id=? AND id>?) LEFT-JOIN`.
fn equals(rest: &str) -> impl Iterator<Item = &str> {
    let rest = rest.trim_end_matches(" LEFT-JOIN");
    let inside = rest.rsplit_once(" (").map(|(_, inside)| inside).filter(|inside| inside.contains('?'));
    inside.unwrap_or_default().split(" AND ").filter_map(|term| term.trim_end_matches(')').strip_suffix("=?"))
}
