//! What ends a read: its time, its visitor, the process; and how the engine is set up.

use super::conn::{Inner, LiteConn};
use super::{Db, DbError, Patience};
use crate::sql;
use crate::testing::{On, TestPlatform};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;

/// Over soon; for the one limit that a test is about.
const SOON: Duration = Duration::from_millis(100);
/// Not within any test.
const NEVER: Duration = Duration::from_secs(3600);

/// Never ends by itself.
async fn endless(db: &Db) -> Result<(i64,), DbError> {
    let mut conn = db.read().await?;
    sql!("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT COUNT(*) FROM c")
        .one(&mut conn)
        .await
}

/// Such a read of somebody's.
fn begin(db: &Db, patience: Option<Patience>) -> JoinHandle<Result<(i64,), DbError>> {
    let db = db.clone();
    tokio::spawn(async move {
        match patience {
            Some(patience) => patience.over(endless(&db)).await,
            None => endless(&db).await,
        }
    })
}

/// How many of them the engine is working on.
async fn running(t: &TestPlatform, db: &Db) -> i64 {
    if db.postgres().is_none() {
        let before = db.steps();
        // Some thousand steps are taken in the time of some commits, unless the machine has no time for it.
        for _ in 0..50 {
            t.platform.db.write(|_| Box::pin(async { Ok(()) })).await.unwrap();
            if db.steps() > before {
                return 1;
            }
        }
        return 0;
    }
    let (n,): (i64,) = sql!(
        "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'
           AND query LIKE 'WITH RECURSIVE c(x)%'"
    )
    .one(&mut t.platform.db.read().await.unwrap())
    .await
    .unwrap();
    n
}

async fn until_running(t: &TestPlatform, db: &Db, most: i64) {
    while running(t, db).await < most {
        tokio::task::yield_now().await;
    }
}

async fn until_none_runs(t: &TestPlatform, db: &Db) {
    while running(t, db).await > 0 {
        tokio::task::yield_now().await;
    }
}

/// The same database opened once more, with requests that bear a silence of this length.
async fn opened(t: &TestPlatform, budget: Duration) -> Db {
    Db::open(t.url()).await.unwrap().with_budget(budget)
}

crate::on_both!(a_read_that_takes_too_long_ends_and_its_connection_is_free, |t| {
    let db = opened(&t, SOON).await;
    // More, one after another, than there are connections.
    for round in 0..20 {
        let answer = db.patience().over(endless(&db)).await;
        assert!(answer.is_err_and(|error| error.is_away()), "round {round}");
    }
    assert_eq!(db.silences(), 20, "each was waited for once");
    until_none_runs(&t, &db).await;
    let all = (0..20).map(|_| async { db.read().await.map(drop) });
    assert!(futures::future::join_all(all).await.iter().all(Result::is_ok));
});

crate::on_both!(a_read_ends_when_its_visitor_leaves, |t| {
    let db = opened(&t, NEVER).await;
    let patience = db.patience();
    let leaving = patience.leaving();
    let read = begin(&db, Some(patience));
    until_running(&t, &db, 1).await;
    drop(leaving);
    let answer = read.await.unwrap();
    assert!(answer.as_ref().is_err_and(DbError::is_away), "{answer:?}");
    assert_eq!(db.silences(), 0, "nobody waited in vain");
    until_none_runs(&t, &db).await;
});

crate::on_both!(a_read_that_is_dropped_in_the_middle_ends_too, |t| {
    let db = opened(&t, NEVER).await;
    for _ in 0..20 {
        let read = begin(&db, Some(db.patience()));
        until_running(&t, &db, 1).await;
        read.abort();
        assert!(read.await.unwrap_err().is_cancelled());
        until_none_runs(&t, &db).await;
    }
});

crate::on_both!(closing_ends_every_read, |t| {
    let db = opened(&t, NEVER).await;
    let reads = [begin(&db, None), begin(&db, Some(db.patience()))];
    until_running(&t, &db, if db.postgres().is_some() { 2 } else { 1 }).await;
    db.close().await;
    for read in reads {
        assert!(read.await.unwrap().is_err());
    }
    assert!(db.read().await.is_err());
    until_none_runs(&t, &db).await;
});

crate::on_both!(one_visitor_leaves_connections_for_the_others, |t| {
    let db = opened(&t, NEVER).await;
    let of = |name: &str| {
        let patience = db.patience();
        patience.is_of(name);
        patience
    };
    let (mut leaving, mut reads) = (Vec::new(), Vec::new());
    for _ in 0..40 {
        let patience = of("one");
        leaving.push(patience.leaving());
        reads.push(begin(&db, Some(patience)));
    }
    until_running(&t, &db, 1).await;
    let other = of("other").over(async {
        let mut conn = db.read().await?;
        sql!("SELECT COUNT(*) FROM firm").one::<(i64,)>(&mut conn).await
    });
    assert_eq!(other.await.unwrap(), (1,));
    drop(leaving);
    for read in reads {
        assert!(read.await.unwrap().is_err());
    }
});

crate::on_both!(an_abandoned_read_counts_until_its_engine_has_let_go_of_it, |t| {
    let db = opened(&t, NEVER).await;
    let most = crate::db::pg::READERS;
    let reads: Vec<_> = (0..most).map(|_| begin(&db, Some(db.patience()))).collect();
    until_running(&t, &db, if db.postgres().is_some() { i64::from(most) } else { 1 }).await;
    reads.iter().for_each(JoinHandle::abort);
    let mut held = Vec::new();
    for _ in 0..if db.postgres().is_some() { most } else { 1 } {
        held.push(db.patience().over(db.read()).await.unwrap());
        let running = running(&t, &db).await;
        let taken = i64::try_from(held.len()).unwrap();
        assert!(running + taken <= i64::from(most), "{running} still run, {taken} were given out anew");
    }
});

crate::on_both!(whoever_leaves_their_reads_waits_for_their_turn_and_nobody_else_does, |t| {
    let db = opened(&t, NEVER).await;
    let of = |name: &str| {
        let patience = db.patience();
        patience.is_of(name);
        patience
    };
    let is_postgres = db.postgres().is_some();
    let half = if is_postgres { crate::db::pg::READERS / 2 } else { 1 };
    let reads: Vec<_> = (0..half).map(|_| begin(&db, Some(of("one")))).collect();
    until_running(&t, &db, i64::from(half)).await;
    reads.iter().for_each(JoinHandle::abort);
    let other = of("other").over(db.read()).await;
    assert!(other.is_ok());
    let own = of("one").over(db.read()).await;
    assert!(own.is_ok());
    if is_postgres {
        assert!(running(&t, &db).await < i64::from(half), "one of theirs has ended");
    }
});

/// Writers of one visitor, who wait for one row.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_visitor_leaves_connections_to_write_for_the_others() {
    let Some(t) = TestPlatform::new(On::Postgres).await else { return };
    let db = opened(&t, NEVER).await;
    let touch = |name: &'static str| {
        let (db, patience) = (db.clone(), db.patience());
        patience.is_of(name);
        tokio::spawn(patience.over(async move {
            db.write(|tx| {
                Box::pin(async move { Ok(sql!("UPDATE firm SET name = name").run(tx).await.map(drop)?) })
            })
            .await
        }))
    };
    let mut holder = sqlx::PgPool::connect(t.url()).await.unwrap().begin().await.unwrap();
    sqlx::raw_sql("UPDATE firm SET name = name").execute(&mut *holder).await.unwrap();
    let waiting: Vec<_> = (0..40).map(|_| touch("one")).collect();
    let blocked = async || {
        let (n,): (i64,) = sql!(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        .one(&mut t.platform.db.read().await.unwrap())
        .await
        .unwrap();
        n
    };
    let half = i64::from(crate::db::pg::WRITERS / 2);
    while blocked().await < half {
        tokio::task::yield_now().await;
    }
    let patience = db.patience();
    patience.is_of("other");
    let other = db
        .write(|tx| Box::pin(async move { Ok(sql!("SELECT COUNT(*) FROM firm").one::<(i64,)>(tx).await?) }));
    assert_eq!(patience.over(other).await, Ok((1,)));
    assert_eq!(blocked().await, half, "the others of the first wait for their turn");
    holder.rollback().await.unwrap();
    for one in waiting {
        assert_eq!(one.await.unwrap(), Ok(()));
    }
}

crate::on_both!(a_write_that_was_begun_goes_on_when_its_visitor_leaves, |t| {
    let db = opened(&t, NEVER).await;
    let patience = db.patience();
    let leaving = patience.leaving();
    let done = patience.over(async {
        let written = db.write(move |tx| {
            Box::pin(async move {
                drop(leaving);
                let (n,): (i64,) = sql!("SELECT COUNT(*) FROM firm").one(tx).await?;
                Ok(n)
            })
        });
        let written = written.await?;
        // What belongs to it is read to its end, too.
        let (n,): (i64,) = sql!("SELECT COUNT(*) FROM firm").one(&mut db.read().await?).await?;
        Ok::<_, kernel::AppError>((written, n))
    });
    assert_eq!(done.await, Ok((1, 1)));
});

async fn number(conn: &mut super::Conn, stmt: super::Stmt) -> i64 {
    stmt.one::<(i64,)>(conn).await.unwrap().0
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_is_compiled_and_set_up_as_we_rely_on() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let mut conn = t.platform.db.read().await.unwrap();
    let options: Vec<(String,)> = sql!("PRAGMA compile_options").all(&mut conn).await.unwrap();
    let has = |name: &str| options.iter().any(|(option,)| option.starts_with(name));
    // Plans depend on the statement alone, so that no value makes one be prepared anew.
    assert!(has("ENABLE_QPSG") && !has("ENABLE_STAT4"), "{options:?}");
    assert!(!has("ENABLE_MEMORY_MANAGEMENT"), "its mutex is taken for every page: {options:?}");
    assert!(has("ENABLE_FTS5") && has("THREADSAFE=1"), "{options:?}");
    assert_eq!(number(&mut conn, sql!("PRAGMA query_only")).await, 1);
    let set_up = t.platform.db.write(|tx| {
        Box::pin(async move {
            Ok([
                number(tx, sql!("PRAGMA synchronous")).await,
                number(tx, sql!("PRAGMA foreign_keys")).await,
                number(tx, sql!("PRAGMA query_only")).await,
                number(tx, sql!("PRAGMA temp_store")).await,
            ])
        })
    });
    assert_eq!(set_up.await.unwrap(), [2, 1, 0, 2], "what is acknowledged is on disk");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_is_prepared_once_whatever_its_values() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let db = t.platform.db.clone();
    db.count_steps(true);
    let mut steps = Vec::new();
    for name in ["%a", "b%", "c", "_"] {
        let before = db.steps();
        let mut conn = db.read().await.unwrap();
        let asked = sql!("SELECT COUNT(*) FROM firm WHERE name LIKE $1 AND locale = 'none'", name);
        asked.one::<(i64,)>(&mut conn).await.unwrap();
        steps.push(db.steps() - before);
    }
    assert!(steps[0] > steps[1], "preparing takes steps: {steps:?}");
    assert!(steps[1..].iter().all(|some| *some == steps[1] && *some > 0), "{steps:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn statistics_are_of_large_tables_only() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let db = t.platform.db.clone();
    let fill = sql!(
        "INSERT INTO limit_counter (bucket, window_start, hits)
         WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 20000)
         SELECT CAST(x AS BLOB), x, 1 FROM c"
    );
    db.write(move |tx| Box::pin(async move { Ok(fill.run(tx).await?) })).await.unwrap();
    db.optimize().await.unwrap();
    let known: Vec<(String,)> =
        sql!("SELECT DISTINCT tbl FROM sqlite_stat1").all(&mut db.read().await.unwrap()).await.unwrap();
    assert_eq!(
        known,
        [("limit_counter".to_owned(),)],
        "a firm has one row, and may have a million accounts tomorrow"
    );
}

crate::on_both!(statistics_can_be_made_at_any_time, |t| {
    let db: &Db = &t.platform.db;
    db.optimize().await.unwrap();
    db.optimize_daily().await.unwrap();
    db.shorten_log().await.unwrap();
});

#[tokio::test(flavor = "multi_thread")]
async fn a_long_journal_becomes_short() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let db = t.platform.db.clone();
    let log = t.folder().join("portico.db-wal");
    // Somebody who reads keeps the journal from being used anew.
    let other = sqlx::SqlitePool::connect(t.url()).await.unwrap();
    let mut reader = other.begin().await.unwrap();
    sqlx::query("SELECT COUNT(*) FROM firm").execute(&mut *reader).await.unwrap();
    for round in 0..80i64 {
        let add = sql!(
            "INSERT INTO limit_counter (bucket, window_start, hits) VALUES (zeroblob(1000000), $1, 1)",
            round
        );
        db.write(move |tx| Box::pin(async move { Ok(add.run(tx).await?) })).await.unwrap();
    }
    assert!(std::fs::metadata(&log).unwrap().len() > 64 * 1024 * 1024);
    reader.rollback().await.unwrap();
    db.shorten_log().await.unwrap();
    assert_eq!(std::fs::metadata(&log).unwrap().len(), 0);
}

/// As a write of the worker after half a minute.
#[tokio::test(flavor = "multi_thread")]
async fn an_endless_write_ends_and_takes_its_transaction_with_it() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let (writer, _) = super::lite::open(t.url()).await.unwrap();
    let inner = Inner::Sqlite(LiteConn::Kept(writer.take().await.unwrap()));
    let patience = opened(&t, SOON).await.patience();
    let mut conn = super::Conn::new(inner, Arc::default(), Some(patience));
    conn.control("BEGIN IMMEDIATE").await.unwrap();
    let add = || sql!("INSERT INTO limit_counter (bucket, window_start, hits) VALUES (zeroblob(1), 0, 1)");
    add().run(&mut conn).await.unwrap();
    let endless = sql!(
        "INSERT INTO limit_counter (bucket, window_start, hits)
         WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
         SELECT zeroblob(2), x, 1 FROM c WHERE x < 0"
    );
    assert!(endless.run(&mut conn).await.is_err_and(|error| error.is_away() && error.is_interrupted()));
    assert!(conn.is_broken() && add().run(&mut conn).await.is_err());
    drop(conn);
    let mut conn = t.platform.db.read().await.unwrap();
    let kept = number(&mut conn, sql!("SELECT COUNT(*) FROM limit_counter"));
    assert_eq!(kept.await, 0);
}

/// A write that is broken off takes its whole transaction with it, and nothing that comes later is done outside of one.
#[tokio::test(flavor = "multi_thread")]
async fn what_follows_a_lost_transaction_is_not_done() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let db = t.platform.db.clone();
    let done = db.write(|tx| {
        Box::pin(async move {
            let add = |n: u8| {
                sql!("INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, 0, 1)", vec![n])
            };
            add(1).run(tx).await?;
            // As an interrupt, a full disk or a failed read of a page does by itself.
            tx.control("ROLLBACK").await?;
            tx.break_for_test();
            let refused = add(2).run(tx).await;
            assert!(refused.is_err());
            Ok(())
        })
    });
    assert_eq!(done.await, Err(kernel::AppError::Away));
    let again = db.write(|_| Box::pin(async { Ok(()) })).await;
    assert_eq!(again, Ok(()));
    let kept: i64 = number(&mut db.read().await.unwrap(), sql!("SELECT COUNT(*) FROM limit_counter")).await;
    assert_eq!(kept, 0);
}
