//! The gate is seen failing: bad statements of every kind, planted on real databases, are found, and good ones are not.

use super::fill::Engine;
use super::stage::Stage;
use super::tables::Rule;
use std::collections::BTreeSet;

/// A statement and what is to be found in it.
type Planted = (&'static str, &'static [Rule]);

const ON_BOTH: &[Planted] = &[
    // Good ones.
    ("SELECT a.name FROM account a WHERE a.id = $1 AND a.firm_id = $2", &[]),
    ("SELECT e.email FROM contact_email e WHERE e.contact_id = $1 ORDER BY e.email", &[]),
    ("SELECT m.role, COUNT(*) FROM staff_member m GROUP BY m.role", &[]),
    // All accounts, whatever there is for an index.
    ("SELECT a.id FROM account a WHERE a.name = $1", &[Rule::Scan]),
    ("SELECT COUNT(*) FROM audit_event", &[Rule::Scan]),
    ("UPDATE contact SET version = version + 1 WHERE name = $1", &[Rule::Scan]),
    ("DELETE FROM session WHERE ip = $1", &[Rule::Scan]),
    // As above, in a corner.
    ("SELECT m.role, (SELECT COUNT(*) FROM contact c WHERE c.name = m.role) FROM staff_member m", &[Rule::Scan]),
    // What a firm, a state or an age has in common.
    ("SELECT c.id FROM contact c WHERE c.firm_id = $1", &[Rule::Walk]),
    ("SELECT a.id FROM account a WHERE a.firm_id = $1 AND (a.archived_at IS NOT NULL) = $2", &[Rule::Walk]),
    ("SELECT s.id FROM session s WHERE s.expires_at < $1", &[Rule::Walk]),
    // Sorted, grouped and told apart by the way.
    ("SELECT a.id FROM account a WHERE a.firm_id = $1 ORDER BY a.created_at LIMIT 10", &[Rule::Walk, Rule::Sort]),
    ("SELECT s.changed_by, COUNT(*) FROM contact_setting s GROUP BY s.changed_by", &[Rule::Scan, Rule::Sort]),
    ("SELECT DISTINCT i.locale FROM invitation i", &[Rule::Scan, Rule::Sort]),
    (
        "WITH kinds AS (SELECT a.kind FROM account a) SELECT k.kind FROM kinds k ORDER BY k.kind LIMIT 5",
        &[Rule::Scan, Rule::Sort],
    ),
    // Cut off first, sorted then.
    (
        "WITH page AS (SELECT c.id, c.locale FROM contact c WHERE c.firm_id = $1 ORDER BY c.sort_key, c.id LIMIT 50)
         SELECT p.id FROM page p ORDER BY p.locale",
        &[Rule::Walk],
    ),
];

/// The other side of a join without an index: made for this statement, or read whole.
const JOINED: &str = "SELECT a.id FROM contact a JOIN contact b ON b.name = a.name WHERE a.id = $1";
const UNINDEXED: &str = "SELECT a.id FROM portal_user a JOIN contact b ON b.name = a.name AND b.version > 7";

async fn hold(engine: Engine, only_here: &[Planted]) {
    let Some(mut stage) = Stage::new(engine, 1_000).await else { return };
    let mut wrong = Vec::new();
    for knowing in ["nothing", "much"] {
        if knowing == "much" {
            stage.analyze().await;
        }
        for (text, wanted) in ON_BOTH.iter().chain(only_here) {
            let faults = stage.faults(text).await;
            let rules: BTreeSet<Rule> = faults.iter().map(|fault| fault.rule).collect();
            if rules != wanted.iter().copied().collect() {
                wrong.push(format!("knowing {knowing}: {text}\n    wanted {wanted:?}, found {faults:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{engine:?}:\n{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_planted_on_sqlite_is_found() {
    hold(Engine::Sqlite, &[(UNINDEXED, &[Rule::Scan, Rule::Index])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_planted_on_postgres_is_found() {
    hold(Engine::Postgres, &[(JOINED, &[Rule::Scan])]).await;
}
