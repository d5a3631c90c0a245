//! Changing the password while signed in.

use super::change::change;
use super::requests::forgot;
use super::testing::{ANNA, NEW, asked, knows};
use crate::gate::{Reply, Visitor, testing};
use crate::login_moves::move_back;
use crate::password::LINK;
use crate::sessions::fixtures::{self, PASSWORD, acts, anna, is_alive, newest_mail, post};
use kernel::{AppError, EmailAddress, Ts, paths};
use platform::on_both;
use platform::work::run_due;

on_both!(changing_the_password_ends_the_other_devices_and_this_one_goes_on, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let (here, there) = (testing::session(&cx, user).await, testing::session(&cx, user).await);
    let visitor = fixtures::holder(&cx, &here).await;
    let fields = [("current", PASSWORD), ("password", NEW), ("back", "/portal/M1/settings/security")];
    let reply = post(&cx, visitor, paths::MY_PASSWORD, &fields).await.unwrap();
    let Reply::With { to, cookies, .. } = reply else { panic!("a redirect is wanted") };
    assert_eq!(to, "/portal/M1/settings/security");
    assert!(is_alive(&cx, cookies[0].value.as_deref().unwrap()).await);
    assert!(!is_alive(&cx, &here).await && !is_alive(&cx, &there).await);
    assert!(knows(&cx, user, NEW).await);
    assert!(newest_mail(&t, ANNA).await.subject.contains("Passwort wurde geändert"));
    assert_eq!(acts(&cx, "password_changed").await, 1);
});

on_both!(without_the_current_password_nothing_changes, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let here = testing::session(&cx, user).await;
    let who = fixtures::holder(&cx, &here).await.signed_in().unwrap().clone();
    let wrong = change(&cx, &who, "not it, sorry", NEW).await.unwrap_err();
    assert!(wrong.on("current").is_some());
    t.clock.advance(Ts::SECOND);
    let same = change(&cx, &who, PASSWORD, PASSWORD).await.unwrap_err();
    assert!(same.on("password").is_some());
    assert!(knows(&cx, user, PASSWORD).await && is_alive(&cx, &here).await);
    let tries = async || change(&cx, &who, "not it, sorry", NEW).await.unwrap_err();
    for n in 1..=10 {
        assert!(tries().await.on("current").is_some());
        // After the tenth it is the longer wait that is told.
        let AppError::TooMany(seconds) = tries().await else { panic!("not that fast") };
        assert!(if n < 10 { seconds <= 5 } else { seconds >= 60 }, "{seconds} s after {n}");
        t.clock.advance(5 * Ts::SECOND);
    }
    assert!(matches!(tries().await, AppError::TooMany(60..)));
});

on_both!(a_reset_and_a_change_of_the_password_never_wait_for_each_other, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let (link, here) = (asked(&t).await, testing::session(&cx, user).await);
    let (c, visitor) = (cx.clone(), fixtures::holder(&cx, &here).await);
    let resetting = async move {
        let form = [("password", NEW)];
        fixtures::answered(
            fixtures::post_with(&c, Visitor::nobody(), paths::RESET, (LINK, &link), &form).await,
        )
    };
    let c = cx.clone();
    let changing = async move {
        let who = visitor.signed_in().unwrap().clone();
        change(&c, &who, PASSWORD, "Kuckuck und Uhrenladen 3").await.map(drop)
    };
    let (reset, changed) = fixtures::at_once(&cx, resetting, changing).await;
    assert_eq!(reset, Ok(()), "it came first");
    assert!(changed.unwrap_err().on("current").is_some(), "there is another password by now");
    assert!(knows(&cx, user, NEW).await);
});

on_both!(mailing_a_reset_and_taking_the_address_back_never_wait_for_each_other, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    asked(&t).await;
    forgot(&cx, ANNA).await.unwrap();
    let worker = t.platform.clone();
    let mailing = async move { run_due(&worker).await };
    let c = cx.clone();
    let moving = async move {
        let (its, old) = (c.clone(), EmailAddress::parse("a@mueller.example").unwrap());
        c.write(move |tx| Box::pin(async move { move_back(tx, &its, user, ANNA, &old).await })).await
    };
    let (mailed, moved) = fixtures::at_once(&cx, mailing, moving).await;
    assert_eq!((mailed, moved), (Ok(1), Ok(())));
});
