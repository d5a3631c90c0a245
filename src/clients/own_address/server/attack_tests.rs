//! Changing an address as an attacker would try it: guessing, asking around, being faster, taking somebody's place.

use super::actions;
use super::own_tests::{
    Anna, NEW, NORM, OLD, PASSWORD, anna, changes, code_to, emails, holder, login_of, post, set_password,
    undo, undo_link, undo_view,
};
use super::reading::{self, AskTheFirm, OwnView};
use super::undoing::UndoView;
use crate::info::Which;
use crate::testing as story;
use access::gate::{Reply, SignedIn, Visitor, testing};
use futures::future::BoxFuture;
use kernel::{AppError, Right, Role, Ts};
use platform::db::Tx;
use platform::request::Condition;
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};
use std::sync::Arc;

async fn asks(t: &TestPlatform, cx: &Cx, anna: &Anna) -> String {
    actions::ask(cx, &anna.who, PASSWORD, NEW).await.unwrap();
    code_to(t, NEW).await
}

fn other_than(code: &str) -> String {
    if code == "000000" { "000001".to_owned() } else { "000000".to_owned() }
}

async fn is_void(cx: &Cx, who: &SignedIn, code: &str) {
    assert!(matches!(actions::confirm(cx, who, code).await, Err(AppError::Refused(_))));
}

on_both!(a_stolen_session_without_the_password_asks_for_nothing, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let long = "x".repeat(10_000);
    for typed in ["", "wrong", "\u{202E}\r\n", long.as_str()] {
        let error = actions::ask(&cx, &anna.who, typed, NEW).await.unwrap_err();
        assert!(error.on("current").is_some(), "{typed:.10}");
        t.clock.advance(5 * Ts::SECOND);
    }
    let mut last = Ok(());
    for _ in 0..12 {
        last = actions::ask(&cx, &anna.who, "guess", NEW).await;
        t.clock.advance(5 * Ts::SECOND);
    }
    assert!(matches!(last, Err(AppError::TooMany(60..))), "tries count as those of a sign-in");
    t.drain_mail().await;
    assert!(t.mail.sent_to(NEW).is_empty());
});

on_both!(what_is_no_address_is_said_and_the_own_one_is_no_change, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let long = format!("{}@neu.example", "x".repeat(300));
    for typed in ["", " ", "anna", "anna@", "a b@neu.example", "a@b\r\nBcc: x@y.example", long.as_str()] {
        let error = actions::ask(&cx, &anna.who, PASSWORD, typed).await.unwrap_err();
        assert!(error.on("email").is_some(), "{typed:.20}");
    }
    let own = actions::ask(&cx, &anna.who, PASSWORD, "ANNA@meier.example").await.unwrap_err();
    assert!(own.on("email").is_some());
    let visitor = Visitor::SignedIn(anna.who.clone());
    for step in ["", "x", "confirm"] {
        assert!(matches!(post(&cx, visitor.clone(), &[("step", step)]).await, Err(AppError::BadRequest)));
    }
    let again = post(&cx, visitor, &[("step", "ask"), ("current", "no"), ("email", "x")]).await;
    let Ok(Reply::Again { outcome, .. }) = again else { panic!("taken") };
    assert!(outcome.value("own_address", "email").is_some(), "what was typed stays");
    assert!(outcome.value("own_address", "current").is_none(), "the password never");
});

on_both!(five_wrong_codes_end_it_and_the_right_one_is_void_then, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let code = asks(&t, &cx, &anna).await;
    for malformed in ["", "12345", "abcdef", "1234567"] {
        let error = actions::confirm(&cx, &anna.who, malformed).await.unwrap_err();
        assert!(error.on("code").is_some(), "costs no try");
    }
    for n in 1..=5 {
        let tried = actions::confirm(&cx, &anna.who, &other_than(&code)).await;
        match n {
            5 => assert!(matches!(tried, Err(AppError::Refused(_)))),
            _ => assert!(tried.unwrap_err().on("code").is_some(), "{n}"),
        }
    }
    is_void(&cx, &anna.who, &code).await;
    assert_eq!(login_of(&cx, anna.user).await, OLD);
    let view = reading::view(&cx, &Visitor::SignedIn(anna.who.clone())).await;
    assert_eq!(view, Ok(OwnView::Form { email: OLD.to_owned() }), "and one begins anew");
});

/// Takes the counters of rate limits away as soon as the act has begun.
struct CountersMislaid;

impl Condition for CountersMislaid {
    fn check<'a>(&'a self, tx: &'a mut Tx, _: Ts) -> BoxFuture<'a, Result<(), AppError>> {
        Box::pin(async move {
            sql!("ALTER TABLE limit_counter RENAME TO mislaid").run(tx).await?;
            Ok(())
        })
    }
}

on_both!(an_address_that_was_changed_keeps_its_owner_signed_in_whatever_fails_afterwards, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let code = asks(&t, &cx, &anna).await;
    let changed = actions::confirm(&cx.under(Arc::new(CountersMislaid)), &anna.who, &code).await;
    let started = changed.expect("the address is changed");
    assert_eq!(holder(&cx, started.token.expose()).await.signed_in().unwrap().email_norm(), NORM);
});

on_both!(a_code_counts_for_fifteen_minutes_to_the_instant, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let code = asks(&t, &cx, &anna).await;
    t.clock.advance(15 * Ts::MINUTE);
    is_void(&cx, &anna.who, &code).await;
    let code = asks(&t, &cx, &anna).await;
    t.clock.advance(15 * Ts::MINUTE - 1);
    assert!(actions::confirm(&cx, &anna.who, &code).await.is_ok());
});

on_both!(another_code_comes_after_a_minute_and_both_count, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let first = asks(&t, &cx, &anna).await;
    t.clock.advance(Ts::MINUTE - 1);
    assert!(matches!(actions::again(&cx, &anna.who).await, Err(AppError::TooMany(1))));
    t.clock.advance(1);
    actions::again(&cx, &anna.who).await.unwrap();
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to(NEW).len(), 2);
    assert!(actions::confirm(&cx, &anna.who, &first).await.is_ok(), "the earlier one goes on counting");
});

on_both!(a_code_of_one_wish_or_one_session_is_none_for_another, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let first = asks(&t, &cx, &anna).await;
    let phone = testing::session(&cx, anna.user).await;
    let elsewhere = holder(&cx, &phone).await.signed_in().unwrap().clone();
    is_void(&cx, &elsewhere, &first).await;
    t.clock.advance(Ts::MINUTE);
    actions::ask(&cx, &anna.who, PASSWORD, "other@neu.example").await.unwrap();
    let tried = actions::confirm(&cx, &anna.who, &first).await;
    assert!(tried.unwrap_err().on("code").is_some(), "that was for another address");
    actions::cancel(&cx, &anna.who).await.unwrap();
    let second = code_to(&t, "other@neu.example").await;
    is_void(&cx, &anna.who, &second).await;
});

on_both!(fifty_at_once_change_it_once, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let code = asks(&t, &cx, &anna).await;
    let all = futures::future::join_all((0..50).map(|_| actions::confirm(&cx, &anna.who, &code))).await;
    assert_eq!(all.iter().filter(|one| one.is_ok()).count(), 1);
    for one in all.iter().filter_map(|one| one.as_ref().err()) {
        assert!(!matches!(one, AppError::Internal(_)), "a clear answer: {one:?}");
    }
    assert_eq!(login_of(&cx, anna.user).await, NORM);
    assert_eq!(story::audited(&cx, "sign_in_address_changed").await, 1);
});

on_both!(an_address_that_is_in_use_is_answered_like_any_other, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let jo = testing::user(&cx, "jo@adler.example", "Jo").await;
    testing::staff_named(&cx, "tom@weber.example", "Tom", Role::Employee, &[Right::ManageAccounts]).await;
    story::contact(&cx, &anna.eva, &anna.two, "Lea", "lea@waits.example").await;
    story::invite(&cx, &anna.eva, &anna.two, "lea@waits.example").await;
    t.drain_mail().await;
    t.mail.take();
    let visitor = Visitor::SignedIn(anna.who.clone());
    for taken in ["jo@adler.example", "tom@weber.example", "lea@waits.example"] {
        t.clock.advance(Ts::HOUR / 2);
        let before = cx.db.statements();
        let free = post(
            &cx,
            visitor.clone(),
            &[("step", "ask"), ("current", PASSWORD), ("email", "free@neu.example")],
        )
        .await;
        let cost = cx.db.statements() - before;
        assert!(matches!(free, Ok(Reply::To(_))));
        let before = cx.db.statements();
        let asked =
            post(&cx, visitor.clone(), &[("step", "ask"), ("current", PASSWORD), ("email", taken)]).await;
        assert!(matches!(asked, Ok(Reply::To(_))), "{taken}: as for a free one");
        assert!(cost.abs_diff(cx.db.statements() - before) <= 1, "and as much work");
        assert!(
            matches!(reading::view(&cx, &visitor).await, Ok(OwnView::Code { email, .. }) if email == taken)
        );
        t.drain_mail().await;
        let mail = t.mail.sent_to(taken).pop().expect("its owner is told").rendered;
        assert!(mail.text.contains("in use") && !mail.text.contains("http"), "{}", mail.text);
        let digits = mail.subject.chars().filter(char::is_ascii_digit).count();
        assert_eq!(digits, 0, "there is no code in it");
        let wrong = actions::confirm(&cx, &anna.who, "000000").await.unwrap_err();
        assert!(wrong.on("code").is_some(), "as for a free one");
        t.mail.take();
    }
    assert_eq!(login_of(&cx, jo).await, "jo@adler.example");
    assert_eq!(login_of(&cx, anna.user).await, OLD);
});

on_both!(taken_between_asking_and_the_code_it_is_not_moved, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let code = asks(&t, &cx, &anna).await;
    testing::user(&cx, NORM, "Somebody else").await;
    is_void(&cx, &anna.who, &code).await;
    assert_eq!(login_of(&cx, anna.user).await, OLD);
    assert_eq!(emails(&cx, &anna.eva, &anna.one).await, [OLD], "all or nothing");
});

on_both!(a_shared_mailbox_a_colleagues_login_and_a_change_of_the_firm_are_left_to_the_firm, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let tom = testing::staff_named(&cx, "tom@weber.example", "Tom", Role::Employee, &[]).await;
    let colleague = Visitor::SignedIn(tom.who().clone());
    assert_eq!(reading::view(&cx, &colleague).await, Ok(OwnView::Ask(AskTheFirm::Colleague)));
    set_password(&cx, tom.user()).await;
    assert!(matches!(actions::ask(&cx, tom.who(), PASSWORD, NEW).await, Err(AppError::Refused(_))));
    let stranger = testing::client(&cx, "nobody@nowhere.example", "Nobody").await;
    let nobody = Visitor::SignedIn(stranger.who().clone());
    assert_eq!(reading::view(&cx, &nobody).await, Ok(OwnView::Ask(AskTheFirm::Shared)), "opens nothing");
    let code = asks(&t, &cx, &anna).await;
    let visitor = Visitor::SignedIn(anna.who.clone());
    story::contact(&cx, &anna.eva, &anna.two, "Jo Meier", OLD).await;
    let tab = story::tab(&cx, &anna.eva, &anna.two).await;
    let jo = tab.rows().find(|(contact, _)| contact.name == "Jo Meier").unwrap().1.clone();
    let allow = crate::info::server::actions::allow_login;
    allow(&cx, &story::sure(&anna.eva), &anna.two, story::id(&jo), jo.version, None).await.unwrap();
    assert_eq!(reading::view(&cx, &visitor).await, Ok(OwnView::Ask(AskTheFirm::Shared)));
    is_void(&cx, &anna.who, &code).await;
    assert_eq!(login_of(&cx, anna.user).await, OLD, "Jo is not locked out by it");
});

on_both!(while_the_firm_replaces_the_address_its_owner_does_not, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    story::change(&cx, &anna.eva, &anna.one, OLD, "anna@dritt.example").await.unwrap();
    let visitor = Visitor::SignedIn(anna.who.clone());
    assert_eq!(reading::view(&cx, &visitor).await, Ok(OwnView::Ask(AskTheFirm::Replacing)));
    assert!(matches!(actions::ask(&cx, &anna.who, PASSWORD, NEW).await, Err(AppError::Refused(_))));
});

on_both!(whoever_changes_it_twice_does_not_outrun_the_first_link, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let here = changes(&t, &cx, &anna.who, NEW).await;
    let first = undo_link(&t, OLD).await;
    t.clock.advance(2 * Ts::MINUTE);
    changes(&t, &cx, here.signed_in().unwrap(), "thief@elsewhere.example").await;
    let second = undo_link(&t, NEW).await;
    assert!(matches!(undo(&cx, &first).await, Ok(Reply::To(_))));
    assert_eq!(login_of(&cx, anna.user).await, OLD);
    assert_eq!(emails(&cx, &anna.eva, &anna.one).await, [OLD]);
    assert_eq!(undo_view(&cx, &second).await, Ok(UndoView::Stopped), "and the thief's link is dead");
    assert!(matches!(undo(&cx, &second).await, Ok(Reply::To(_))));
    assert_eq!(login_of(&cx, anna.user).await, OLD);
});

on_both!(a_link_we_never_made_takes_nothing_back_and_fifty_at_once_do_it_once, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    changes(&t, &cx, &anna.who, NEW).await;
    let link = undo_link(&t, OLD).await;
    for token in ["", "x", &"x".repeat(43), "%00", "\u{202E}", &"x".repeat(10_000)] {
        assert!(matches!(undo(&cx, token).await, Err(AppError::NotFound)), "{token:.10}");
    }
    let other = t.cx_of(&t.other_firm().await);
    assert!(matches!(undo(&other, &link).await, Err(AppError::NotFound)), "at another firm");
    let all = futures::future::join_all((0..50).map(|_| undo(&cx, &link))).await;
    assert!(all.iter().all(|reply| matches!(reply, Ok(Reply::To(_)))));
    assert_eq!(story::audited(&cx, "own_address_stopped").await, 2, "once in each account");
});

on_both!(what_the_firm_took_off_meanwhile_does_not_come_back_by_the_link, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    changes(&t, &cx, &anna.who, NEW).await;
    let link = undo_link(&t, OLD).await;
    for code in [&anna.one, &anna.two] {
        story::click(&cx, &anna.eva, code, NEW, Which::Login, false).await.unwrap();
    }
    assert!(matches!(undo(&cx, &link).await, Ok(Reply::To(_))));
    assert_eq!(login_of(&cx, anna.user).await, OLD);
    assert!(!story::row(&cx, &anna.eva, &anna.one, OLD).await.login, "LOGIN stays off");
});

on_both!(mails_are_limited_for_the_person_and_for_the_mailbox, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let mut last = Ok(());
    for n in 0..6 {
        last = actions::ask(&cx, &anna.who, PASSWORD, &format!("a{n}@neu.example")).await;
    }
    assert!(matches!(last, Err(AppError::TooMany(_))), "six within the hour");
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to("a4@neu.example").len(), 1);
    assert!(t.mail.sent_to("a5@neu.example").is_empty());
});

on_both!(stored_codes_and_links_are_no_plain_text, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let code = asks(&t, &cx, &anna).await;
    let mut conn = story::look(&cx).await;
    let (hmac,): (Vec<u8>,) = sql!("SELECT code_hmac FROM mailed_code WHERE firm_id = $1", cx.firm.id)
        .one(&mut conn)
        .await
        .unwrap();
    assert_eq!(hmac.len(), 32);
    assert!(!String::from_utf8_lossy(&hmac).contains(&code));
});
