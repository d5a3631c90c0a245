//! Plans of PostgreSQL, as `EXPLAIN (FORMAT JSON)` tells them.

use super::tables::{Fault, Reach, Rule, grows, is_selective};
use serde_json::Value;
use std::collections::BTreeMap;

/// A judge of one statement's plan.
pub struct Judge<'a> {
    /// Tables by index.
    pub indexes: &'a BTreeMap<String, String>,
    pub root: &'a Value,
}

fn text<'a>(node: &'a Value, key: &str) -> &'a str {
    node.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn children(node: &Value) -> impl Iterator<Item = &Value> {
    node.get("Plans").and_then(Value::as_array).into_iter().flatten()
}

/// Those whose rows this one is made of.
fn sources(node: &Value) -> impl Iterator<Item = &Value> {
    children(node).filter(|child| !matches!(text(child, "Parent Relationship"), "InitPlan" | "SubPlan"))
}

impl Judge<'_> {
    pub fn faults(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        self.look(self.root, &mut found);
        found
    }

    fn look(&self, node: &Value, found: &mut Vec<Fault>) {
        if let Some(rule) = self.rule(node) {
            found.push(Fault { rule, line: shown(node) });
        }
        for child in children(node) {
            self.look(child, found);
        }
    }

    fn rule(&self, node: &Value) -> Option<Rule> {
        match text(node, "Node Type") {
            "Seq Scan" | "Sample Scan" | "Tid Range Scan" => {
                grows(text(node, "Relation Name")).then_some(Rule::Scan)
            }
            "Index Scan" | "Index Only Scan" | "Bitmap Index Scan" if self.reads_many(node) => {
                Some(if text(node, "Index Cond").is_empty() { Rule::Scan } else { Rule::Walk })
            }
            "Sort" | "Incremental Sort" => self.unless_few(node),
            "Aggregate" if matches!(text(node, "Strategy"), "Hashed" | "Mixed") => self.unless_few(node),
            "SetOp" if text(node, "Strategy") == "Hashed" => self.unless_few(node),
            _ => None,
        }
    }

    fn unless_few(&self, node: &Value) -> Option<Rule> {
        (Reach::all(sources(node).map(|source| self.reach(source))) == Reach::Many).then_some(Rule::Sort)
    }

    fn reads_many(&self, node: &Value) -> bool {
        let index = text(node, "Index Name");
        let table = self.indexes.get(index).map_or(text(node, "Relation Name"), String::as_str);
        grows(table) && !looked_up(text(node, "Index Cond")).iter().any(|column| is_selective(column))
    }

    /// What the outermost loop under this node reads.
    fn reach(&self, node: &Value) -> Reach {
        let few = |is_few: bool| if is_few { Reach::Few } else { Reach::Many };
        match text(node, "Node Type") {
            "Limit" | "Function Scan" | "Values Scan" | "WorkTable Scan" => Reach::Few,
            "Seq Scan" | "Sample Scan" | "Tid Range Scan" => few(!grows(text(node, "Relation Name"))),
            "Index Scan" | "Index Only Scan" | "Bitmap Index Scan" => few(!self.reads_many(node)),
            "CTE Scan" => match cte(self.root, text(node, "CTE Name")) {
                Some(made) => self.reach(made),
                None => Reach::Few,
            },
            // Some of several is as few as the fewest; both sides of a join are judged by themselves.
            "BitmapAnd" => few(sources(node).any(|one| self.reach(one) == Reach::Few)),
            "Nested Loop" | "Hash Join" | "Merge Join" => {
                sources(node).next().map_or(Reach::Few, |outer| self.reach(outer))
            }
            _ => Reach::all(sources(node).map(|source| self.reach(source))),
        }
    }
}

/// Where the rows of a CTE are made.
fn cte<'a>(node: &'a Value, name: &str) -> Option<&'a Value> {
    children(node).find_map(|child| {
        let is_it = text(child, "Subplan Name").strip_prefix("CTE ") == Some(name);
        if is_it { Some(child) } else { cte(child, name) }
    })
}

/// One line for the list of findings.
fn shown(node: &Value) -> String {
    let mut line = text(node, "Node Type").to_owned();
    for key in ["Relation Name", "Alias", "Index Name", "Index Cond", "Recheck Cond", "Filter", "Strategy"] {
        let value = text(node, key);
        let is_said = key == "Alias" && value == text(node, "Relation Name");
        if !value.is_empty() && !is_said {
            line.push_str(&format!(" | {value}"));
        }
    }
    for key in ["Sort Key", "Group Key"] {
        if let Some(keys) = node.get(key).and_then(Value::as_array) {
            let keys: Vec<&str> = keys.iter().filter_map(Value::as_str).collect();
            line.push_str(&format!(" | {}", keys.join(", ")));
        }
    }
    line
}

/// The terms of a condition: `((firm_id = $1) AND (contact_id = c.id))`.
fn terms(condition: &str) -> Vec<&str> {
    let inside = |text: &str| {
        let mut depth = 0;
        let closes = text.char_indices().find(|(_, c)| {
            depth += i32::from(*c == '(') - i32::from(*c == ')');
            depth == 0
        });
        text.starts_with('(') && closes.is_some_and(|(at, _)| at + 1 == text.len())
    };
    let mut whole = condition.trim();
    while inside(whole) {
        whole = &whole[1..whole.len() - 1];
    }
    let (mut depth, mut from, mut found) = (0, 0, Vec::new());
    for (at, c) in whole.char_indices() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 && whole[at..].starts_with(" AND ") {
            found.push(&whole[from..at]);
            from = at + 5;
        }
    }
    found.push(&whole[from..]);
    if found.len() == 1 { found } else { found.into_iter().flat_map(terms).collect() }
}

/// The columns that are looked up by equality, or by what is in them.
fn looked_up(condition: &str) -> Vec<String> {
    let column =
        |side: &str| side.split("::").next().unwrap_or_default().trim_matches(['(', ')', ' ']).to_owned();
    let sides =
        |term: &str| [" = ", " @> "].iter().find_map(|by| term.split_once(by).map(|(left, _)| column(left)));
    terms(condition).into_iter().filter_map(sides).collect()
}

#[test]
fn a_condition_names_what_is_looked_up() {
    assert_eq!(
        looked_up("((firm_id = $1) AND (contact_id = c.id) AND (id > $2))"),
        ["firm_id", "contact_id"]
    );
    assert_eq!(looked_up("((email_norm)::text = ANY ('{a,b}'::text[]))"), ["email_norm"]);
    assert_eq!(looked_up("(grams @> $1)"), ["grams"]);
    assert_eq!(looked_up("(ROW(sort_key, id) > ROW($1, $2))"), [""; 0]);
    assert_eq!(
        looked_up("(((archived_at IS NOT NULL) = $2) AND (firm_id = $1))"),
        ["archived_at IS NOT NULL", "firm_id"]
    );
}
