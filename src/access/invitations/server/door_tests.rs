//! The two forms, as a browser without JavaScript posts them.

use super::actions::view;
use super::testing::*;
use crate::gate::{Cookie, Reply, Visitor, testing};
use crate::invitations::{InvitationView, Invitee, LINK};
use crate::links::testing as held;
use i18n::tl;
use kernel::{AppError, Locale, Ts, paths};
use platform::firm_profile::FirmProfile;
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};
use std::sync::Arc;

const GOOD: &str = "eine Wiese mit 7 Ziegen";

async fn post_as(
    cx: &Cx,
    visitor: Visitor,
    path: &str,
    token: &str,
    form: &[(&str, &str)],
) -> Result<Reply, AppError> {
    held::post(cx, visitor, path, (LINK, token), form).await
}

async fn activate(cx: &Cx, token: &str, password: &str) -> Result<Reply, AppError> {
    post_as(cx, Visitor::nobody(), paths::INVITATION, token, &[("password", password)]).await
}

async fn again(cx: &Cx, token: &str) -> Result<Reply, AppError> {
    let form = [("email", "mallory@evil.example"), ("username", "mallory@evil.example")];
    post_as(cx, Visitor::nobody(), paths::INVITATION_AGAIN, token, &form).await
}

on_both!(a_good_password_leads_into_the_portal_with_a_session, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let Ok(Reply::With { to, cookies, .. }) = activate(&cx, &token, GOOD).await else { panic!("refused") };
    let names: Vec<_> = cookies.iter().map(|cookie| &*cookie.name).collect();
    assert_eq!(
        (to.as_str(), names.as_slice()),
        ("/portal/M1", [Cookie::SESSION, Cookie::BROWSER].as_slice())
    );
    let visitor = Visitor::of_token(&cx, cookies[0].value.as_deref()).await.unwrap();
    assert!(visitor.client_of(&cx, "M1").await.is_ok());
    // Pressing the button again leads to the page, which says so.
    let page = LINK.page_of(&held::name(&token));
    assert!(matches!(activate(&cx, &token, GOOD).await, Ok(Reply::To(to)) if to == page));
});

on_both!(a_weak_password_is_refused_and_the_link_stays_good, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let long = "x".repeat(10_000);
    for password in ["", "short", "passwordpassword", ANNA, "Anna Müller", long.as_str()] {
        let Ok(Reply::Again { outcome, error, .. }) = activate(&cx, &token, password).await else {
            panic!("{password:?} was taken")
        };
        assert_eq!(error.status(), 422);
        assert!(outcome.on("activate", "password").is_some(), "{password:?}");
        assert!(outcome.values.is_empty(), "a password is never shown again");
    }
    assert!(matches!(view(&cx, &token).await.unwrap(), InvitationView::Open { .. }));
    assert!(activate(&cx, &token, GOOD).await.is_ok());
});

on_both!(a_link_we_never_made_is_not_found, |t| {
    let cx = t.cx();
    for token in ["", "x", &"x".repeat(43), "%00", &"x".repeat(10_000)] {
        assert!(matches!(activate(&cx, token, GOOD).await, Err(AppError::NotFound)));
        assert!(matches!(again(&cx, token).await, Err(AppError::NotFound)));
    }
});

on_both!(an_expired_link_fetches_another_for_its_own_address_only, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    t.clock.advance(30 * Ts::DAY);
    let Ok(Reply::With { notice, to, .. }) = again(&cx, &token).await else { panic!("refused") };
    assert!(notice.is_some_and(|text| text.contains("a***@mueller.example")));
    assert_eq!(to, LINK.page_of(&held::name(&token)));
    let fresh = newest_link(&t, ANNA).await;
    assert_ne!(fresh, token);
    assert!(t.mail.sent_to(ANNA).last().unwrap().rendered.text.contains("Eva Weber"));
    assert!(t.mail.sent().iter().all(|mail| mail.to.1 == ANNA));
    assert!(matches!(view(&cx, &token).await.unwrap(), InvitationView::Newer { .. }));
    assert!(activate(&cx, &fresh, GOOD).await.is_ok());
});

on_both!(asking_again_and_again_is_slowed_down_on_the_page, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    t.clock.advance(30 * Ts::DAY);
    again(&cx, &token).await.unwrap();
    let Ok(Reply::Again { outcome, error, .. }) = again(&cx, &token).await else { panic!("sent twice") };
    assert!(matches!(error, AppError::TooMany(60)) && outcome.is_for("again") && outcome.problem.is_some());
});

on_both!(links_that_cannot_be_renewed_mail_nothing, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    assert!(matches!(again(&cx, &token).await, Ok(Reply::To(_))), "it is still open");
    t.clock.advance(30 * Ts::DAY);
    login_off(&cx, ANNA).await;
    assert!(matches!(again(&cx, &token).await, Ok(Reply::To(_))), "LOGIN is off");
    t.drain_mail().await;
    assert_eq!(t.mail.sent().len(), 1);
});

on_both!(whoever_was_signed_in_in_this_browser_is_signed_out, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let other = testing::user(&cx, "jo@adler.example", "Jo Adler").await;
    let session = testing::session(&cx, other).await;
    let jo = Visitor::of_token(&cx, Some(&session)).await.unwrap();
    post_as(&cx, jo, paths::INVITATION, &token, &[("password", GOOD)]).await.unwrap();
    let after = Visitor::of_token(&cx, Some(&session)).await.unwrap();
    assert!(after.signed_in().is_err());
});

on_both!(twenty_posts_at_once_let_in_one, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let posts = (0..20).map(|_| activate(&cx, &token, GOOD));
    let replies = futures::future::join_all(posts).await;
    let let_in = replies.iter().filter(|reply| matches!(reply, Ok(Reply::With { .. }))).count();
    assert_eq!(let_in, 1);
});

on_both!(forty_people_of_one_office_activate_at_once, |t| {
    let cx = t.cx();
    let (eva, mueller) = (eva(&cx).await, account(&cx, "M1", "Müller GmbH").await);
    for n in 0..40 {
        let email = format!("person{n}@mueller.example");
        login_on(&cx, mueller, &email).await;
        send(&cx, &eva, invitee(&email), "").await.unwrap();
        let token = newest_link(&t, &email).await;
        let answer = activate(&cx, &token, GOOD).await;
        assert!(matches!(answer, Ok(Reply::With { .. })), "{n}");
    }
});

on_both!(an_open_link_takes_thirty_passwords_and_no_more, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    for n in 0..=30 {
        let Ok(Reply::Again { error, .. }) = activate(&cx, &token, "short").await else { panic!("{n}") };
        assert_eq!(error.status(), if n < 30 { 422 } else { 429 }, "{n}");
    }
});

/// The language kept with Anna, and the one that the form's answer sets in the browser.
async fn spoken(cx: &Cx, reply: Result<Reply, AppError>) -> (String, Option<String>) {
    let Ok(Reply::With { cookies, .. }) = reply else { panic!("refused") };
    let mut conn = cx.db.read().await.unwrap();
    let (kept,): (String,) =
        sql!("SELECT locale FROM portal_user WHERE email_norm = $1", ANNA).one(&mut conn).await.unwrap();
    (kept, cookies.into_iter().find(|it| it.name == "lang").and_then(|it| it.value))
}

/// An invitation in German, opened in an English browser; its token.
async fn in_german(t: &TestPlatform, cx: &Cx) -> String {
    let (eva, mueller) = (eva(cx).await, account(cx, "M1", "Müller GmbH").await);
    login_on(cx, mueller, ANNA).await;
    send(cx, &eva, Invitee { locale: Locale::De, ..invitee(ANNA) }, "").await.unwrap();
    let token = newest_link(t, ANNA).await;
    assert_eq!(cx.locale, Locale::En);
    let seen = view(cx, &token).await.unwrap();
    assert!(matches!(seen, InvitationView::Open { locale: Locale::De, .. }), "{seen:?}");
    token
}

on_both!(the_language_that_the_firm_chose_stays_in_a_browser_that_speaks_another, |t| {
    let cx = t.cx();
    let token = in_german(&t, &cx).await;
    // As the form is sent when nothing is changed in it.
    let form = [("password", GOOD), ("locale", "de")];
    let reply = post_as(&cx, Visitor::nobody(), paths::INVITATION, &token, &form).await;
    assert_eq!(spoken(&cx, reply).await, ("de".to_owned(), Some("de".to_owned())));
});

on_both!(a_form_without_a_language_keeps_the_one_that_the_firm_chose, |t| {
    let cx = t.cx();
    let token = in_german(&t, &cx).await;
    let form = [("password", GOOD), ("locale", "xx")];
    let reply = post_as(&cx, Visitor::nobody(), paths::INVITATION, &token, &form).await;
    assert_eq!(spoken(&cx, reply).await, ("de".to_owned(), None));
});

on_both!(whoever_activates_chooses_the_language_of_portal_and_mails, |t| {
    let cx = t.cx();
    let token = in_german(&t, &cx).await;
    let weak = [("password", "short"), ("locale", "ja")];
    let again = post_as(&cx, Visitor::nobody(), paths::INVITATION, &token, &weak).await;
    let Ok(Reply::Again { outcome, .. }) = again else { panic!("a weak password") };
    assert_eq!(outcome.value("activate", "locale").as_deref(), Some("ja"), "the choice is kept");
    let form = [("password", GOOD), ("locale", "ja")];
    let reply = post_as(&cx, Visitor::nobody(), paths::INVITATION, &token, &form).await;
    assert_eq!(spoken(&cx, reply).await, ("ja".to_owned(), Some("ja".to_owned())));
    let user = testing::find_user(&cx, ANNA).await.unwrap();
    let mut conn = cx.db.read().await.unwrap();
    let reader = crate::security_mails::reader(&mut conn, &cx.firm, user).await.unwrap();
    assert_eq!(reader.locale, Locale::Ja);
});

on_both!(the_welcome_is_in_the_language_that_was_chosen, |t| {
    let cx = t.cx();
    let token = in_german(&t, &cx).await;
    let form = [("password", GOOD), ("locale", "ja")];
    let reply = post_as(&cx, Visitor::nobody(), paths::INVITATION, &token, &form).await;
    let Ok(Reply::With { notice, .. }) = reply else { panic!("refused") };
    assert_eq!(notice, Some(tl!(Locale::Ja, "invitations.welcome", firm = cx.firm.name)));
});

on_both!(the_language_that_the_firm_chose_is_taken_though_it_is_not_offered_any_more, |t| {
    let mut cx = t.cx();
    let token = in_german(&t, &cx).await;
    cx.firm = Arc::new(FirmProfile { languages: vec![Locale::En], ..(*cx.firm).clone() });
    for (chosen, kept) in [("de", Some("de")), ("ja", None)] {
        let weak = [("password", "short"), ("locale", chosen)];
        let again = post_as(&cx, Visitor::nobody(), paths::INVITATION, &token, &weak).await;
        let Ok(Reply::Again { outcome, .. }) = again else { panic!("a weak password") };
        assert_eq!(outcome.value("activate", "locale").as_deref(), kept);
    }
    let form = [("password", GOOD), ("locale", "de")];
    let reply = post_as(&cx, Visitor::nobody(), paths::INVITATION, &token, &form).await;
    assert_eq!(spoken(&cx, reply).await, ("de".to_owned(), Some("de".to_owned())));
});
