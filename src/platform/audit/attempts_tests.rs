//! Nobody makes the trail grow without end, and what it says stays true.

use super::attempts::{ALL, EACH, MORE, WINDOW, close_attempts, record_attempt};
use super::{Act, Who};
use crate::testing::{On, TestPlatform};
use crate::{Cx, sql};
use kernel::{FirmId, Ts, UserId};

fn failed(subject: &str, user: Option<UserId>) -> Act {
    Act {
        event: "sign_in_failed",
        who: Who::guest(),
        account: None,
        subject_id: user.map(|id| id.0),
        subject: subject.to_owned(),
        detail: "password".to_owned(),
    }
}

async fn attempt(cx: &Cx, subject: &str, user: Option<UserId>) {
    let (c, act) = (cx.clone(), failed(subject, user));
    cx.write(move |tx| Box::pin(async move { Ok(record_attempt(tx, &c, act).await?) })).await.unwrap();
}

/// Subject and detail of the rows of this event.
async fn rows(cx: &Cx, event: &str) -> Vec<(String, String)> {
    let mut conn = cx.db.read().await.unwrap();
    let firm: FirmId = cx.firm.id;
    sql!("SELECT subject, detail FROM audit_event WHERE firm_id = $1 AND event = $2 ORDER BY id", firm, event)
        .all(&mut conn)
        .await
        .unwrap()
}

/// What is being counted at this person's address.
async fn unlisted_of(cx: &Cx, user: UserId) -> Vec<(String, i64)> {
    let mut conn = cx.db.read().await.unwrap();
    sql!("SELECT event, unlisted FROM audit_attempt WHERE subject_id = $1 AND unlisted > 0", user)
        .all(&mut conn)
        .await
        .unwrap()
}

/// To the beginning of an hour.
fn next_hour(t: &TestPlatform) {
    let now = t.platform.clock.now().0;
    t.clock.advance(WINDOW - now.rem_euclid(WINDOW));
}

crate::on_both!(the_first_ones_stand_alone_and_the_others_as_one_row, |t| {
    let cx = t.cx();
    next_hour(&t);
    let anna = UserId(cx.ids.next());
    for _ in 0..EACH + 240 {
        attempt(&t.cx(), "anna@mueller.example", Some(anna)).await;
    }
    assert_eq!(rows(&cx, "sign_in_failed").await.len(), usize::try_from(EACH).unwrap());
    assert_eq!(unlisted_of(&cx, anna).await, [("sign_in_failed".to_owned(), 240)]);
    // Not before the hour is over, and then once.
    close_attempts(&t.platform).await.unwrap();
    assert_eq!(rows(&cx, MORE).await, []);
    t.clock.advance(WINDOW);
    let (one, two) = tokio::join!(close_attempts(&t.platform), close_attempts(&t.platform));
    assert!(one.is_ok() && two.is_ok());
    let row = ("anna@mueller.example".to_owned(), "sign_in_failed 240".to_owned());
    assert_eq!(rows(&cx, MORE).await, [row]);
    assert_eq!(unlisted_of(&cx, anna).await, []);
    // The next hour begins anew.
    attempt(&t.cx(), "anna@mueller.example", Some(anna)).await;
    assert_eq!(rows(&cx, "sign_in_failed").await.len(), usize::try_from(EACH).unwrap() + 1);
});

crate::on_both!(ever_new_addresses_make_no_more_rows_either, |t| {
    let cx = t.cx();
    let other = t.cx_of(&t.other_firm().await);
    next_hour(&t);
    for n in 0..ALL + 50 {
        attempt(&cx, &format!("u{n}@mueller.example"), None).await;
    }
    // Somebody who is known is counted among them, and named.
    let anna = UserId(cx.ids.next());
    attempt(&cx, "anna@mueller.example", Some(anna)).await;
    attempt(&other, "anna@mueller.example", None).await;
    assert_eq!(rows(&cx, "sign_in_failed").await.len(), usize::try_from(ALL).unwrap());
    assert_eq!(rows(&other, "sign_in_failed").await.len(), 1, "each firm has room of its own");
    t.clock.advance(WINDOW + Ts::SECOND);
    close_attempts(&t.platform).await.unwrap();
    let mut more = rows(&cx, MORE).await;
    more.sort();
    assert_eq!(
        more,
        [
            (String::new(), "sign_in_failed 50".to_owned()),
            ("anna@mueller.example".to_owned(), "sign_in_failed 1".to_owned())
        ]
    );
    assert_eq!(rows(&other, MORE).await, []);
    let (left,): (i64,) =
        sql!("SELECT COUNT(*) FROM audit_attempt").one(&mut cx.db.read().await.unwrap()).await.unwrap();
    assert_eq!(left, 0, "nothing stays beside the trail");
});

crate::on_both!(parallel_attempts_are_all_accounted_for, |t| {
    let cx = t.cx();
    next_hour(&t);
    let tries = (0..40).map(|_| attempt(&cx, "anna@mueller.example", None));
    futures::future::join_all(tries).await;
    t.clock.advance(WINDOW);
    close_attempts(&t.platform).await.unwrap();
    assert_eq!(rows(&cx, "sign_in_failed").await.len(), usize::try_from(EACH).unwrap());
    assert_eq!(rows(&cx, MORE).await, [(String::new(), format!("sign_in_failed {}", 40 - EACH))]);
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counters_that_cannot_be_read_are_their_own_firms_matter() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let (cx, other) = (t.cx(), t.cx_of(&t.other_firm().await));
    next_hour(&t);
    for cx in [&cx, &other] {
        let anna = UserId(cx.ids.next());
        for _ in 0..EACH + 5 {
            attempt(cx, "anna@mueller.example", Some(anna)).await;
        }
    }
    let spoil = sql!("UPDATE audit_attempt SET last_at = $2 WHERE firm_id = $1", cx.firm.id, "yesterday");
    cx.db.write(move |tx| Box::pin(async move { Ok(spoil.run(tx).await?) })).await.unwrap();
    t.clock.advance(WINDOW);
    close_attempts(&t.platform).await.unwrap();
    assert_eq!((rows(&cx, MORE).await.len(), rows(&other, MORE).await.len()), (0, 1));
}
