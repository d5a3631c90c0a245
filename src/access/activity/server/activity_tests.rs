//! One's own activity: everything that happened to the sign-in, in words, and nothing of anybody else.

use super::part;
use crate::activity::rules::Kind;
use crate::activity::{Activity, ActivityPart};
use crate::gate::{Reply, SignedIn, Visitor, testing};
use crate::password::{self, Target};
use crate::sessions;
use crate::sessions::fixtures::{self, PASSWORD};
use kernel::{Role, Ts, UserId, paths};
use platform::testing::TestPlatform;
use platform::{Cx, on_both};

const ANNA: &str = "anna@mueller.example";

async fn who(cx: &Cx, user: UserId) -> SignedIn {
    let token = testing::session(cx, user).await;
    fixtures::holder(cx, &token).await.signed_in().expect("signed in").clone()
}

async fn seen(cx: &Cx, user: UserId) -> Vec<Activity> {
    part(cx, &who(cx, user).await, None).await.expect("a part").rows
}

fn kinds(rows: &[Activity]) -> Vec<Kind> {
    rows.iter().map(|row| row.kind).collect()
}

/// The first step of a sign-in.
async fn give(cx: &Cx, email: &str, password: &str) -> Reply {
    let form = [("email", email), ("password", password)];
    fixtures::post(cx, Visitor::nobody(), paths::SIGN_IN, &form).await.expect("an answer")
}

/// Password, a wrong code, the right one.
async fn sign_in_as(t: &TestPlatform, email: &str) {
    let cx = t.cx();
    let Reply::With { cookies, .. } = give(&cx, email, PASSWORD).await else { panic!("a code is asked for") };
    let token = cookies[0].value.clone().expect("a token");
    let pending = fixtures::holder(&cx, &token).await;
    let right = fixtures::newest_code(t, email).await;
    let wrong = if right == "000000" { "111111" } else { "000000" };
    for code in [wrong, &right] {
        fixtures::post(&cx, pending.clone(), paths::SIGN_IN_CODE, &[("code", code)])
            .await
            .expect("an answer");
    }
}

on_both!(a_sign_in_with_its_code_and_its_failures_is_seen_newest_first, |t| {
    let cx = t.cx();
    let anna = fixtures::anna(&t).await;
    give(&cx, ANNA, "not the password").await;
    t.clock.advance(Ts::MINUTE);
    sign_in_as(&t, ANNA).await;
    let rows = seen(&cx, anna).await;
    assert_eq!(kinds(&rows), [Kind::SignedIn, Kind::WrongCode, Kind::CodeSent, Kind::WrongPassword]);
    let first = &rows[0];
    assert_eq!(
        (first.ip.as_str(), first.place.as_str(), first.os.as_str(), first.browser.as_str()),
        ("203.0.113.7", "Germany", "Windows", "Firefox")
    );
    assert!(rows.iter().all(|row| row.by.is_empty()));
});

on_both!(others_are_seen_by_themselves_only_also_those_of_another_firm_with_the_same_address, |t| {
    let cx = t.cx();
    let anna = fixtures::anna(&t).await;
    let bob = fixtures::with_password(&cx, "bob@bolt.example", "Bob").await;
    let other = t.cx_of(&t.other_firm().await);
    let twin = fixtures::with_password(&other, ANNA, "Anna Elsewhere").await;
    for (cx, user) in [(&cx, bob), (&other, twin)] {
        let c = cx.clone();
        cx.write(move |tx| Box::pin(async move { sessions::start(tx, &c, user, "code").await.map(drop) }))
            .await
            .unwrap();
    }
    assert!(seen(&cx, anna).await.is_empty());
    assert_eq!(kinds(&seen(&cx, bob).await), [Kind::SignedIn]);
    // Nor does an address that nobody has hang on anybody.
    give(&cx, "nobody@mueller.example", "x").await;
    assert!(seen(&cx, anna).await.is_empty());
});

on_both!(a_link_that_staff_sent_says_who_but_not_from_where_and_only_to_the_address_it_went_to, |t| {
    let cx = t.cx();
    let account = fixtures::account(&cx, "M1", "Mueller GmbH").await;
    let setting = fixtures::grant(&cx, account, ANNA).await;
    let anna = fixtures::with_password(&cx, ANNA, "Anna Müller").await;
    let eva = testing::staff(&cx, Role::Owner, &[]).await;
    let target = Target { email_norm: ANNA.to_owned(), account, account_code: "M1".to_owned(), setting };
    let (c, staff) = (cx.clone(), testing::may(&eva));
    cx.write(move |tx| Box::pin(async move { password::send_reset(tx, &c, &staff, target).await }))
        .await
        .unwrap();
    let rows = seen(&cx, anna).await;
    assert_eq!(kinds(&rows), [Kind::ResetSent]);
    assert_eq!(rows[0].by, "Eva Weber");
    assert_eq!((rows[0].ip.as_str(), rows[0].place.as_str(), rows[0].browser.as_str()), ("", "", ""));
    // The row of the Info tab gets another owner: the link was not theirs.
    let heir = fixtures::with_password(&cx, "heir@mueller.example", "Heir").await;
    move_address(&cx, ANNA, "heir@mueller.example").await;
    assert!(seen(&cx, heir).await.is_empty());
});

async fn move_address(cx: &Cx, from: &str, to: &str) {
    let (from, to) = (from.to_owned(), to.to_owned());
    let done = cx.write(move |tx| {
        Box::pin(async move {
            let moved = platform::sql!(
                "UPDATE contact_email SET email = $2, email_norm = $2 WHERE email_norm = $1",
                from,
                to
            );
            Ok(moved.run(tx).await?)
        })
    });
    done.await.unwrap();
}

on_both!(a_forgotten_password_tells_from_where_it_was_reported_and_that_it_was_set, |t| {
    let cx = t.cx();
    let anna = fixtures::anna(&t).await;
    let form = [("email", "Anna@Mueller.example")];
    fixtures::post(&cx, Visitor::nobody(), paths::FORGOT, &form).await.unwrap();
    platform::work::run_due(&cx.platform).await.unwrap();
    let rows = seen(&cx, anna).await;
    assert_eq!(kinds(&rows), [Kind::ResetSent]);
    assert_eq!(
        (rows[0].by.as_str(), rows[0].ip.as_str(), rows[0].os.as_str()),
        ("", "203.0.113.7", "Windows")
    );
    let token = fixtures::newest_token(&t, ANNA).await;
    let new = [("password", "Sonnenblume im Hinterhof")];
    let link = (password::LINK, token.as_str());
    fixtures::post_with(&cx, Visitor::nobody(), paths::RESET, link, &new).await.unwrap();
    let now = kinds(&seen(&cx, anna).await);
    assert_eq!(now[..2], [Kind::SignedInByReset, Kind::ResetUsed], "{now:?}");
});

on_both!(a_long_history_comes_in_parts_without_gap_or_repetition, |t| {
    let cx = t.cx();
    let anna = fixtures::anna(&t).await;
    for _ in 0..45 {
        let c = cx.clone();
        cx.write(move |tx| Box::pin(async move { sessions::start(tx, &c, anna, "code").await.map(drop) }))
            .await
            .unwrap();
        t.clock.advance(Ts::MINUTE);
    }
    let me = who(&cx, anna).await;
    let (mut all, mut next) = (Vec::new(), None::<String>);
    let mut sizes = Vec::new();
    loop {
        let ActivityPart { rows, next: more } = part(&cx, &me, next.as_deref()).await.unwrap();
        sizes.push(rows.len());
        all.extend(rows);
        if more.is_none() {
            break;
        }
        next = more;
    }
    assert_eq!(sizes, [20, 20, 5]);
    let mut ids: Vec<&str> = all.iter().map(|row| row.id.as_str()).collect();
    assert!(ids.is_sorted_by(|a, b| a > b), "newest first");
    ids.dedup();
    assert_eq!(ids.len(), 45);
    for nonsense in ["", "x", "\u{0}", "' OR 1=1", &"9".repeat(10_000)] {
        assert_eq!(part(&cx, &me, Some(nonsense)).await.unwrap().rows.len(), 20, "{nonsense:?}");
    }
});

on_both!(times_are_told_in_the_readers_own_zone, |t| {
    let anna = fixtures::anna(&t).await;
    let mut cx = t.cx();
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { sessions::start(tx, &c, anna, "code").await.map(drop) }))
        .await
        .unwrap();
    let berlin = seen(&cx, anna).await[0].at.clone();
    cx.zone = Some("Asia/Tokyo".to_owned());
    let tokyo = seen(&cx, anna).await[0].at.clone();
    assert_eq!(berlin.iso, tokyo.iso);
    assert_ne!(berlin.text, tokyo.text);
});

on_both!(many_failures_are_summed_up_and_the_sum_is_seen_at_once, |t| {
    let cx = t.cx();
    let anna = fixtures::anna(&t).await;
    for _ in 0..30 {
        give(&cx, ANNA, "wrong wrong wrong").await;
        t.clock.advance(100 * Ts::SECOND);
    }
    let sums = |rows: &[Activity]| -> Vec<String> {
        rows.iter().filter(|row| row.kind == Kind::MorePasswords).map(|row| row.about.clone()).collect()
    };
    let alone = |rows: &[Activity]| rows.iter().filter(|row| row.kind == Kind::WrongPassword).count();
    let rows = seen(&cx, anna).await;
    assert_eq!((sums(&rows), alone(&rows)), (vec!["20".to_owned()], 10));
    assert_eq!(rows[0].kind, Kind::MorePasswords, "the last of them was the newest");
    assert_eq!(rows[0].ip, "203.0.113.7");
    t.clock.advance(Ts::HOUR);
    platform::audit::close_attempts(&t.platform).await.unwrap();
    let rows = seen(&cx, anna).await;
    assert_eq!((sums(&rows), alone(&rows)), (vec!["20".to_owned()], 10), "and afterwards as well");
});
