//! Address and password: one answer for every failure, and the way on for the right one.

use super::password::{Answer, sign_in};
use super::problem;
use super::{destination, sign_in_state};
use crate::gate::{Reply, Visitor, testing};
use crate::sessions::fixtures::{self, PASSWORD, acts, anna, archive, count, is_alive, post};
use crate::sign_in::SignInState;
use kernel::{AppError, Locale, Role, Ts, UserId, paths};
use platform::Cx;
use platform::on_both;
use platform::testing::TestPlatform;

const ANNA: &str = "anna@mueller.example";

/// The page again, as a visitor would see it: its address, the sentence, the status, what was kept.
async fn shown(cx: &Cx, email: &str, password: &str) -> (String, String, u16, Option<String>) {
    let form = [("email", email), ("password", password)];
    match post(cx, Visitor::nobody(), paths::SIGN_IN, &form).await.unwrap() {
        Reply::Again { page, outcome, error } => {
            // Which of the two is wrong is never said, only that one of them is missing.
            let missing = [("email", email), ("password", password)];
            let missing = missing.iter().filter(|(_, typed)| typed.trim().is_empty());
            let missing: Vec<&str> = missing.map(|(field, _)| *field).collect();
            let said: Vec<&str> = outcome.faults.iter().map(|fault| fault.field.as_str()).collect();
            assert_eq!(said, missing);
            let kept = outcome.value("sign_in", "email");
            (page, outcome.problem.unwrap_or_default(), error.status(), kept)
        }
        _ => panic!("this sign-in should fail"),
    }
}

async fn pending(cx: &Cx, email: &str) -> String {
    match sign_in(cx, email, PASSWORD, None, None).await.unwrap() {
        Answer::Pending(started) => started.token.expose().clone(),
        _ => panic!("this sign-in should go on"),
    }
}

/// One user for each reason to fail.
async fn cast_of_failures(t: &TestPlatform) -> Vec<&'static str> {
    let cx = t.cx();
    anna(t).await;
    let disabled = fixtures::with_password(&cx, "disabled@mueller.example", "D").await;
    fixtures::set_dates(&cx, disabled, true, true).await;
    let pending = fixtures::with_password(&cx, "pending@mueller.example", "P").await;
    fixtures::set_dates(&cx, pending, false, false).await;
    testing::user(&cx, "nopassword@mueller.example", "N").await;
    let account = fixtures::account(&cx, "M9", "Gone").await;
    fixtures::grant(&cx, account, "archived@mueller.example").await;
    archive(&cx, account).await;
    fixtures::with_password(&cx, "archived@mueller.example", "A").await;
    vec![
        ANNA,
        "disabled@mueller.example",
        "pending@mueller.example",
        "nopassword@mueller.example",
        "archived@mueller.example",
        "unknown@mueller.example",
    ]
}

on_both!(a_wrong_password_looks_the_same_whoever_it_is, |t| {
    let emails = cast_of_failures(&t).await;
    let cx = t.cx();
    let mut costs = Vec::new();
    for email in emails {
        let before = cx.db.statements();
        let (page, problem, status, kept) = shown(&cx, email, "not the password").await;
        costs.push(cx.db.statements() - before);
        assert_eq!((page.as_str(), status), ("/login", 422));
        assert_eq!(problem, "That e-mail or password is incorrect. You can reset your password below.");
        assert_eq!(kept.as_deref(), Some(email));
    }
    assert!(costs.iter().all(|cost| *cost == costs[0]), "the same work for everybody: {costs:?}");
    assert_eq!(acts(&cx, "sign_in_failed").await, 6);
    assert_eq!(count(&cx, "session").await, 0);
    t.drain_mail().await;
    assert!(t.mail.sent().is_empty());
});

on_both!(only_a_right_password_is_told_that_the_access_is_closed, |t| {
    cast_of_failures(&t).await;
    let cx = t.cx();
    for email in ["archived@mueller.example", "disabled@mueller.example"] {
        let (_, problem, status, _) = shown(&cx, email, PASSWORD).await;
        assert!(problem.starts_with("You no longer have access to this portal."), "{problem}");
        assert!(problem.contains("+49 30 555 0100"));
        assert_eq!(status, 422);
    }
    let (_, problem, ..) = shown(&cx, "pending@mueller.example", PASSWORD).await;
    assert!(problem.starts_with("That e-mail or password"));
    assert_eq!(count(&cx, "session").await, 0);
});

on_both!(a_right_password_begins_a_sign_in_and_mails_a_code, |t| {
    let cx = t.cx();
    anna(&t).await;
    let form = [("email", "  Anna@Mueller.Example "), ("password", PASSWORD), ("next", "/portal/M1?a=b")];
    let reply = post(&cx, Visitor::nobody(), paths::SIGN_IN, &form).await.unwrap();
    let Reply::With { to, cookies, .. } = reply else { panic!("a redirect is wanted") };
    assert_eq!(to, "/login/code");
    let token = cookies[0].value.clone().unwrap();
    let Visitor::Pending(p) = fixtures::holder(&cx, &token).await else {
        panic!("a pending session is wanted")
    };
    assert_eq!(p.next.as_deref(), Some("/portal/M1?a=b"));
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to(ANNA).len(), 1);
});

on_both!(a_password_counts_exactly_as_it_was_set, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let long = format!("{}a-and-more", "x".repeat(64));
    let variants = [
        ("Pfefferminz und Bahn ", "Pfefferminz und Bahn"),
        ("Pfefferminz und Bahn", "pfefferminz und Bahn"),
        (long.as_str(), &*long.replace('a', "b")),
        (" Pfefferminz und Bahn", "Pfefferminz und Bahn"),
    ];
    for (set, typed) in variants {
        fixtures::give_password(&cx, user, set).await;
        assert!(
            matches!(sign_in(&cx, ANNA, typed, None, None).await, Ok(Answer::Wrong)),
            "{typed:?} for {set:?}"
        );
        t.clock.advance(Ts::SECOND);
        assert!(matches!(sign_in(&cx, ANNA, set, None, None).await, Ok(Answer::Pending(_))), "{set:?}");
        t.clock.advance(Ts::HOUR);
    }
});

on_both!(ten_tries_at_an_address_are_enough_known_or_not, |t| {
    let cx = t.cx();
    anna(&t).await;
    let mut answers = Vec::new();
    let emails = [ANNA, "unknown@mueller.example"];
    for _ in 0..10 {
        for email in emails {
            assert!(matches!(sign_in(&cx, email, "wrong", None, None).await, Ok(Answer::Wrong)));
        }
        t.clock.advance(5 * Ts::SECOND);
    }
    for email in emails {
        let (_, problem, status, _) = shown(&cx, email, PASSWORD).await;
        answers.push((problem, status));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0].1, 429);
    assert!(answers[0].0.starts_with("Too many attempts."), "{}", answers[0].0);
    t.clock.advance(30 * Ts::MINUTE);
    assert!(matches!(sign_in(&cx, ANNA, PASSWORD, None, None).await, Ok(Answer::Pending(_))));
});

on_both!(an_address_of_an_older_grammar_has_no_more_tries_for_being_spelled_in_many_ways, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let old = "a..mueller@mueller.example";
    cx.write(move |tx| {
        Box::pin(async move {
            let row =
                platform::sql!("UPDATE portal_user SET email = $2, email_norm = $2 WHERE id = $1", user, old);
            Ok(row.run(tx).await?)
        })
    })
    .await
    .unwrap();
    let spellings = [
        old,
        "A..Mueller@Mueller.example",
        " <a..mueller@mueller.example> ",
        "a..\u{200B}mueller@mueller.example;",
    ];
    for n in 0..10 {
        let typed = spellings[n % spellings.len()];
        assert!(matches!(sign_in(&cx, typed, "wrong", None, None).await, Ok(Answer::Wrong)), "{n} {typed}");
        t.clock.advance(5 * Ts::SECOND);
    }
    for typed in spellings {
        let answer = sign_in(&cx, typed, PASSWORD, None, None).await;
        assert!(matches!(answer, Err(AppError::TooMany(60..))), "{typed}");
    }
});

on_both!(nobody_is_found_by_an_address_with_too_much_around_it, |t| {
    let cx = t.cx();
    anna(&t).await;
    for n in 0..20 {
        let padded = format!("{}{ANNA}{}", "\u{200B}".repeat(n), "\u{200B}".repeat(400 - n));
        assert!(matches!(sign_in(&cx, &padded, PASSWORD, None, None).await, Ok(Answer::Wrong)), "{n}");
    }
});

on_both!(a_right_password_forgets_the_wrong_ones, |t| {
    let cx = t.cx();
    anna(&t).await;
    for _ in 0..3 {
        for _ in 0..9 {
            assert!(matches!(sign_in(&cx, ANNA, "wrong", None, None).await, Ok(Answer::Wrong)));
            t.clock.advance(5 * Ts::SECOND);
        }
        pending(&cx, ANNA).await;
        t.clock.advance(30 * Ts::MINUTE);
    }
});

on_both!(fifty_tries_from_one_address_are_enough_and_an_ipv6_network_is_one, |t| {
    let mut cx = t.cx();
    let last = |n: u16| std::net::IpAddr::from([0x2001, 0xdb8, 1, 2, 3, 4, 5, n]);
    for n in 0..50 {
        cx.source.ip = last(n);
        let email = format!("u{n}@mueller.example");
        assert!(matches!(sign_in(&cx, &email, "wrong", None, None).await, Ok(Answer::Wrong)));
    }
    cx.source.ip = last(1000);
    assert!(matches!(
        sign_in(&cx, "new@mueller.example", "wrong", None, None).await,
        Err(AppError::TooMany(_))
    ));
    cx.source.ip = std::net::IpAddr::from([0x2001, 0xdb8, 1, 3, 0, 0, 0, 1]);
    assert!(matches!(sign_in(&cx, "new@mueller.example", "wrong", None, None).await, Ok(Answer::Wrong)));
});

on_both!(nothing_that_is_typed_breaks_the_door, |t| {
    let cx = t.cx();
    anna(&t).await;
    let long = "x".repeat(10_000);
    let hostile = [
        long.as_str(),
        "a\r\nBcc: everybody@example.org",
        "anna\u{202E}@mueller.example",
        "",
        "\u{0}",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
    ];
    for text in hostile {
        let (page, problem, status, kept) = shown(&cx, text, text).await;
        assert_eq!((page.as_str(), status), ("/login", 422), "{problem}");
        assert!(kept.unwrap().chars().count() <= 254);
    }
    let (.., status, _) = shown(&cx, ANNA, &long).await;
    assert_eq!(status, 422);
});

on_both!(a_hostile_way_on_is_dropped, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    for next in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/api/x",
        "/portal\r\nX: y",
        "/\u{202E}",
    ] {
        let form = [("email", ANNA), ("password", "wrong"), ("next", next)];
        let reply = post(&cx, Visitor::nobody(), paths::SIGN_IN, &form).await;
        let Ok(Reply::Again { page, .. }) = reply else { panic!("wrong is wrong") };
        assert!(page == "/login" || page.starts_with("/login?next=/%25E2"), "{page}");
        t.clock.advance(Ts::HOUR);
    }
    let token = testing::session(&cx, user).await;
    let who = fixtures::holder(&cx, &token).await.signed_in().unwrap().clone();
    for next in ["//evil.example", "/app/accounts", "/login", "/logout", "/portal", "/setup/x", "/nothing"] {
        assert_eq!(destination(&who, Some(next)), "/portal/M1", "{next}");
    }
    assert_eq!(destination(&who, Some("/portal/M1/settings/security")), "/portal/M1/settings/security");
});

/// Where this person is led by their next request.
async fn led(cx: &Cx, user: UserId, next: Option<&str>) -> String {
    let token = testing::session(cx, user).await;
    destination(fixtures::holder(cx, &token).await.signed_in().unwrap(), next)
}

on_both!(everybody_is_led_to_their_side, |t| {
    let cx = t.cx();
    let eva = testing::staff(&cx, Role::Owner, &[]).await;
    assert_eq!(led(&cx, eva.user(), None).await, "/app/accounts");
    let account = fixtures::account(&cx, "E1", "Eva").await;
    fixtures::grant(&cx, account, eva.who().email()).await;
    assert_eq!(led(&cx, eva.user(), None).await, "/choose-side");
    assert_eq!(led(&cx, eva.user(), Some("/app/contacts")).await, "/app/contacts");

    let jo = testing::user(&cx, "jo@mueller.example", "Jo").await;
    assert_eq!(led(&cx, jo, None).await, "/login/closed");
    fixtures::grant(&cx, account, "jo@mueller.example").await;
    assert_eq!(led(&cx, jo, None).await, "/portal/E1");
    let second = fixtures::account(&cx, "E2", "Second").await;
    fixtures::grant(&cx, second, "jo@mueller.example").await;
    assert_eq!(led(&cx, jo, None).await, "/choose-account");
});

on_both!(whoever_is_signed_in_is_sent_on_from_the_form, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let token = testing::session(&cx, user).await;
    let visitor = fixtures::holder(&cx, &token).await;
    let on = sign_in_state(&visitor, None);
    assert_eq!(on, SignInState::On { to: "/portal/M1".to_owned() });
    let form = sign_in_state(&Visitor::nobody(), Some("//evil.example"));
    assert_eq!(form, SignInState::Form { next: None });
});

on_both!(signing_in_again_ends_the_session_this_browser_held, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let old = testing::session(&cx, user).await;
    let held = fixtures::holder(&cx, &old).await;
    post(&cx, held, paths::SIGN_IN, &[("email", ANNA), ("password", PASSWORD)]).await.unwrap();
    assert!(!is_alive(&cx, &old).await);
});

on_both!(signing_out_ends_the_session_at_once_and_works_without_one, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let token = testing::session(&cx, user).await;
    for _ in 0..2 {
        let visitor = fixtures::holder(&cx, &token).await;
        let reply = post(&cx, visitor, paths::SIGN_OUT, &[]).await.unwrap();
        let Reply::With { to, cookies, .. } = reply else { panic!("a redirect is wanted") };
        assert_eq!((to.as_str(), &*cookies[0].name, cookies[0].value.as_ref()), ("/login", "sid", None));
        assert!(!is_alive(&cx, &token).await);
    }
});

on_both!(two_firms_do_not_share_people_or_limits, |t| {
    let cx = t.cx();
    anna(&t).await;
    let other = t.cx_of(&t.other_firm().await);
    for _ in 0..10 {
        assert!(matches!(sign_in(&other, ANNA, PASSWORD, None, None).await, Ok(Answer::Wrong)));
        t.clock.advance(5 * Ts::SECOND);
    }
    pending(&cx, ANNA).await;
});

on_both!(many_at_once_and_a_database_that_is_away_are_told_apart, |t| {
    for (locale, many, away) in [
        (Locale::En, "Many people are signing in", "database does not answer"),
        (Locale::De, "melden sich viele gleichzeitig an", "Datenbank antwortet nicht"),
        (Locale::Ja, "ログインが集中", "データベースが応答しません"),
    ] {
        let mut cx = t.cx();
        cx.locale = locale;
        let said = [AppError::Busy, AppError::Away].map(|error| (problem(&cx, &error), error.status()));
        assert!(said[0].0.contains(many) && said[1].0.contains(away), "{said:?}");
        assert!(!said[1].0.contains(many) && said.iter().all(|(_, status)| *status == 503), "{said:?}");
    }
});
