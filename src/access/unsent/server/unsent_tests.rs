//! What is kept, on both databases: for one person, on one page, for half a day, and unreadable to whoever has the
//! database only.

use super::{Typed, Unsent, find, keep, purge};
use crate::gate::{CLIENT_IDLE, SignedIn, testing};
use crate::sessions;
use crate::unsent::rules::{KEPT_FOR, LATE};
use kernel::{Ts, UserId};
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};

fn unsent(page: &str) -> Unsent {
    let fields = vec![("name".to_owned(), "Ökostrom".to_owned())];
    Unsent { page: page.to_owned(), typed: Typed { form: Some("account".to_owned()), fields } }
}

fn in_browser(cx: &Cx, token: Option<String>) -> Cx {
    let mut cx = cx.clone();
    cx.browser_token = token;
    cx
}

/// This user signs in, in the browser of this request or in one not seen before: the request of that browser from then on, and
/// the session's token.
async fn enter(cx: &Cx, user: UserId) -> (Cx, String) {
    let c = cx.clone();
    let begun = cx.write(move |tx| Box::pin(async move { sessions::start_full(tx, &c, user, "code").await }));
    let begun = begun.await.unwrap();
    let browser = begun.browser.map(|secret| secret.expose().clone());
    (in_browser(cx, browser), begun.token.expose().clone())
}

/// Anna, the requests of her browser, and the name of what was kept for her after her session had run out.
async fn kept(t: &TestPlatform, page: &str) -> (SignedIn, Cx, String) {
    let user = testing::user(&t.cx(), "anna@mueller.example", "Anna").await;
    let (cx, token) = enter(&t.cx(), user).await;
    let anna = testing::signed_in_again(&cx, &token).await;
    t.clock.advance(CLIENT_IDLE);
    let back = keep(&cx, &token, &unsent(page), |_| true).await.unwrap().unwrap();
    let (there, id) = back.split_once("kept=").unwrap();
    assert_eq!(there.trim_end_matches(['?', '&']), page);
    (anna, cx, id.to_owned())
}

on_both!(what_was_typed_waits_for_its_person_on_its_page, |t| {
    let (anna, cx, id) = kept(&t, "/portal/M1/settings/profile?tab=2").await;
    let bob = testing::signed_in(&cx, "bob@bolt.example", "Bob").await;
    let other = t.cx_of(&t.other_firm().await);
    let namesake = testing::signed_in(&other, "anna@mueller.example", "Anna").await;
    let page = "/portal/M1/settings/profile";
    assert_eq!(find(&cx, &anna, &id, page).await.unwrap(), Some(unsent("").typed));
    assert_eq!(find(&cx, &anna, &id, "/portal/M2/settings/profile").await.unwrap(), None);
    assert_eq!(find(&cx, &bob, &id, page).await.unwrap(), None);
    assert_eq!(find(&other, &namesake, &id, page).await.unwrap(), None);
    assert_eq!(find(&cx, &anna, "no id", page).await.unwrap(), None);
});

on_both!(it_is_deleted_when_its_time_is_over, |t| {
    let (anna, cx, id) = kept(&t, "/portal/M1").await;
    t.clock.advance(KEPT_FOR - Ts::SECOND);
    assert_eq!(purge(&t.platform).await.unwrap(), 0);
    assert!(find(&cx, &anna, &id, "/portal/M1").await.unwrap().is_some());
    t.clock.advance(Ts::SECOND);
    assert!(find(&cx, &anna, &id, "/portal/M1").await.unwrap().is_none());
    assert_eq!(purge(&t.platform).await.unwrap(), 1);
});

on_both!(whoever_reads_the_database_reads_nothing_of_it, |t| {
    let (_, cx, _) = kept(&t, "/portal/M1").await;
    let (sealed,): (Vec<u8>,) =
        sql!("SELECT sealed FROM unsent_form").one(&mut cx.db.read().await.unwrap()).await.unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("kostrom"));
});

on_both!(a_token_that_somebody_has_leaves_nothing_on_its_persons_page, |t| {
    let (anna, own, id) = kept(&t, "/portal/M1").await;
    // Neither in another browser of hers,
    let (other, token) = enter(&t.cx(), anna.user()).await;
    assert_eq!(find(&other, &anna, &id, "/portal/M1").await.unwrap(), None);
    // nor with the token alone, with a made-up browser or one of somebody else's,
    t.clock.advance(CLIENT_IDLE);
    let ben = testing::user(&t.cx(), "ben@mueller.example", "Ben").await;
    let (bens, _) = enter(&t.cx(), ben).await;
    let made_up = in_browser(&t.cx(), Some("x".repeat(43)));
    for thief in [t.cx(), made_up, bens] {
        assert_eq!(keep(&thief, &token, &unsent("/portal/M1"), |_| true).await.unwrap(), None);
    }
    assert_eq!(keep(&own, &token, &unsent("/portal/M1"), |_| false).await.unwrap(), None, "another's form");
    assert!(keep(&own, &token, &unsent("/portal/M1"), |_| true).await.unwrap().is_some());
    // nor long after the session ran out.
    t.clock.advance(LATE);
    assert_eq!(keep(&own, &token, &unsent("/portal/M1"), |_| true).await.unwrap(), None);
});

on_both!(what_was_typed_is_known_by_the_form_it_was_typed_into, |t| {
    let cx = t.cx();
    let typed = |action: &str, fields: &[(&str, &str)]| {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Typed::of(&cx, action, fields).form
    };
    assert_eq!(typed("/app/settings/team/invite", &[("name", "Ina")]).as_deref(), Some("invite"));
    let member = "/app/settings/team/0190a000-0000-7000-8000-000000000000";
    assert_eq!(typed(member, &[("version", "1")]).as_deref(), Some("rights"));
    assert_eq!(
        typed(&format!("{member}/accounts"), &[("account", "M1"), ("on", "true")]).as_deref(),
        Some("member")
    );
    // One that cannot be read, and what no command takes.
    assert_eq!(typed(member, &[("version", "one")]), None);
    for nowhere in
        ["", "/", "/nowhere", "/app/settings/team/a/b/c", "https://evil.example/app/settings/team/invite"]
    {
        assert_eq!(typed(nowhere, &[("name", "Ina")]), None, "{nowhere}");
    }
});
