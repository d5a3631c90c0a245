//! A database of its own, filled, and what the engine says to a statement on it.

use super::fill::{self, Column, Engine};
use super::tables::{Fault, grows, is_internal};
use super::words::Names;
use super::{lite, pg};
use platform::testing::{On, TestPlatform};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _, SqliteConnection};
use std::collections::BTreeMap;

enum Conn {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

pub struct Stage {
    conn: Conn,
    /// Tables by index.
    indexes: BTreeMap<String, String>,
    rows: u32,
    /// How many each table got.
    sizes: Vec<(String, i64)>,
    t: TestPlatform,
}

/// How many rows the engine is told that each growing table has.
const TOLD: u32 = 1_000_000;

impl Stage {
    /// `None` when there is no server for the engine.
    pub async fn new(engine: Engine, rows: u32) -> Option<Self> {
        let on = if engine == Engine::Sqlite { On::Sqlite } else { On::Postgres };
        let t = TestPlatform::new(on).await?;
        let conn = Conn::open(engine, &t).await;
        let mut stage = Self { conn, indexes: BTreeMap::new(), rows, sizes: Vec::new(), t };
        stage.fill(engine).await;
        stage.forget(engine).await;
        stage.indexes = stage.conn.indexes().await;
        Some(stage)
    }

    async fn fill(&mut self, engine: Engine) {
        match &mut self.conn {
            Conn::Sqlite(conn) => run(conn, "PRAGMA foreign_keys = OFF").await,
            Conn::Postgres(conn) => run_pg(conn, "SET session_replication_role = replica").await,
        }
        for (table, columns) in self.conn.tables().await {
            if let Some(text) = fill::statement(engine, &table, &columns, self.rows) {
                match &mut self.conn {
                    Conn::Sqlite(conn) => run(conn, &text).await,
                    Conn::Postgres(conn) => run_pg(conn, &text).await,
                }
            }
            if !is_internal(&table) {
                let there = self.conn.count(&table).await;
                let is_enough = !grows(&table) || there * 5 > i64::from(self.rows);
                assert!(is_enough, "{table} got {there} rows: teach plans/fill.rs its columns");
                self.sizes.push((table, there));
            }
        }
    }

    /// A connection of a database that was never analysed.
    async fn forget(&mut self, engine: Engine) {
        match &mut self.conn {
            Conn::Sqlite(conn) => {
                let known: i64 =
                    sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_master WHERE name = 'sqlite_stat1'")
                        .fetch_one(&mut *conn)
                        .await
                        .unwrap();
                if known > 0 {
                    run(conn, "DELETE FROM sqlite_stat1").await;
                }
            }
            Conn::Postgres(conn) => {
                run_pg(conn, "DELETE FROM pg_statistic WHERE starelid IN (SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace)").await;
                grown(conn, &self.sizes, self.rows).await;
            }
        }
        self.conn = Conn::open(engine, &self.t).await;
    }

    /// Lets the engine count, and multiplies what it found as if a firm had grown.
    pub async fn analyze(&mut self) {
        let engine = match &mut self.conn {
            Conn::Sqlite(conn) => {
                run(conn, "ANALYZE").await;
                grown_lite(conn, self.rows).await;
                Engine::Sqlite
            }
            Conn::Postgres(conn) => {
                run_pg(conn, "ANALYZE").await;
                grown(conn, &self.sizes, self.rows).await;
                Engine::Postgres
            }
        };
        self.conn = Conn::open(engine, &self.t).await;
    }

    /// What is wrong with the plan of a statement.
    pub async fn faults(&mut self, text: &str) -> Vec<Fault> {
        match &mut self.conn {
            Conn::Sqlite(conn) => {
                let rows = conn.fetch_all(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {text}"))).await;
                let rows = rows.unwrap_or_else(|error| panic!("{error}: {text}"));
                let rows: Vec<(i64, i64, String)> =
                    rows.iter().map(|row| (row.get(0), row.get(1), row.get(3))).collect();
                let (names, tree) = (Names::of(text), lite::tree(&rows, 0));
                lite::Judge::new(&names, &self.indexes, &tree).faults()
            }
            // Nothing is planned for a change of the schema.
            Conn::Postgres(_) if !has_a_plan(text) => Vec::new(),
            Conn::Postgres(conn) => {
                let plan = explained(conn, text).await;
                pg::Judge { indexes: &self.indexes, root: &plan[0]["Plan"] }.faults()
            }
        }
    }
}

fn has_a_plan(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().to_uppercase();
    ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE"].contains(&first.trim_start_matches('('))
}

/// The plan that serves whatever values there are.
async fn explained(conn: &mut PgConnection, text: &str) -> serde_json::Value {
    run_pg(conn, &format!("PREPARE asked AS {text}")).await;
    let values = vec!["NULL"; parameters(text)].join(", ");
    let values = if values.is_empty() { values } else { format!("({values})") };
    let rows = conn.fetch_all(AssertSqlSafe(format!("EXPLAIN (FORMAT JSON) EXECUTE asked{values}"))).await;
    let rows = rows.unwrap_or_else(|error| panic!("{error}: {text}"));
    run_pg(conn, "DEALLOCATE asked").await;
    let plan: String = rows[0].try_get_unchecked(0).unwrap();
    serde_json::from_str(&plan).unwrap()
}

/// The highest `$n`.
fn parameters(text: &str) -> usize {
    let after = text.split('$').skip(1);
    let digits = after.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    digits.filter_map(|number| number.parse().ok()).max().unwrap_or(0)
}

async fn run(conn: &mut SqliteConnection, text: &str) {
    sqlx::raw_sql(AssertSqlSafe(text.to_owned()))
        .execute(conn)
        .await
        .unwrap_or_else(|e| panic!("{e}: {text}"));
}

async fn run_pg(conn: &mut PgConnection, text: &str) {
    sqlx::raw_sql(AssertSqlSafe(text.to_owned()))
        .execute(conn)
        .await
        .unwrap_or_else(|e| panic!("{e}: {text}"));
}

/// PostgreSQL reckons with rows a page times pages.
async fn grown(conn: &mut PgConnection, sizes: &[(String, i64)], rows: u32) {
    let factor = TOLD / rows;
    for (table, there) in sizes {
        let there = if grows(table) { there * i64::from(factor) } else { *there };
        let text = format!(
            "UPDATE pg_class SET reltuples = {there}, relpages = GREATEST(pg_relation_size(oid) / 8192, 1)
             WHERE oid = '{table}'::regclass"
        );
        run_pg(conn, &text).await;
    }
}

/// SQLite keeps, for each index, how many rows there are and how many share the first columns of it.
async fn grown_lite(conn: &mut SqliteConnection, rows: u32) {
    let (factor, most) = (i64::from(TOLD / rows), i64::from(rows / 5));
    let found: Vec<(i64, String)> =
        sqlx::query_as("SELECT rowid, stat FROM sqlite_stat1 WHERE stat IS NOT NULL")
            .fetch_all(&mut *conn)
            .await
            .unwrap();
    for (row, stat) in found {
        let mut numbers = stat.split(' ');
        let Some(all) = numbers.next().and_then(|n| n.parse::<i64>().ok()).filter(|all| *all > most) else {
            continue;
        };
        let mut told = vec![(all * factor).to_string()];
        told.extend(numbers.map(|word| match word.parse::<i64>() {
            // What a hundredth of all have in common is of a kind that grows with them.
            Ok(alike) if alike * 100 > all => (alike * factor).to_string(),
            _ => word.to_owned(),
        }));
        sqlx::query("UPDATE sqlite_stat1 SET stat = $1 WHERE rowid = $2")
            .bind(told.join(" "))
            .bind(row)
            .execute(&mut *conn)
            .await
            .unwrap();
    }
}

impl Conn {
    async fn open(engine: Engine, t: &TestPlatform) -> Self {
        match engine {
            Engine::Sqlite => {
                let mut conn = SqliteConnection::connect(t.url()).await.unwrap();
                run(&mut conn, "PRAGMA foreign_keys = ON").await;
                Self::Sqlite(conn)
            }
            Engine::Postgres => {
                // Planning as the product does.
                let options = t.platform.db.postgres().unwrap().connect_options();
                let mut conn = PgConnection::connect_with(&options).await.unwrap();
                // What a machine with more cores shares out among them is the same work.
                run_pg(&mut conn, "SET max_parallel_workers_per_gather = 0").await;
                Self::Postgres(conn)
            }
        }
    }

    /// Tables that a statement can fill: a full-text index and the tables it keeps for itself are none.
    async fn tables(&mut self) -> BTreeMap<String, Vec<Column>> {
        let found: Vec<(String, String, String, bool)> = match self {
            Self::Sqlite(conn) => sqlx::query_as(
                "SELECT m.name, p.name, p.type, p.\"notnull\" = 0 FROM sqlite_master m JOIN pragma_table_info(m.name) p
                 WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND NOT EXISTS (
                    SELECT 1 FROM sqlite_master v WHERE v.sql LIKE 'CREATE VIRTUAL%' AND m.name LIKE v.name || '\\_%' ESCAPE '\\')",
            )
            .fetch_all(conn)
            .await
            .unwrap(),
            Self::Postgres(conn) => sqlx::query_as(
                "SELECT c.table_name::text, c.column_name::text, c.data_type::text, c.is_nullable = 'YES'
                 FROM information_schema.columns c JOIN information_schema.tables t
                    ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
                 WHERE c.table_schema = 'public'",
            )
            .fetch_all(conn)
            .await
            .unwrap(),
        };
        let mut tables: BTreeMap<String, Vec<Column>> = BTreeMap::new();
        for (table, name, kind, nullable) in found {
            tables.entry(table).or_default().push(Column { name, kind, nullable });
        }
        tables
    }

    async fn count(&mut self, table: &str) -> i64 {
        let text = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        match self {
            Self::Sqlite(conn) => sqlx::query_scalar(text).fetch_one(conn).await.unwrap(),
            Self::Postgres(conn) => sqlx::query_scalar(text).fetch_one(conn).await.unwrap(),
        }
    }

    async fn indexes(&mut self) -> BTreeMap<String, String> {
        let found: Vec<(String, String)> = match self {
            Self::Sqlite(conn) => {
                let text = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'";
                sqlx::query_as(text).fetch_all(conn).await.unwrap()
            }
            Self::Postgres(conn) => {
                let text =
                    "SELECT indexname::text, tablename::text FROM pg_indexes WHERE schemaname = 'public'";
                sqlx::query_as(text).fetch_all(conn).await.unwrap()
            }
        };
        found.into_iter().collect()
    }
}
