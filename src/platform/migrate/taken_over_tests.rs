//! What migrations make of rows that are there.

use super::{OF_POSTGRES, OF_SQLITE};
use crate::db::Stmt;
use crate::sql;
use crate::testing::TestPlatform;
use kernel::Ts;
use serde_json::{Value, json};

/// As it was.
const RESET_REQUEST: &str = "CREATE TABLE reset_request (
    id UUID NOT NULL PRIMARY KEY, firm_id UUID NOT NULL REFERENCES firm (id), email_norm TEXT NOT NULL,
    locale TEXT NOT NULL, created_at BIGINT NOT NULL, lease_until BIGINT, done_at BIGINT,
    ip TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '', os TEXT NOT NULL DEFAULT '',
    browser TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'reset', counted_for TEXT)";

async fn run(t: &TestPlatform, statements: Vec<Stmt>) {
    let work = t.platform.db.write(move |tx| {
        Box::pin(async move {
            for statement in statements {
                statement.run(tx).await?;
            }
            Ok(())
        })
    });
    work.await.unwrap();
}

/// The statements of a migration that the engines have each their own text for.
fn migration(t: &TestPlatform, version: i64) -> Vec<Stmt> {
    let engine = if t.platform.db.postgres().is_some() { &OF_POSTGRES } else { &OF_SQLITE };
    let found = engine.iter().find(|migration| migration.version == version).unwrap();
    let texts = found.sql.as_str().split(';').map(str::trim).filter(|text| !text.is_empty());
    texts.map(|text| Stmt::new(Box::leak(text.to_owned().into_boxed_str()), Vec::new())).collect()
}

fn asked(t: &TestPlatform, address: &str, counted_for: Option<&str>, done_at: Option<Ts>) -> Stmt {
    sql!(
        "INSERT INTO reset_request (id, firm_id, email_norm, locale, created_at, done_at, ip, place, os, browser, kind, counted_for)
         VALUES ($1, $2, $3, 'en', $4, $5, '203.0.113.7', 'Côte d’Ivoire', 'Windows', 'Firefox', 'reset', $6)",
        t.platform.ids.next(),
        t.firm.id,
        address,
        t.platform.clock.now(),
        done_at,
        counted_for.map(str::to_owned)
    )
}

crate::on_both!(requests_for_a_new_password_that_wait_become_jobs, |t| {
    let now = t.platform.clock.now();
    run(&t, vec![Stmt::new(RESET_REQUEST, Vec::new())]).await;
    let all = vec![
        asked(&t, "\"a\\b\"@mueller.example", None, None),
        asked(&t, "anna@mueller.example", Some("203.0.113.0/24"), None),
        asked(&t, "done@mueller.example", None, Some(now)),
    ];
    run(&t, all).await;
    run(&t, migration(&t, 46)).await;
    let mut conn = t.platform.db.read().await.unwrap();
    let jobs: Vec<(String, String, String, Ts, i64, i64)> =
        sql!("SELECT name, payload, state, run_at, attempts, fence FROM job ORDER BY id LIMIT 5")
            .all(&mut conn)
            .await
            .unwrap();
    let wanted = |address: &str, counted_for: Option<&str>| {
        json!({
            "kind": "reset", "spelling": address, "asked_at": now.0, "counted_for": counted_for,
            "ip": "203.0.113.7", "place": "Côte d’Ivoire", "os": "Windows", "browser": "Firefox",
        })
    };
    let payloads: Vec<Value> = jobs.iter().map(|job| serde_json::from_str(&job.1).unwrap()).collect();
    let both =
        [wanted("\"a\\b\"@mueller.example", None), wanted("anna@mueller.example", Some("203.0.113.0/24"))];
    assert_eq!(payloads, both);
    for (name, _, state, run_at, attempts, fence) in &jobs {
        assert_eq!((name.as_str(), state.as_str()), ("password requests", "open"));
        assert_eq!((*run_at, *attempts, *fence), (now, 0, 0));
    }
    let gone = sql!("SELECT COUNT(*) FROM reset_request").one::<(i64,)>(&mut conn).await;
    assert!(gone.unwrap_err().is_unknown_table());
});
