//! Reads that never end: others are answered meanwhile, whoever leaves takes theirs along, and none holds a stop up.

use crate::restart;
use crate::site::{Ask, TestSite};
use crate::wire::{Talk, Wire, patient, within};
use access::gate::testing as people;
use axum::extract::Request;
use axum::middleware::Next;
use http::StatusCode;
use kernel::{Role, paths};
use platform::testing::{On, TestPlatform};
use sqlx::AssertSqlSafe;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;

/// Not within any test.
const NEVER: Duration = Duration::from_secs(3600);
/// The one page that reads the table which is spoiled here.
const HOSTS: &str = "/app/settings/firm/hosts";

const HOST_WANTED: (&str, &[&str]) = ("host_wanted", &["firm_id", "host", "token", "created_at"]);
/// Read by the worker several times a second.
const JOB: (&str, &[&str]) = (
    "job",
    &[
        "id",
        "firm_id",
        "name",
        "dedup_key",
        "payload",
        "state",
        "run_at",
        "attempts",
        "fence",
        "created_at",
        "ended_at",
        "reason",
    ],
);
/// Read by whoever asks whether all is well.
const MAIL_HEALTH: (&str, &[&str]) =
    ("mail_health", &["scope", "state", "since", "trouble", "words", "silent"]);

/// Puts a view in the place of a table, which whoever reads it reads for ever, however they ask.
fn spoiled((table, columns): (&str, &[&str])) -> AssertSqlSafe<String> {
    // Of each row, so that no engine can tell beforehand that there is none.
    let column = |name: &&str| format!("(SELECT {name} FROM was_{table} WHERE c.x > 0 LIMIT 1) AS {name}");
    let columns: Vec<String> = columns.iter().map(column).collect();
    AssertSqlSafe(format!(
        "ALTER TABLE {table} RENAME TO was_{table};
         CREATE VIEW {table} AS
            WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
            SELECT {} FROM c WHERE c.x < 0",
        columns.join(", ")
    ))
}

/// A portal whose page of hosts never comes, and three people.
struct Story {
    site: TestSite,
    owner: String,
    eva: String,
    client: String,
}

async fn begin(on: On) -> Option<Story> {
    let t = TestPlatform::new(on).await?;
    let url = t.url().to_owned();
    let site = TestSite::standing_on(t.reaching_it_by(&url, NEVER).await);
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    let eva = people::staff_named(&site.cx(), "eva@weber.example", "Eva Weber", Role::Admin, &[]).await;
    let client = people::user(&site.cx(), "anna@acme.example", "Anna").await;
    let (owner, eva) = (site.session(owner.user()).await, site.session(eva.user()).await);
    let client = site.session(client).await;
    assert_eq!(site.ask(Ask::get(HOSTS).by(&owner)).await.status, StatusCode::OK);
    match on {
        On::Sqlite => drop(sqlx::raw_sql(spoiled(HOST_WANTED)).execute(&lite(&url).await).await.unwrap()),
        On::Postgres => {
            let pool = sqlx::PgPool::connect(&url).await.unwrap();
            sqlx::raw_sql(spoiled(HOST_WANTED)).execute(&pool).await.unwrap();
        }
    }
    Some(Story { site, owner, eva, client })
}

async fn lite(url: &str) -> sqlx::SqlitePool {
    sqlx::SqlitePool::connect(url).await.unwrap()
}

impl Story {
    /// Whether somebody is reading it at the moment.
    async fn is_read(&self) -> bool {
        let db = &self.site.t.platform.db;
        if db.postgres().is_none() {
            let before = db.steps();
            // Some thousand steps are taken in the time of some commits, unless the machine has no time for it.
            for _ in 0..50 {
                db.write(|_| Box::pin(async { Ok(()) })).await.unwrap();
                if db.steps() > before {
                    return true;
                }
            }
            return false;
        }
        let asked = platform::db::Stmt::new(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'
               AND query LIKE '%FROM host_wanted%' AND pid <> pg_backend_pid()",
            vec![],
        );
        let (n,): (i64,) = asked.one(&mut db.read().await.unwrap()).await.unwrap();
        n > 0
    }

    async fn until(&self, is_read: bool) {
        let turns = async {
            while self.is_read().await != is_read {
                tokio::task::yield_now().await;
            }
        };
        within(turns).await;
    }
}

async fn others_go_on(on: On) {
    let Some(story) = begin(on).await else { return };
    let mut asked = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let (router, owner) = (story.site.router(), story.owner.clone());
        asked.spawn(async move { TestSite::asked_of(router, Ask::get(HOSTS).by(&owner)).await });
    }
    story.until(true).await;
    for _ in 0..3 {
        for ask in [
            Ask::get("/app/accounts").by(&story.eva),
            Ask::get("/portal").by(&story.client),
            Ask::get("/login"),
            Ask::post(paths::FORGOT, &[("email", "anna@acme.example")]),
        ] {
            let what = format!("{} {}", ask.method, ask.path);
            let answer = within(story.site.ask(ask)).await;
            assert!(!answer.status.is_server_error(), "{what}: {}", answer.body);
        }
    }
    // They are still at it.
    story.until(true).await;
    // Their browser is closed.
    asked.shutdown().await;
    story.until(false).await;
    let answer = within(story.site.ask(Ask::get("/app/accounts").by(&story.owner))).await;
    assert_eq!(answer.status, StatusCode::OK, "and there is room for them again");
}

#[tokio::test(flavor = "multi_thread")]
async fn four_endless_pages_of_one_visitor_leave_room_for_others_on_sqlite() {
    others_go_on(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn four_endless_pages_of_one_visitor_leave_room_for_others_on_postgres() {
    others_go_on(On::Postgres).await;
}

async fn a_stop_comes_to_its_end(on: On) {
    let Some(story) = begin(on).await else { return };
    let read = Arc::new(Semaphore::new(0));
    let one_more = read.clone();
    let counted = axum::middleware::from_fn(move |request: Request, next: Next| {
        one_more.add_permits(1);
        next.run(request)
    });
    let wire = Wire::serving(story.site.router().layer(counted), patient()).await;
    let mut tabs = Vec::new();
    for _ in 0..4 {
        let mut tab = wire.talk().await;
        tab.ask(HOSTS, &format!("Cookie: __Host-sid={}\r\n", story.owner)).await;
        tabs.push(tab);
    }
    // What was not read yet would get no answer.
    within(read.acquire_many(4)).await.unwrap().forget();
    story.until(true).await;
    let db = story.site.t.platform.db.clone();
    db.stop();
    // Its patience would never end.
    assert!(wire.stop().await);
    for tab in tabs {
        let rest = tab.rest().await;
        assert!(rest.starts_with("HTTP/1.1 "), "{rest:?}");
    }
    within(db.close()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn endless_pages_do_not_hold_a_stop_up_on_sqlite() {
    a_stop_comes_to_its_end(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn endless_pages_do_not_hold_a_stop_up_on_postgres() {
    a_stop_comes_to_its_end(On::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sigterm_ends_a_process_whose_worker_and_visitors_read_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let child = restart::start(&listener, folder.path());
    assert!(restart::is_alive(address).await);
    let pool = lite(&format!("sqlite://{}", folder.path().join("portico.db").display())).await;
    for table in [JOB, MAIL_HEALTH] {
        sqlx::raw_sql(spoiled(table)).execute(&pool).await.unwrap();
    }
    pool.close().await;
    let mut asked = Vec::new();
    for _ in 0..4 {
        let mut talk = Talk::on(TcpStream::connect(address).await.unwrap());
        talk.ask("/readyz", "Connection: close\r\n").await;
        asked.push(talk);
    }
    // After a visitor's patience the worker is at it, too.
    for talk in asked {
        assert!(talk.rest().await.starts_with("HTTP/1.1 "));
    }
    assert!(restart::is_alive(address).await);
    within(tokio::task::spawn_blocking(move || restart::terminate(child))).await.unwrap();
}
