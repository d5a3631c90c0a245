//! The database is away (REL-13): cut, silent, shut down, locked. Every request is answered once, with true words, and
//! the portal comes back by itself.

use crate::proxy::Proxy;
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use http::{StatusCode, header};
use kernel::{Role, Ts};
use platform::testing::{On, TestPlatform};
use std::time::Duration;

/// Long for an answer that comes, short for a test that waits for those that do not.
const BUDGET: Duration = Duration::from_millis(400);

struct Story {
    site: TestSite,
    proxy: Proxy,
    staff: String,
    client: String,
}

/// A portal with two people in it, whose database is reached through a proxy.
async fn begin() -> Option<Story> {
    let t = TestPlatform::new(On::Postgres).await?;
    let proxy = Proxy::before(t.url()).await;
    let site = TestSite::standing_on(t.reaching_it_by(proxy.url(), BUDGET).await);
    let cx = site.cx();
    let eva = people::staff_named(&cx, "eva@weber.example", "Eva Weber", Role::Owner, &[]).await;
    let client = people::user(&cx, "anna@acme.example", "Anna").await;
    let (staff, client) = (site.session(eva.user()).await, site.session(client).await);
    let story = Story { site, proxy, staff, client };
    it_comes_back(&story).await;
    Some(story)
}

/// One of each kind: page of a client, of staff, form, page in another language.
fn asks(story: &Story) -> Vec<Ask<'_>> {
    const SIGN_IN: [(&str, &str); 2] =
        [("email", "anna@acme.example"), ("password", "Neun Kraniche im Nebel")];
    vec![
        Ask::get("/portal").by(&story.client),
        Ask::get("/app/accounts").by(&story.staff),
        Ask::post("/login", &SIGN_IN),
        Ask::post("/password/forgot", &[("email", "anna@acme.example")]),
        Ask::get("/portal/A1").by(&story.client).with("accept-language", "de"),
    ]
}

fn is_away(answer: &Answer, what: &str) {
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{what}: {}", answer.body);
    assert!(answer.headers.contains_key(header::RETRY_AFTER), "{what}");
    let true_words = ["does not answer", "antwortet nicht"].iter().any(|words| answer.body.contains(words));
    assert!(true_words && !answer.body.contains("empty-incident"), "{what}: {}", answer.body);
}

async fn every_request_is_answered_once(story: &Story) {
    for ask in asks(story) {
        // The firm is not remembered any more, so every request has at least one question.
        story.site.t.clock.advance(10 * Ts::SECOND);
        let (what, before) = (format!("{} {}", ask.method, ask.path), story.site.t.platform.db.silences());
        let answer = story.site.ask(ask).await;
        is_away(&answer, &what);
        let waited = story.site.t.platform.db.silences() - before;
        assert!(waited <= 1, "{what} waited for {waited} time-outs, one after another");
    }
    // What asks the database nothing but whose portal this is, is drawn for the firm last known.
    assert_eq!(story.site.get("/login").await.status, StatusCode::OK);
    assert_eq!(story.site.get("/livez").await.status, StatusCode::OK);
    assert_eq!(story.site.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
}

/// Without a restart; connections that were lost are thrown away one by one.
async fn it_comes_back(story: &Story) {
    for _ in 0..100 {
        if story.site.get("/readyz").await.status == StatusCode::OK
            && story.site.get("/login").await.status == StatusCode::OK
        {
            let page = story.site.ask(Ask::get("/portal").by(&story.client)).await;
            assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{}", page.body);
            if !page.status.is_server_error() {
                return;
            }
        }
    }
    panic!("the portal does not come back");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_database_is_silent_every_request_is_answered_after_one_wait() {
    let Some(story) = begin().await else { return };
    story.proxy.hang();
    every_request_is_answered_once(&story).await;
    story.proxy.pass();
    it_comes_back(&story).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_database_is_cut_off_nothing_is_called_our_fault() {
    let Some(story) = begin().await else { return };
    story.proxy.cut();
    every_request_is_answered_once(&story).await;
    story.proxy.pass();
    it_comes_back(&story).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_requests_at_once_wait_no_longer_than_one() {
    let Some(story) = begin().await else { return };
    story.proxy.hang();
    story.site.t.clock.advance(10 * Ts::SECOND);
    let all = (0..60).map(|_| story.site.ask(Ask::get("/portal").by(&story.client)));
    let before = story.site.t.platform.db.silences();
    for answer in futures::future::join_all(all).await {
        is_away(&answer, "one of many");
    }
    assert!(story.site.t.platform.db.silences() - before <= 60);
    story.proxy.pass();
    it_comes_back(&story).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_was_under_way_when_the_database_fell_silent_is_not_done_behind_our_back() {
    let Some(story) = begin().await else { return };
    let db = story.site.t.platform.db.clone();
    story.proxy.hang();
    let refused = db.patience().over(add(&db)).await;
    assert_eq!(refused, Err(kernel::AppError::Away));
    story.proxy.pass();
    it_comes_back(&story).await;
    let mut conn = db.read().await.unwrap();
    let (n,): (i64,) = platform::sql!("SELECT COUNT(*) FROM limit_counter WHERE window_start = 4711")
        .one(&mut conn)
        .await
        .unwrap();
    assert_eq!(n, 0);
}

async fn add(db: &platform::db::Db) -> Result<u64, kernel::AppError> {
    db.write(|tx| {
        Box::pin(async move {
            let add = platform::sql!(
                "INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, 4711, 1)",
                vec![9u8]
            );
            Ok(add.run(tx).await?)
        })
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_shut_down_and_started_again_costs_no_incident() {
    let Some(story) = begin().await else { return };
    let pool = sqlx_pool(&story).await;
    for round in 0..5 {
        sqlx::query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
            .execute(&pool)
            .await
            .unwrap();
        story.site.t.clock.advance(10 * Ts::SECOND);
        for ask in asks(&story) {
            let what = format!("round {round}: {} {}", ask.method, ask.path);
            let answer = story.site.ask(ask).await;
            assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{what}: {}", answer.body);
        }
    }
}

async fn sqlx_pool(story: &Story) -> sqlx::PgPool {
    sqlx::PgPool::connect(story.site.t.url()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_sqlite_database_is_away_and_the_write_is_not_done_later() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let url = t.url().to_owned();
    let site = TestSite::standing_on(t.reaching_it_by(&url, BUDGET).await);
    let db = site.t.platform.db.clone();
    let other = sqlx::SqlitePool::connect(&url).await.unwrap();
    let mut lock = other.acquire().await.unwrap();
    sqlx::raw_sql("BEGIN EXCLUSIVE").execute(&mut *lock).await.unwrap();
    // The first waits for the lock inside the writer, the second in its queue.
    let (one, two) = tokio::join!(db.patience().over(add(&db)), db.patience().over(add(&db)));
    assert_eq!((one, two), (Err(kernel::AppError::Away), Err(kernel::AppError::Away)));
    let sign_in = [("email", "anna@acme.example"), ("password", "Neun Kraniche im Nebel")];
    is_away(&site.ask(Ask::post("/login", &sign_in)).await, "a sign-in");
    sqlx::raw_sql("ROLLBACK").execute(&mut *lock).await.unwrap();
    let later = platform::db::Db::write(&db, |_| Box::pin(async { Ok(()) })).await;
    assert_eq!(later, Ok(()));
    let mut conn = db.read().await.unwrap();
    let (n,): (i64,) = platform::sql!("SELECT COUNT(*) FROM limit_counter WHERE window_start = 4711")
        .one(&mut conn)
        .await
        .unwrap();
    assert_eq!(n, 0, "whoever was told that it failed must not find it done");
}
