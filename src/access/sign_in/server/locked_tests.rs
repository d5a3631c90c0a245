//! A lock of codes is told once an hour, and counts as told when it is.

use super::locked::codes_locked;
use crate::gate::testing;
use platform::testing::TestPlatform;
use platform::{on_both, sql};

async fn told(t: &TestPlatform) -> i64 {
    let mut conn = t.platform.db.read().await.unwrap();
    let (n,): (i64,) =
        sql!("SELECT COUNT(*) FROM domain_event WHERE kind = 'codes_locked'").one(&mut conn).await.unwrap();
    n
}

async fn rename(t: &TestPlatform, to: &'static str) {
    let done = t.platform.db.write(move |tx| {
        Box::pin(async move {
            match to {
                "away" => sql!("ALTER TABLE domain_event RENAME TO domain_event_away").run(tx).await?,
                _ => sql!("ALTER TABLE domain_event_away RENAME TO domain_event").run(tx).await?,
            };
            Ok(())
        })
    });
    done.await.unwrap();
}

on_both!(a_lock_that_could_not_be_told_is_told_at_the_next_try, |t| {
    let cx = t.cx();
    let user = testing::user(&cx, "anna@mueller.example", "Anna").await;
    rename(&t, "away").await;
    assert!(codes_locked(&cx, user).await.is_err());
    rename(&t, "back").await;
    for _ in 0..3 {
        assert_eq!(codes_locked(&cx, user).await, Ok(()));
    }
    assert_eq!(told(&t).await, 1);
});
