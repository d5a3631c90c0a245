//! No statement of the product reads, walks or sorts a table that grows with a firm: by the plan that each engine makes
//! for it, once when it knows nothing of the tables and once when it knows of a million rows in each.

mod fill;
mod known;
mod lite;
mod pg;
mod planted;
mod stage;
mod tables;
mod words;

use fill::Engine;
use known::KNOWN;
use platform::db::registered;
use stage::Stage;
use std::collections::{BTreeMap, BTreeSet};
use tables::Fault;

/// A statement on one engine.
struct Asked {
    file: &'static str,
    line: u32,
    text: &'static str,
}

fn statements(engine: Engine) -> Vec<Asked> {
    // Areas are linked in by the site; without it the linker would drop their statements.
    assert!(!access::gate::Door::all().is_empty());
    let of_the_product = registered().filter(|one| !is_of_a_test(one.file));
    let mut all: Vec<Asked> = of_the_product
        .map(|one| {
            let text = if engine == Engine::Sqlite { one.sqlite } else { one.postgres };
            Asked { file: one.file, line: one.line, text }
        })
        .collect();
    all.sort_by_key(|one| (one.file, one.line));
    all
}

fn is_of_a_test(file: &str) -> bool {
    ["tests", "testing", "bench/"].iter().any(|place| file.contains(place))
}

/// What is found, by what the engine knew of the tables.
type Found = BTreeMap<(String, Fault), BTreeSet<&'static str>>;

async fn judged(stage: &mut Stage, engine: Engine) -> (Found, BTreeSet<usize>) {
    let asked = statements(engine);
    assert!(asked.len() > 300, "only {} statements are registered", asked.len());
    let (mut found, mut used) = (Found::new(), BTreeSet::new());
    for knowing in ["without statistics", "with statistics"] {
        if knowing == "with statistics" {
            stage.analyze().await;
        }
        for one in &asked {
            for fault in stage.faults(one.text).await {
                let known = KNOWN.iter().position(|known| known.is_about(one.file, one.text, &fault));
                match known {
                    Some(at) => {
                        used.insert(at);
                    }
                    None => {
                        let place = format!("{}:{}", one.file, one.line);
                        found.entry((place, fault)).or_default().insert(knowing);
                    }
                }
            }
        }
    }
    (found, used)
}

fn listed(found: &Found) -> String {
    let lines = found.iter().map(|((place, fault), knowing)| {
        let when = if knowing.len() == 2 { "always" } else { knowing.first().copied().unwrap_or_default() };
        format!("{place}: {:?} ({when}): {}", fault.rule, fault.line)
    });
    lines.collect::<Vec<_>>().join("\n")
}

async fn hold(engine: Engine) {
    let Some(mut stage) = Stage::new(engine, 4_000).await else { return };
    let (found, used) = judged(&mut stage, engine).await;
    let idle = KNOWN.iter().enumerate().filter(|(at, known)| known.on(engine) && !used.contains(at));
    let idle: Vec<String> = idle.map(|(_, known)| format!("{} ({})", known.piece, known.why)).collect();
    assert!(
        found.is_empty() && idle.is_empty(),
        "{engine:?}, {} findings:\n{}\nexcepted without need:\n{}",
        found.len(),
        listed(&found),
        idle.join("\n")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn no_statement_grows_with_a_firm_on_sqlite() {
    hold(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_statement_grows_with_a_firm_on_postgres() {
    hold(Engine::Postgres).await;
}
