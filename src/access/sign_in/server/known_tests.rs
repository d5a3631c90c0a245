//! A browser of one's own: no lock-out by strangers, and a mail when it is not one's own (SEC-8, SEC-11).

use super::codes;
use super::password::{Answer, sign_in};
use crate::gate::{Cookie, Pending, Reply, Visitor, testing};
use crate::password;
use crate::sessions::fixtures::{self, PASSWORD, anna, newest_token};
use crate::sessions::start_full;
use crate::upkeep::purge;
use kernel::email::Lookup;
use kernel::{AppError, Role, Ts, UserId, paths};
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};

const ANNA: &str = "anna@mueller.example";

/// Signs in whole and answers the browser's cookie.
async fn enter(cx: &Cx, user: UserId, factor: &'static str) -> String {
    let c = cx.clone();
    let begun = cx.write(move |tx| Box::pin(async move { start_full(tx, &c, user, factor).await }));
    begun.await.unwrap().browser.unwrap().expose().clone()
}

fn with(cx: &Cx, browser: &str) -> Cx {
    let mut cx = cx.clone();
    cx.browser_token = Some(browser.to_owned());
    cx
}

on_both!(whoever_uses_up_the_tries_of_an_address_locks_out_strangers_only, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let own = with(&cx, &enter(&cx, user, "code").await);
    for _ in 0..10 {
        assert!(matches!(sign_in(&cx, ANNA, "wrong", None, None).await, Ok(Answer::Wrong)));
        t.clock.advance(5 * Ts::SECOND);
    }
    assert!(matches!(sign_in(&cx, ANNA, PASSWORD, None, None).await, Err(AppError::TooMany(_))));
    let made_up = with(&cx, &"A".repeat(43));
    assert!(matches!(sign_in(&made_up, ANNA, PASSWORD, None, None).await, Err(AppError::TooMany(_))));
    assert!(matches!(sign_in(&own, ANNA, PASSWORD, None, None).await, Ok(Answer::Pending(_))));
    t.drain_mail().await;
    let mail = t.mail.sent_to(ANNA).pop().unwrap();
    assert!(
        mail.rendered.text.contains("10"),
        "the code mail tells of the wrong tries: {}",
        mail.rendered.text
    );
    // A known browser has its limit, too, and then that of strangers.
    for n in 1..20 {
        assert!(matches!(sign_in(&own, ANNA, "wrong", None, None).await, Ok(Answer::Wrong)), "{n}");
        if n != 9 {
            let at_once = sign_in(&own, ANNA, PASSWORD, None, None).await.err();
            assert_eq!(at_once.map(|error| error.status()), Some(429), "{n}");
        }
        t.clock.advance(5 * Ts::SECOND);
    }
    assert!(matches!(sign_in(&own, ANNA, PASSWORD, None, None).await, Err(AppError::TooMany(_))));
    // And is known for its owner only.
    let other = "ben@mueller.example";
    fixtures::with_password(&cx, other, "Ben").await;
    assert!(matches!(sign_in(&own, other, "wrong", None, None).await, Ok(Answer::Wrong)));
});

/// Gives the right password in this browser; the sign-in that then waits for its code.
async fn begin(t: &TestPlatform, cx: &Cx, password: &str) -> Result<Pending, AppError> {
    let Answer::Pending(started) = sign_in(cx, ANNA, password, None, None).await? else {
        panic!("the password is right, and the browser is not trusted")
    };
    t.drain_mail().await;
    match fixtures::holder(cx, started.token.expose()).await {
        Visitor::Pending(pending) => Ok(pending),
        other => panic!("a code is awaited, not {other:?}"),
    }
}

on_both!(whoever_knows_a_password_uses_up_the_codes_of_strangers_only, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let own = with(&cx, &enter(&cx, user, "code").await);
    for _ in 0..5 {
        begin(&t, &cx, PASSWORD).await.unwrap();
    }
    assert!(matches!(begin(&t, &cx, PASSWORD).await, Err(AppError::TooMany(_))));
    // Her own browser has a limit, too, and then that of strangers.
    let mut pending = Vec::new();
    for _ in 0..5 {
        pending.push(begin(&t, &own, PASSWORD).await.expect("in a browser of her own"));
    }
    assert!(matches!(begin(&t, &own, PASSWORD).await, Err(AppError::TooMany(_))));
    let code = fixtures::newest_code(&t, ANNA).await;
    codes::verify(&own, &pending[4], &code).await.unwrap();
    for browser in [&own, &cx] {
        begin(&t, browser, PASSWORD).await.expect("a used code forgives the others");
    }
});

on_both!(whoever_uses_up_the_codes_of_a_copied_cookie_leaves_those_of_strangers, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let own = with(&cx, &enter(&cx, user, "code").await);
    let mut copy = own.clone();
    copy.source.ip = std::net::IpAddr::from([198, 51, 100, 9]);
    for _ in 0..5 {
        begin(&t, &copy, PASSWORD).await.unwrap();
    }
    let pending = begin(&t, &own, PASSWORD).await.expect("as a browser that we do not know");
    let code = fixtures::newest_code(&t, ANNA).await;
    codes::verify(&own, &pending, &code).await.unwrap();
});

on_both!(a_reset_opens_codes_that_were_locked, |t| {
    let cx = t.cx();
    anna(&t).await;
    for _ in 0..5 {
        begin(&t, &cx, PASSWORD).await.unwrap();
    }
    assert!(matches!(begin(&t, &cx, PASSWORD).await, Err(AppError::TooMany(_))));
    let new = "Kuckuck und Uhrenladen 3";
    reset(&t, &cx, ANNA, new).await;
    begin(&t, &cx, new).await.expect("the count begins anew (AUTH-10)");
});

on_both!(whoever_copied_a_browsers_cookie_does_not_lock_its_owner_out_of_it, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let own = with(&cx, &enter(&cx, user, "code").await);
    let mut copy = own.clone();
    copy.source.ip = std::net::IpAddr::from([198, 51, 100, 9]);
    // As many as are counted for a browser in a quarter of an hour, and then as many as are at all.
    let mut tried = 0;
    for (until, apart) in [(10, 5 * Ts::SECOND), (100, 4 * Ts::MINUTE)] {
        while tried < until {
            assert!(matches!(sign_in(&copy, ANNA, "wrong", None, None).await, Ok(Answer::Wrong)), "{tried}");
            tried += 1;
            t.clock.advance(apart);
        }
        let c = own.clone();
        let answer = sign_in(&c, ANNA, PASSWORD, None, None).await;
        assert!(matches!(answer, Ok(Answer::Pending(_))), "after {tried}: {:?}", answer.err());
        if until == 10 {
            // The right one began the count anew.
            tried = 0;
            t.clock.advance(Ts::HOUR);
        }
    }
    platform::work::run_due(&t.platform).await.unwrap();
    assert_eq!(fixtures::acts(&cx, "password_disabled").await, 0, "for it is not");
});

on_both!(a_sign_in_from_an_unknown_browser_is_told_once, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let first = enter(&cx, user, "invitation").await;
    t.drain_mail().await;
    assert!(t.mail.sent_to(ANNA).is_empty(), "the first browser is no news");
    let again = enter(&with(&cx, &first), user, "code").await;
    assert_eq!(again, first);
    let second = enter(&cx, user, "code").await;
    assert_ne!(second, first);
    enter(&with(&cx, &second), user, "code").await;
    t.drain_mail().await;
    let mails = t.mail.sent_to(ANNA);
    assert_eq!(mails.len(), 1);
    for fact in ["203.0.113.7", "Windows", "Firefox", "https://portal.weber.example/password/forgot"] {
        assert!(mails[0].rendered.text.contains(fact), "{fact}: {}", mails[0].rendered.text);
    }
});

on_both!(a_reset_tells_of_itself_and_of_no_new_browser, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    enter(&cx, user, "invitation").await;
    enter(&cx, user, "reset").await;
    t.drain_mail().await;
    assert!(t.mail.sent_to(ANNA).is_empty());
});

on_both!(a_made_up_or_foreign_cookie_is_never_taken_up, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let made_up = "B".repeat(43);
    assert_ne!(enter(&with(&cx, &made_up), user, "code").await, made_up);
    for odd in ["", "short", &"x".repeat(5_000)] {
        assert_ne!(enter(&with(&cx, odd), user, "code").await, odd);
    }
    let other = t.cx_of(&t.other_firm().await);
    let there = testing::client(&other, ANNA, "Anna").await;
    let foreign = enter(&other, there.who().user(), "code").await;
    assert_ne!(enter(&with(&cx, &foreign), user, "code").await, foreign);
});

on_both!(two_people_share_a_browser_and_an_unused_one_is_forgotten, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let ben = fixtures::with_password(&cx, "ben@mueller.example", "Ben").await;
    let shared = enter(&cx, user, "code").await;
    assert_eq!(enter(&with(&cx, &shared), ben, "code").await, shared);
    t.clock.advance(399 * Ts::DAY);
    enter(&with(&cx, &shared), ben, "code").await;
    t.clock.advance(Ts::DAY + 1);
    purge(&t.platform).await.unwrap();
    let mut conn = t.platform.db.read().await.unwrap();
    let left: Vec<(UserId,)> =
        sql!("SELECT user_id FROM known_browser LIMIT 5").all(&mut conn).await.unwrap();
    assert_eq!(left, [(ben,)]);
});

/// Sets a new password by a mailed link, in this browser; the browser as it is then.
async fn reset(t: &TestPlatform, cx: &Cx, email: &str, new: &str) -> Cx {
    let visitor = crate::gate::Visitor::nobody;
    // Whatever else is on its way comes first, so that the newest mail is the one with the link.
    platform::work::run_due(&t.platform).await.unwrap();
    t.drain_mail().await;
    assert!(fixtures::post(cx, visitor(), paths::FORGOT, &[("email", email)]).await.is_ok());
    platform::work::run_due(&t.platform).await.unwrap();
    let token = newest_token(t, email).await;
    let link = (password::LINK, token.as_str());
    given(cx, fixtures::post_with(cx, visitor(), paths::RESET, link, &[("password", new)]).await)
}

/// The browser after this answer.
fn given(cx: &Cx, reply: Result<Reply, AppError>) -> Cx {
    let Ok(Reply::With { cookies, .. }) = reply else { panic!("a redirect is wanted") };
    let new = cookies.into_iter().find(|it| it.name == Cookie::BROWSER).and_then(|it| it.value);
    new.map_or_else(|| cx.clone(), |new| with(cx, &new))
}

async fn known(cx: &Cx) -> bool {
    known_as(cx, ANNA).await
}

async fn known_as(cx: &Cx, email: &str) -> bool {
    crate::known_browsers::known_for(cx, &Lookup::of(email)).await.unwrap().is_some()
}

on_both!(a_reset_makes_strangers_of_all_browsers_but_its_own, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let here = with(&cx, &enter(&cx, user, "code").await);
    let there = with(&cx, &enter(&cx, user, "code").await);
    let ben = fixtures::with_password(&cx, "ben@mueller.example", "Ben").await;
    for browser in [&here, &there] {
        enter(browser, ben, "code").await;
    }
    assert!(known(&here).await && known(&there).await);
    let copy = here.clone();
    let here = reset(&t, &here, ANNA, "Kuckuck und Uhrenladen 3").await;
    assert!(known(&here).await && !known(&there).await);
    assert!(!known(&copy).await, "whoever copied the cookie before is a stranger");
    assert!(known_as(&there, "ben@mueller.example").await, "whoever shares it is not concerned");
    // Whoever sits there is counted as a stranger, and is news again when they get in.
    t.drain_mail().await;
    let before = t.mail.sent_to(ANNA).len();
    enter(&there, user, "code").await;
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to(ANNA).len(), before + 1);
});

on_both!(a_changed_password_makes_strangers_of_the_other_browsers, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let here = with(&cx, &enter(&cx, user, "code").await);
    let there = with(&cx, &enter(&cx, user, "code").await);
    let token = testing::session(&cx, user).await;
    let visitor = fixtures::holder(&cx, &token).await;
    let fields = [("current", PASSWORD), ("password", "Kuckuck und Uhrenladen 3")];
    let copy = here.clone();
    let here = given(&here, fixtures::post(&here, visitor, paths::MY_PASSWORD, &fields).await);
    assert!(known(&here).await && !known(&there).await);
    assert!(!known(&copy).await, "whoever copied the cookie before is a stranger");
});

on_both!(staff_who_reset_their_password_stay_known_in_their_browser_and_no_copy_does, |t| {
    let cx = t.cx();
    let (email, new) = ("eva@weber.example", "Kuckuck und Uhrenladen 3");
    let eva = testing::staff_named(&cx, email, "Eva Weber", Role::Owner, &[]).await;
    let copy = with(&cx, &enter(&cx, eva.user(), "code").await);
    let here = reset(&t, &copy, email, new).await;
    assert!(known_as(&here, email).await && !known_as(&copy, email).await);
    // Nobody becomes known by a reset alone.
    let nobody = reset(&t, &cx, email, "Neun Kraniche im Nebel").await;
    assert!(!known_as(&nobody, email).await && !known_as(&here, email).await);
});

on_both!(wrong_tries_in_one_browser_make_a_stranger_of_that_one_alone, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let bad = with(&cx, &enter(&cx, user, "code").await);
    let good = with(&cx, &enter(&cx, user, "code").await);
    for _ in 0..100 {
        assert!(matches!(sign_in(&bad, ANNA, "wrong", None, None).await, Ok(Answer::Wrong)));
        t.clock.advance(4 * Ts::MINUTE);
    }
    assert!(matches!(sign_in(&good, ANNA, PASSWORD, None, None).await, Ok(Answer::Pending(_))));
    assert!(
        matches!(sign_in(&cx, ANNA, PASSWORD, None, None).await, Ok(Answer::Pending(_))),
        "nor strangers"
    );
    // It has used up its own; the other's right password does not give it new ones, and it waits as long as strangers.
    assert!(matches!(sign_in(&cx, ANNA, "wrong", None, None).await, Ok(Answer::Wrong)));
    assert!(matches!(sign_in(&bad, ANNA, PASSWORD, None, None).await, Err(AppError::TooMany(1))));
    assert!(matches!(sign_in(&good, ANNA, PASSWORD, None, None).await, Ok(Answer::Pending(_))));
    for _ in 0..100 {
        assert!(matches!(sign_in(&cx, ANNA, "wrong", None, None).await, Ok(Answer::Wrong)));
        t.clock.advance(4 * Ts::MINUTE);
    }
    assert!(matches!(sign_in(&bad, ANNA, PASSWORD, None, None).await, Err(AppError::Refused(_))));
    // A reset lets it in again, wherever it is made, and the row goes with the browser.
    reset(&t, &good, ANNA, "Kuckuck und Uhrenladen 3").await;
    assert!(matches!(
        sign_in(&bad, ANNA, "Kuckuck und Uhrenladen 3", None, None).await,
        Ok(Answer::Pending(_))
    ));
    purge(&t.platform).await.unwrap();
    let mut conn = cx.db.read().await.unwrap();
    let (left,): (i64,) =
        sql!("SELECT COUNT(*) FROM password_streak WHERE browser_id IS NOT NULL AND tries > 0")
            .one(&mut conn)
            .await
            .unwrap();
    assert_eq!(left, 0);
});
