//! What a caller may rely on when writing.

use crate::sql;
use crate::testing::TestPlatform;
use kernel::AppError;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

async fn hits(t: &TestPlatform, bucket: u8) -> i64 {
    let mut conn = t.platform.db.read().await.unwrap();
    let row: Option<(i64,)> =
        sql!("SELECT hits FROM limit_counter WHERE bucket = $1 AND window_start = 0", vec![bucket])
            .optional(&mut conn)
            .await
            .unwrap();
    row.map_or(0, |row| row.0)
}

async fn add(t: &TestPlatform, bucket: u8) -> Result<(), AppError> {
    t.platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                sql!(
                    "INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, 0, 1)
                     ON CONFLICT (bucket, window_start) DO UPDATE SET hits = limit_counter.hits + 1",
                    vec![bucket]
                )
                .run(tx)
                .await?;
                Ok(())
            })
        })
        .await
}

crate::on_both!(what_was_acknowledged_is_there, |t| {
    let writes = (0..200).map(|_| add(&t, 1));
    for result in futures::future::join_all(writes).await {
        result.unwrap();
    }
    assert_eq!(hits(&t, 1).await, 200);
});

crate::on_both!(a_refusal_undoes_its_own_work_and_nobody_elses, |t| {
    let refused = t.platform.db.write(|tx| {
        Box::pin(async move {
            sql!("INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, 0, 7)", vec![2u8])
                .run(tx)
                .await?;
            Err::<(), _>(AppError::Conflict)
        })
    });
    let (refused, kept) = tokio::join!(refused, add(&t, 3));
    assert_eq!(refused, Err(AppError::Conflict));
    kept.unwrap();
    assert_eq!((hits(&t, 2).await, hits(&t, 3).await), (0, 1));
});

crate::on_both!(a_panic_undoes_its_work_and_the_next_write_goes_on, |t| {
    let result = t
        .platform
        .db
        .write(|tx| {
            Box::pin(async move {
                sql!("INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, 0, 7)", vec![4u8])
                    .run(tx)
                    .await?;
                assert!(hits_are_fine(), "on purpose");
                Ok(())
            })
        })
        .await;
    assert!(matches!(result, Err(AppError::Internal(_))));
    add(&t, 4).await.unwrap();
    assert_eq!(hits(&t, 4).await, 1);
});

fn hits_are_fine() -> bool {
    false
}

crate::on_both!(work_is_finished_although_the_caller_hung_up, |t| {
    let finished = Arc::new(AtomicUsize::new(0));
    for round in 0..100u64 {
        let (platform, done) = (t.platform.clone(), finished.clone());
        let caller = tokio::spawn(async move {
            platform
                .db
                .write(move |tx| {
                    Box::pin(async move {
                        sql!(
                            "INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, 0, 1)
                             ON CONFLICT (bucket, window_start) DO UPDATE SET hits = limit_counter.hits + 1",
                            vec![5u8]
                        )
                        .run(tx)
                        .await?;
                        done.fetch_add(1, Ordering::SeqCst);
                        Ok(())
                    })
                })
                .await
        });
        for _ in 0..round % 7 {
            tokio::task::yield_now().await;
        }
        caller.abort();
        let _ = caller.await;
    }
    // A write of our own queues behind whatever had begun; on PostgreSQL each has its own task, so wait for them.
    loop {
        add(&t, 6).await.unwrap();
        let begun = finished.load(Ordering::SeqCst) as i64;
        if hits(&t, 5).await == begun {
            break;
        }
    }
});

crate::on_both!(readers_cannot_write_on_sqlite_and_see_only_commits, |t| {
    let mut conn = t.platform.db.read().await.unwrap();
    let wrote = sql!("DELETE FROM limit_counter WHERE hits < $1", 0i64).run(&mut conn).await;
    assert_eq!(wrote.is_err(), t.platform.db.postgres().is_none());
});

crate::on_both!(a_nul_in_a_text_is_the_senders_fault, |t| {
    let mut conn = t.platform.db.read().await.unwrap();
    let asked = sql!("SELECT COUNT(*) FROM firm WHERE name = $1", "a\0b").one::<(i64,)>(&mut conn).await;
    let answer = asked.map_err(kernel::AppError::from);
    let wanted =
        if t.platform.db.postgres().is_some() { Err(kernel::AppError::BadRequest) } else { Ok((0,)) };
    assert_eq!(answer, wanted, "PostgreSQL takes none; SQLite does");
});

crate::on_both!(whoever_only_looks_reads_everything_and_writes_nothing, |t| {
    add(&t, 9).await.unwrap();
    let look = crate::db::Db::look(t.url()).await.unwrap().expect("it is there");
    let mut conn = look.read().await.unwrap();
    let (seen,): (i64,) =
        sql!("SELECT COUNT(*) FROM limit_counter WHERE bucket = $1", vec![9u8]).one(&mut conn).await.unwrap();
    assert_eq!(seen, 1, "also what is in the log only");
    assert!(sql!("DELETE FROM limit_counter").run(&mut conn).await.is_err());
    let unknown = sql!("SELECT bucket FROM not_a_table").all::<(i64,)>(&mut conn).await.unwrap_err();
    assert!(unknown.is_unknown_table(), "{unknown:?}");
    drop(conn);
    let written =
        look.write(|tx| Box::pin(async move { Ok(sql!("DELETE FROM limit_counter").run(tx).await?) }));
    assert!(written.await.is_err());
    look.close().await;
    assert_eq!(hits(&t, 9).await, 1);
});
