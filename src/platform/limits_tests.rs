//! Limits at their boundary.

use crate::limits;
use kernel::{AppError, Limit, Ts};

const THREE: Limit = Limit::new("three", 3, 15 * Ts::MINUTE);

crate::on_both!(the_limit_is_reached_and_time_gives_it_back, |t| {
    for _ in 0..3 {
        limits::take(&t.platform, THREE, "anna").await.unwrap();
    }
    let refused = limits::take(&t.platform, THREE, "anna").await;
    assert!(
        matches!(refused, Err(AppError::TooMany(seconds)) if seconds > 0 && seconds <= 901),
        "{refused:?}"
    );
    limits::take(&t.platform, THREE, "somebody else").await.unwrap();
    t.clock.advance(30 * Ts::MINUTE);
    limits::take(&t.platform, THREE, "anna").await.unwrap();
});

crate::on_both!(parallel_tries_are_all_counted, |t| {
    let tries = (0..40).map(|_| limits::take(&t.platform, THREE, "anna"));
    let results = futures::future::join_all(tries).await;
    assert_eq!(results.iter().filter(|r| r.is_ok()).count(), 3);
});

crate::on_both!(success_forgets_the_tries, |t| {
    for _ in 0..3 {
        limits::take(&t.platform, THREE, "anna").await.unwrap();
    }
    limits::forget(&t.platform, THREE, "anna").await.unwrap();
    limits::take(&t.platform, THREE, "anna").await.unwrap();
});

crate::on_both!(one_is_given_back_where_it_was_counted, |t| {
    let into = t.platform.clock.now().0.rem_euclid(THREE.window);
    t.clock.advance(THREE.window - into);
    let first = t.platform.clock.now();
    let count = async || limits::count(&t.platform, THREE, "anna").await.unwrap();
    limits::take(&t.platform, THREE, "anna").await.unwrap();
    t.clock.advance(THREE.window);
    limits::take(&t.platform, THREE, "anna").await.unwrap();
    assert_eq!(count().await, 2);
    for _ in 0..2 {
        limits::give_back(&t.platform, THREE, "anna", first).await.unwrap();
        assert_eq!(count().await, 1, "that of this window was never in question");
    }
    limits::give_back(&t.platform, THREE, "anna", t.platform.clock.now()).await.unwrap();
    assert_eq!(count().await, 0);
});

crate::on_both!(a_share_is_given_back_where_it_was_counted_and_nothing_of_the_others, |t| {
    const OFFICE: Limit = Limit::new("office", 9, 15 * Ts::MINUTE);
    const SHARE: Limit = Limit::new("share", OFFICE.most, OFFICE.window);
    let into = t.platform.clock.now().0.rem_euclid(OFFICE.window);
    t.clock.advance(OFFICE.window - into);
    let count = async || limits::count(&t.platform, OFFICE, "ours").await.unwrap();
    let take = async |who: &str| {
        limits::take_all(&t.platform, &[(SHARE, who), (OFFICE, "ours")]).await.unwrap();
    };
    let give_back =
        async |who: &str| limits::give_back_share(&t.platform, (OFFICE, "ours"), (SHARE, who)).await.unwrap();
    for who in ["anna", "anna", "ben"] {
        take(who).await;
    }
    t.clock.advance(OFFICE.window);
    take("anna").await;
    assert_eq!(count().await, 4);
    for _ in 0..2 {
        give_back("anna").await;
        assert_eq!(count().await, 1, "Ben's stays, and nothing is given back twice");
    }
    give_back("somebody else").await;
    assert_eq!(count().await, 1);
    give_back("ben").await;
    assert_eq!(count().await, 0);
});

crate::on_both!(whoever_waits_as_long_as_told_is_let_in_and_not_a_second_earlier, |t| {
    // From every part of a window, and with the buttons pressed all the time meanwhile.
    for start in [0, 1, 100, 450, 899] {
        let who = format!("anna at {start}");
        let into = t.platform.clock.now().0.rem_euclid(THREE.window);
        t.clock.advance(THREE.window - into + start * Ts::SECOND);
        for _ in 0..3 {
            limits::take(&t.platform, THREE, &who).await.unwrap();
        }
        for _ in 0..4 {
            let Err(AppError::TooMany(told)) = limits::take(&t.platform, THREE, &who).await else {
                panic!("the limit is reached at {start}")
            };
            assert_eq!(limits::wait(&t.platform, &[(THREE, who.as_str())]).await.unwrap(), told);
            for _ in 1..told.min(40) {
                t.clock.advance(Ts::SECOND);
                assert!(limits::take(&t.platform, THREE, &who).await.is_err(), "{told} s, from {start}");
            }
            t.clock.advance(i64::from(told.saturating_sub(told.min(40))) * Ts::SECOND);
            assert!(limits::take(&t.platform, THREE, &who).await.is_err(), "a second is left of {told}");
            t.clock.advance(Ts::SECOND);
            limits::take(&t.platform, THREE, &who).await.expect("this is what they were told");
        }
    }
});

crate::on_both!(refused_attempts_do_not_close_the_next_window, |t| {
    for _ in 0..500 {
        let _ = limits::take(&t.platform, THREE, "anna").await;
    }
    assert_eq!(limits::count(&t.platform, THREE, "anna").await.unwrap(), 3);
    let Err(AppError::TooMany(told)) = limits::take(&t.platform, THREE, "anna").await else { panic!("full") };
    t.clock.advance(i64::from(told) * Ts::SECOND);
    limits::take(&t.platform, THREE, "anna").await.unwrap();
});

crate::on_both!(of_several_limits_either_all_count_or_none, |t| {
    const ONE: Limit = Limit::new("one", 1, Ts::HOUR);
    let both = [(THREE, "anna"), (ONE, "office")];
    limits::take_all(&t.platform, &both).await.unwrap();
    for _ in 0..5 {
        let refused = limits::take_all(&t.platform, &both).await;
        assert!(matches!(refused, Err(AppError::TooMany(900..))), "the longer wait counts: {refused:?}");
    }
    assert_eq!(limits::count(&t.platform, THREE, "anna").await.unwrap(), 1);
    // Nor does an act that failed for another reason.
    let platform = t.platform.clone();
    let failed = t.platform.db.write(move |tx| {
        Box::pin(async move {
            limits::take_in(tx, &platform, &[(THREE, "anna")]).await?;
            Err::<(), _>(AppError::Conflict)
        })
    });
    assert_eq!(failed.await, Err(AppError::Conflict));
    assert_eq!(limits::count(&t.platform, THREE, "anna").await.unwrap(), 1);
});
