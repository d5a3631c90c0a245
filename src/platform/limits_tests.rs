//! Limits at their boundary.

use crate::limits::{self, Limit};
use kernel::{AppError, Ts};

const THREE: Limit = Limit::new("three", 3, 15 * Ts::MINUTE);

crate::on_both!(the_limit_is_reached_and_time_gives_it_back, |t| {
    for _ in 0..3 {
        limits::take(&t.platform, THREE, "anna").await.unwrap();
    }
    let refused = limits::take(&t.platform, THREE, "anna").await;
    assert!(
        matches!(refused, Err(AppError::TooMany(seconds)) if seconds > 0 && seconds <= 900),
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
