//! Both engines know every statement and have the same tables (REL-17, REL-20).

use platform::db::{Registered, registered};
use platform::sql;
use platform::testing::{On, TestPlatform};
use std::collections::{BTreeMap, BTreeSet};

fn linked() -> Vec<&'static Registered> {
    // Areas are linked in by the site; without it the linker would drop their statements.
    assert!(!access::gate::Door::all().is_empty());
    registered().collect()
}

async fn prepare_all(on: On) {
    let Some(t) = TestPlatform::new(on).await else { return };
    let statements = linked();
    assert!(statements.len() > 60, "only {} statements are registered", statements.len());
    let mut conn = t.platform.db.read().await.unwrap();
    let mut faults = Vec::new();
    for statement in statements {
        let text = if on == On::Sqlite { statement.sqlite } else { statement.postgres };
        if let Err(error) = conn.prepare(text).await {
            faults.push(format!("{}:{}: {}", statement.file, statement.line, error.0));
        }
    }
    assert!(faults.is_empty(), "{on:?}:\n{}", faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_can_be_prepared_on_sqlite() {
    prepare_all(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_can_be_prepared_on_postgres() {
    prepare_all(On::Postgres).await;
}

#[test]
fn every_list_has_a_limit_and_every_statement_of_an_area_names_a_firm() {
    let mut faults = Vec::new();
    for (statement, text) in linked().into_iter().flat_map(|one| [(one, one.sqlite), (one, one.postgres)]) {
        if text.to_uppercase().contains("SELECT *") {
            faults.push(format!("{}:{} names no columns", statement.file, statement.line));
        }
        let of_an_area = ["/directory/", "/access/", "/clients/", "/firm/"]
            .iter()
            .any(|area| statement.file.contains(area));
        if of_an_area && !text.contains("firm_id") && !FIRMLESS.iter().any(|known| text.contains(known)) {
            faults.push(format!("{}:{} names no firm: {}", statement.file, statement.line, text));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Statements that belong to no firm, by a piece of their text.
const FIRMLESS: &[&str] = &[
    "setup_link",
    "FROM session\n",
    "expires_at <",
    "last_used_at <",
    // Once, for what was accepted before there was a question.
    "SET remove_at = $1",
    "last_at <",
    "SELECT COUNT(*) FROM staff_member WHERE role",
    // The firm's own row, whose id is the firm.
    "FROM firm WHERE id = $1",
    "FROM unsent_form WHERE created_at",
];

type Columns = BTreeMap<String, BTreeSet<(String, bool)>>;

async fn columns(t: &TestPlatform, on: On) -> Columns {
    let mut conn = t.platform.db.read().await.unwrap();
    let rows: Vec<(String, String, bool)> = match on {
        On::Sqlite => sql_lite(&mut conn).await,
        On::Postgres => sql_pg(&mut conn).await,
    };
    let mut tables = Columns::new();
    // Where the engines have their own index for searches.
    let is_index = |table: &str, column: &str| {
        table.starts_with("search_gram") || (table == "search_doc" && column == "grams")
    };
    let rows =
        rows.into_iter().filter(|(table, column, _)| !table.starts_with('_') && !is_index(table, column));
    for (table, column, nullable) in rows {
        tables.entry(table).or_default().insert((column, nullable));
    }
    tables
}

async fn sql_lite(conn: &mut platform::db::Conn) -> Vec<(String, String, bool)> {
    platform::db::Stmt::new(
        "SELECT m.name, p.name, p.\"notnull\" = 0 FROM sqlite_master m JOIN pragma_table_info(m.name) p
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
        vec![],
    )
    .all(conn)
    .await
    .unwrap()
}

async fn sql_pg(conn: &mut platform::db::Conn) -> Vec<(String, String, bool)> {
    platform::db::Stmt::new(
        "SELECT c.table_name::text, c.column_name::text, c.is_nullable = 'YES' FROM information_schema.columns c
         JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
         WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'",
        vec![],
    )
    .all(conn)
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn both_engines_have_the_same_tables_columns_and_nullability() {
    let lite = TestPlatform::new(On::Sqlite).await.unwrap();
    let Some(pg) = TestPlatform::new(On::Postgres).await else { return };
    assert_eq!(columns(&lite, On::Sqlite).await, columns(&pg, On::Postgres).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_nodes_may_migrate_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("portico.db").display());
    let nodes = (0..5).map(|_| {
        let url = url.clone();
        tokio::spawn(async move { platform::migrate::run(&url).await })
    });
    for node in futures::future::join_all(nodes).await {
        node.unwrap().unwrap();
    }
    let db = platform::db::Db::open(&url).await.unwrap();
    let mut conn = db.read().await.unwrap();
    let (n,): (i64,) = sql!("SELECT COUNT(*) FROM firm").one(&mut conn).await.unwrap();
    assert_eq!(n, 0);
}
