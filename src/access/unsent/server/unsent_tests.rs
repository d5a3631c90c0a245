//! What is kept, on both databases: for one person, on one page, for half a day, and unreadable to whoever has the
//! database only.

use super::{Unsent, find, keep, purge};
use crate::gate::testing;
use crate::unsent::rules::KEPT_FOR;
use kernel::Ts;
use platform::{Cx, on_both, sql};

fn unsent(page: &str) -> Unsent {
    Unsent { page: page.to_owned(), fields: vec![("name".to_owned(), "Ökostrom".to_owned())] }
}

/// Anna, her session's token, and the name of what was kept for her.
async fn kept(cx: &Cx, page: &str) -> (crate::gate::SignedIn, String) {
    let user = testing::user(cx, "anna@mueller.example", "Anna").await;
    let token = testing::session(cx, user).await;
    let anna = testing::signed_in_again(cx, &token).await;
    let back = keep(cx, &token, &unsent(page)).await.unwrap().unwrap();
    let (there, id) = back.split_once("kept=").unwrap();
    assert_eq!(there.trim_end_matches(['?', '&']), page);
    (anna, id.to_owned())
}

on_both!(what_was_typed_waits_for_its_person_on_its_page, |t| {
    let cx = t.cx();
    let (anna, id) = kept(&cx, "/portal/M1/settings/profile?tab=2").await;
    let bob = testing::signed_in(&cx, "bob@bolt.example", "Bob").await;
    let other = t.cx_of(&t.other_firm().await);
    let namesake = testing::signed_in(&other, "anna@mueller.example", "Anna").await;
    let page = "/portal/M1/settings/profile";
    assert_eq!(find(&cx, &anna, &id, page).await.unwrap(), Some(unsent("").fields));
    assert_eq!(find(&cx, &anna, &id, "/portal/M2/settings/profile").await.unwrap(), None);
    assert_eq!(find(&cx, &bob, &id, page).await.unwrap(), None);
    assert_eq!(find(&other, &namesake, &id, page).await.unwrap(), None);
    assert_eq!(find(&cx, &anna, "no id", page).await.unwrap(), None);
});

on_both!(it_is_deleted_when_its_time_is_over, |t| {
    let cx = t.cx();
    let (anna, id) = kept(&cx, "/portal/M1").await;
    t.clock.advance(KEPT_FOR - Ts::SECOND);
    assert_eq!(purge(&t.platform).await.unwrap(), 0);
    assert!(find(&t.cx(), &anna, &id, "/portal/M1").await.unwrap().is_some());
    t.clock.advance(Ts::SECOND);
    assert!(find(&t.cx(), &anna, &id, "/portal/M1").await.unwrap().is_none());
    assert_eq!(purge(&t.platform).await.unwrap(), 1);
});

on_both!(whoever_reads_the_database_reads_nothing_of_it, |t| {
    let cx = t.cx();
    kept(&cx, "/portal/M1").await;
    let (sealed,): (Vec<u8>,) =
        sql!("SELECT sealed FROM unsent_form").one(&mut cx.db.read().await.unwrap()).await.unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("kostrom"));
});
