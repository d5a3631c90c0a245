//! The mailed code: bound to its sign-in, counted, and dead in time.

use super::codes;
use super::password::{Answer, sign_in};
use super::{code_state, limits};
use crate::codes::SIGN_IN;
use crate::gate::{Pending, Reply, Visitor};
use crate::sessions::end_all_of_user;
use crate::sessions::fixtures::{self, PASSWORD, acts, anna, is_alive, newest_code, newest_mail, post};
use crate::sign_in::{CodeMail, CodeState};
use kernel::{AppError, Ts, paths};
use platform::Cx;
use platform::on_both;
use platform::testing::TestPlatform;

const ANNA: &str = "anna@mueller.example";
const CODE_LIFE: i64 = SIGN_IN.life;
const RESEND_AFTER: i64 = SIGN_IN.resend_after;

/// A sign-in under way: what the browser holds, and what is in the mailbox.
struct Flow {
    token: String,
    pending: Pending,
    code: String,
}

async fn begin(t: &TestPlatform) -> Flow {
    let cx = t.cx();
    let Answer::Pending(started) = sign_in(&cx, ANNA, PASSWORD, None, None).await.unwrap() else {
        panic!("the password is right")
    };
    let token = started.token.expose().clone();
    let pending = still_pending(&cx, &token).await;
    Flow { token, pending, code: newest_code(t, ANNA).await }
}

async fn still_pending(cx: &Cx, token: &str) -> Pending {
    match fixtures::holder(cx, token).await {
        Visitor::Pending(pending) => pending,
        other => panic!("a pending sign-in is wanted, not {other:?}"),
    }
}

async fn resend(t: &TestPlatform, flow: &Flow) -> String {
    t.clock.advance(RESEND_AFTER);
    codes::resend(&t.cx(), &flow.pending).await.unwrap();
    newest_code(t, ANNA).await
}

/// How many codes the page says still work.
async fn works(cx: &Cx, flow: &Flow) -> i64 {
    match code_state(cx, &fixtures::holder(cx, &flow.token).await).await.unwrap() {
        CodeState::Waiting { works, .. } => works,
        other => panic!("a code is awaited, not {other:?}"),
    }
}

fn other_than(code: &str) -> &'static str {
    if code == "111111" { "222222" } else { "111111" }
}

on_both!(the_code_signs_in_and_the_pending_token_is_dead, |t| {
    let cx = t.cx();
    anna(&t).await;
    let flow = begin(&t).await;
    let started = codes::verify(&cx, &flow.pending, &format!(" {} ", flow.code)).await.unwrap();
    assert!(!is_alive(&cx, &flow.token).await);
    assert!(fixtures::holder(&cx, started.token.expose()).await.signed_in().is_ok());
    assert_eq!((acts(&cx, "code_sent").await, acts(&cx, "signed_in").await), (1, 1));
});

on_both!(a_right_code_signs_in_whatever_fails_afterwards, |t| {
    let mut cx = t.cx();
    anna(&t).await;
    let first = begin(&t).await;
    let entered = codes::verify(&cx, &first.pending, &first.code).await.unwrap();
    // In a browser of hers nothing is asked of the counters before the code is compared.
    cx.browser_token = entered.browser.map(|secret| secret.expose().clone());
    for table in ["limit_counter", "mail_health"] {
        let flow = begin(&t).await;
        let visitor = Visitor::Pending(flow.pending.clone());
        fixtures::mislay(&cx, table).await;
        let reply = post(&cx, visitor, paths::SIGN_IN_CODE, &[("code", &flow.code)]).await;
        fixtures::find_again(&cx, table).await;
        let Ok(Reply::With { to, cookies, .. }) = reply else { panic!("signed in without {table}") };
        // The page of the form leads on whoever is signed in.
        assert_eq!(to, if table == "mail_health" { paths::SIGN_IN } else { "/portal/M1" });
        let held = fixtures::holder(&cx, cookies[0].value.as_deref().unwrap()).await;
        assert!(held.signed_in().is_ok(), "whoever is in holds the session: {table}");
        t.clock.advance(Ts::MINUTE);
    }
});

on_both!(a_code_works_until_it_is_fifteen_minutes_old, |t| {
    let cx = t.cx();
    anna(&t).await;
    let flow = begin(&t).await;
    resend(&t, &flow).await;
    t.clock.advance(CODE_LIFE - RESEND_AFTER - Ts::SECOND);
    codes::verify(&cx, &flow.pending, &flow.code).await.expect("one second before");

    t.clock.advance(Ts::HOUR);
    let flow = begin(&t).await;
    resend(&t, &flow).await;
    t.clock.advance(CODE_LIFE - RESEND_AFTER + Ts::SECOND);
    still_pending(&cx, &flow.token).await;
    let late = codes::verify(&cx, &flow.pending, &flow.code).await.unwrap_err();
    assert!(late.on("code").unwrap().contains("15 minutes"), "{late}");
});

on_both!(a_new_code_leaves_the_earlier_ones_good_up_to_three, |t| {
    let cx = t.cx();
    anna(&t).await;
    let flow = begin(&t).await;
    let second = resend(&t, &flow).await;
    let third = resend(&t, &flow).await;
    let fourth = resend(&t, &flow).await;
    let first = codes::verify(&cx, &flow.pending, &flow.code).await;
    assert!(first.is_err(), "the fourth code took the place of the first");
    assert!(fourth != second && third != second);
    codes::verify(&cx, &flow.pending, &second).await.expect("the second of three living codes");
});

on_both!(five_wrong_codes_void_them_all, |t| {
    let cx = t.cx();
    anna(&t).await;
    let flow = begin(&t).await;
    let second = resend(&t, &flow).await;
    let wrong = other_than(&flow.code);
    for n in 1..=5 {
        let error = codes::verify(&cx, &flow.pending, wrong).await.unwrap_err();
        let said = error.on("code").unwrap();
        assert_eq!(said.contains("ask for a new code"), n == 5, "{n}: {said}");
        let left = ["4 tries left.", "3 tries left.", "2 tries left.", "1 try left.", ""][n - 1];
        assert!(said.ends_with(left), "{n}: {said}");
        assert_eq!(works(&cx, &flow).await, if n < 5 { 2 } else { 0 }, "{n}");
    }
    for code in [&flow.code, &second] {
        let error = codes::verify(&cx, &flow.pending, code).await.unwrap_err();
        assert!(error.on("code").unwrap().contains("ask for a new code"));
    }
    assert_eq!(acts(&cx, "code_failed").await, 5);
    let fresh = resend(&t, &flow).await;
    assert_eq!(works(&cx, &flow).await, 1, "the page speaks of the new one only");
    assert!(codes::verify(&cx, &flow.pending, &second).await.is_err(), "an old code stays void");
    codes::verify(&cx, &flow.pending, &fresh).await.expect("a new code begins a new count");
});

/// The subjects of what the owner was mailed since the last time.
async fn warnings(t: &TestPlatform) -> Vec<String> {
    t.drain_mail().await;
    let mails = t.mail.take();
    mails.into_iter().filter(|it| it.to.1 == "owner@weber.example").map(|it| it.rendered.subject).collect()
}

on_both!(the_firm_hears_of_blocked_codes_once_an_hour, |t| {
    let cx = t.cx();
    anna(&t).await;
    crate::gate::testing::staff(&cx, kernel::Role::Owner, &[]).await;
    for round in 0..2 {
        let flow = begin(&t).await;
        let wrong = other_than(&flow.code);
        for n in 1..=7 {
            codes::verify(&cx, &flow.pending, wrong).await.unwrap_err();
            let told = warnings(&t).await;
            let wanted: &[&str] =
                if (round, n) == (0, 5) { &["Codes are temporarily blocked for Anna Müller"] } else { &[] };
            assert_eq!(told, wanted, "try {n} of round {round}");
        }
    }
    t.clock.advance(2 * Ts::HOUR);
    let flow = begin(&t).await;
    for _ in 0..4 {
        resend(&t, &flow).await;
    }
    assert!(warnings(&t).await.is_empty(), "five codes an hour are nothing special");
    t.clock.advance(RESEND_AFTER);
    for _ in 0..3 {
        assert!(codes::resend(&cx, &flow.pending).await.is_err());
    }
    assert_eq!(warnings(&t).await.len(), 1, "a sixth is, and is told once");
});

on_both!(what_cannot_be_a_code_costs_no_try, |t| {
    let cx = t.cx();
    anna(&t).await;
    let flow = begin(&t).await;
    let long = "1".repeat(10_000);
    for text in ["", "12345", "abcdef", "12345678", "\r\n", "\u{202E}123456", long.as_str()] {
        assert!(codes::verify(&cx, &flow.pending, text).await.is_err());
    }
    codes::verify(&cx, &flow.pending, &flow.code).await.expect("all five tries are left");
});

on_both!(a_code_counts_only_for_the_sign_in_it_was_sent_for, |t| {
    let cx = t.cx();
    anna(&t).await;
    let a = begin(&t).await;
    let b = begin(&t).await;
    assert_ne!(a.code, b.code);
    assert!(codes::verify(&cx, &b.pending, &a.code).await.is_err());
    assert!(codes::verify(&cx, &a.pending, &b.code).await.is_err());
    codes::verify(&cx, &b.pending, &b.code).await.unwrap();
    codes::verify(&cx, &a.pending, &a.code).await.unwrap();
});

on_both!(one_code_used_fifty_times_at_once_signs_in_once, |t| {
    let cx = t.cx();
    anna(&t).await;
    let flow = begin(&t).await;
    let tries: Vec<_> = (0..50)
        .map(|_| {
            let (cx, pending, code) = (cx.clone(), flow.pending.clone(), flow.code.clone());
            tokio::spawn(async move { codes::verify(&cx, &pending, &code).await.is_ok() })
        })
        .collect();
    let mut done = 0;
    for one in tries {
        done += usize::from(one.await.unwrap());
    }
    assert_eq!(done, 1);
    assert_eq!(acts(&cx, "signed_in").await, 1);
});

on_both!(another_code_has_to_be_waited_for, |t| {
    let cx = t.cx();
    anna(&t).await;
    let flow = begin(&t).await;
    assert_eq!(codes::resend(&cx, &flow.pending).await, Err(AppError::TooMany(60)));
    t.clock.advance(RESEND_AFTER - Ts::SECOND);
    assert_eq!(codes::resend(&cx, &flow.pending).await, Err(AppError::TooMany(1)));
    t.clock.advance(Ts::SECOND);
    assert_eq!(codes::resend(&cx, &flow.pending).await, Ok(()));
});

on_both!(five_codes_an_hour_unless_they_are_used, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let flow = begin(&t).await;
    for _ in 0..4 {
        resend(&t, &flow).await;
    }
    t.clock.advance(RESEND_AFTER);
    assert!(matches!(codes::resend(&cx, &flow.pending).await, Err(AppError::TooMany(s)) if s > 60));
    assert!(matches!(sign_in(&cx, ANNA, PASSWORD, None, None).await, Err(AppError::TooMany(_))));
    let newest = newest_code(&t, ANNA).await;
    codes::verify(&cx, &flow.pending, &newest).await.unwrap();
    limits::code_send(&cx, user).await.expect("a used code forgives the others");
});

on_both!(the_mail_names_the_firm_first_and_holds_no_link, |t| {
    anna(&t).await;
    begin(&t).await;
    let mail = newest_mail(&t, ANNA).await;
    assert!(mail.subject.starts_with("Weber & Partner: "), "{}", mail.subject);
    assert!(mail.subject.ends_with(" ist Ihr Anmeldecode"), "in the contact's language: {}", mail.subject);
    for text in ["02.03.2026, 09:00 CET", "203.0.113.7", "Windows", "Firefox", "nie am Telefon", "15 Minuten"]
    {
        assert!(mail.text.contains(text), "{text} is missing in {}", mail.text);
    }
    for part in [&mail.text, &mail.html] {
        assert!(!part.contains("http") && !part.contains("href"), "{part}");
    }
});

on_both!(the_page_says_where_the_code_went_and_when_another_may_be_had, |t| {
    let cx = t.cx();
    anna(&t).await;
    let flow = begin(&t).await;
    t.clock.advance(18 * Ts::SECOND);
    let visitor = Visitor::Pending(flow.pending.clone());
    let CodeState::Waiting { masked, sent, wait, works: 1, mail } = code_state(&cx, &visitor).await.unwrap()
    else {
        panic!("a code is awaited")
    };
    assert_eq!(
        (masked.as_str(), sent.as_str(), wait, mail),
        ("a***@mueller.example", "09:00", 42, CodeMail::Sent)
    );
    assert_eq!(code_state(&cx, &Visitor::nobody()).await.unwrap(), CodeState::Nobody);
});

on_both!(the_page_says_at_once_when_the_mail_is_refused, |t| {
    let cx = t.cx();
    anna(&t).await;
    t.mail.refuse(ANNA, 550);
    let Answer::Pending(started) = sign_in(&cx, ANNA, PASSWORD, None, None).await.unwrap() else {
        panic!("the password is right")
    };
    t.drain_mail().await;
    let visitor = fixtures::holder(&cx, started.token.expose()).await;
    let state = code_state(&cx, &visitor).await.unwrap();
    assert!(matches!(state, CodeState::Waiting { mail: CodeMail::Refused, .. }));
});

on_both!(the_page_does_not_say_that_a_code_was_sent_while_none_can_be, |t| {
    let cx = t.cx();
    anna(&t).await;
    t.mail.be_unreachable(ANNA);
    let Answer::Pending(started) = sign_in(&cx, ANNA, PASSWORD, None, None).await.unwrap() else {
        panic!("the password is right")
    };
    let visitor = fixtures::holder(&cx, started.token.expose()).await;
    assert_eq!(code_mail(&cx, &visitor).await, CodeMail::Sent, "nobody tried to send it yet");
    t.drain_mail().await;
    assert_eq!(code_mail(&cx, &visitor).await, CodeMail::Waiting);
    t.mail.accept(ANNA);
    t.clock.advance(Ts::MINUTE);
    t.drain_mail().await;
    assert_eq!(code_mail(&cx, &visitor).await, CodeMail::Sent);
});

async fn code_mail(cx: &Cx, visitor: &Visitor) -> CodeMail {
    match code_state(cx, visitor).await {
        Ok(CodeState::Waiting { mail, .. }) => mail,
        other => panic!("a code is awaited, not {other:?}"),
    }
}

on_both!(the_page_does_not_say_that_a_code_was_sent_which_was_not_taken, |t| {
    let cx = t.cx();
    anna(&t).await;
    t.mail.refuse(ANNA, 450);
    let Answer::Pending(started) = sign_in(&cx, ANNA, PASSWORD, None, None).await.unwrap() else {
        panic!("the password is right")
    };
    let visitor = fixtures::holder(&cx, started.token.expose()).await;
    t.drain_mail().await;
    assert_eq!(code_mail(&cx, &visitor).await, CodeMail::NotTaken);
    t.mail.accept(ANNA);
    t.clock.advance(Ts::HOUR);
    t.drain_mail().await;
    let visitor = Visitor::Pending(begin(&t).await.pending);
    assert_eq!(code_mail(&cx, &visitor).await, CodeMail::Sent);
});

on_both!(the_door_leads_on_and_is_closed_to_others, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let at = paths::SIGN_IN_CODE;
    let refused = post(&cx, Visitor::nobody(), at, &[("code", "123456")]).await;
    assert_eq!(refused.err(), Some(AppError::NotSignedIn));
    let flow = begin(&t).await;
    let visitor = Visitor::Pending(flow.pending.clone());
    let again = post(&cx, visitor.clone(), at, &[("code", other_than(&flow.code))]).await.unwrap();
    assert!(matches!(again, Reply::Again { page, .. } if page == "/login/code"));
    let reply = post(&cx, visitor.clone(), at, &[("code", &flow.code)]).await.unwrap();
    let Reply::With { to, cookies, .. } = reply else { panic!("a redirect is wanted") };
    assert_eq!(to, "/portal/M1");
    assert!(is_alive(&cx, cookies[0].value.as_deref().unwrap()).await);
    let late = post(&cx, visitor, at, &[("code", &flow.code)]).await.unwrap();
    assert!(matches!(late, Reply::Again { .. }), "the sign-in is over");
    assert!(acts(&cx, "signed_in").await == 1 && user.0.get_version_num() == 7);
});

on_both!(a_disabled_person_does_not_get_in_with_a_code_in_hand, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let flow = begin(&t).await;
    fixtures::set_dates(&cx, user, true, true).await;
    assert!(!is_alive(&cx, &flow.token).await);
});

on_both!(giving_a_code_and_ending_everything_never_wait_for_each_other, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let flow = begin(&t).await;
    let c = cx.clone();
    let giving = async move { codes::verify(&c, &flow.pending, &flow.code).await };
    let c = cx.clone();
    let ending = async move {
        let its = c.clone();
        c.write(move |tx| Box::pin(async move { end_all_of_user(tx, &its, user, None).await })).await
    };
    let (given, ended) = fixtures::at_once(&cx, giving, ending).await;
    let token = given.expect("the code came first").token;
    assert_eq!(ended, Ok(1), "the session that it opened");
    assert!(!is_alive(&cx, token.expose()).await);
});
