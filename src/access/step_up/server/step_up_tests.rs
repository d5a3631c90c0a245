//! When the password is asked for again, what a wrong one costs, and that nothing is done before the right one.

use crate::gate::prelude::*;
use crate::gate::{CONFIRM, Confirm, Reply, Visitor, testing};
use crate::sessions::{self, fixtures::*};
use crate::step_up::{BACK, JustProven, PASSWORD as PASSWORD_FIELD, PROOF};
use kernel::{Outcome, Ts};
use platform::testing::TestPlatform;
use platform::unit::{By, DomainEvent, Kind, Told};
use platform::{Cx, on_both};

const TYPED: [(&str, &str); 3] = [("name", " Ina <b>&amp; \"Co\" "), ("right", "a"), ("right", "b")];

/// Something that happened in a test, with what was typed.
#[derive(serde::Serialize)]
struct WasTested {
    name: String,
    right: String,
}

impl DomainEvent for WasTested {
    fn told(&self, _: &By) -> Told {
        Told::of(Kind::named("tested")).named(&self.name).detail(&self.right)
    }
}

crate::command!(Tested: Proven<SignedIn>, "tested" on |_it| "/tested");

/// Leaves one line in the audit trail.
#[server(protocol = ByForm, prefix = "", endpoint = "tested")]
async fn tested(name: String, right: Vec<String>) -> Result<Done, AppError> {
    let (cx, who) = Tested::enter()?;
    let tested = WasTested { name: name.clone(), right: right.join(" ") };
    cx.work(&who, async move |w, _| w.happened(tested).await).await?;
    if name == "refused" { Err(AppError::NotFound) } else { Ok(Done::at("/done")) }
}

crate::command!(TestedByAdmins: Proven<May<Administer>>, "tested" on |_it| "/tested");

/// For whoever may.
#[server(protocol = ByForm, prefix = "", endpoint = "tested/by-admins")]
async fn tested_by_admins() -> Result<Done, AppError> {
    TestedByAdmins::enter()?;
    Ok(Done::at("/done"))
}

crate::command!(TestedJustNow: JustProven<SignedIn>, "tested" on |_it| "/tested");

/// For whoever gives the password in the form itself.
#[server(protocol = ByForm, prefix = "", endpoint = "tested/just-now")]
async fn tested_just_now() -> Result<Done, AppError> {
    TestedJustNow::enter()?;
    Ok(Done::at("/done"))
}

async fn send(cx: &Cx, visitor: &Visitor, more: &[(&str, &str)]) -> Result<Reply, AppError> {
    // What a test says of a field stands instead of what is typed otherwise.
    let typed = TYPED.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let form: Vec<_> = more.iter().copied().chain(typed).collect();
    testing::post(cx, visitor.clone(), "/tested", &form).await
}

fn asked(reply: Result<Reply, AppError>) -> (Confirm, Outcome, Option<AppError>) {
    match reply {
        Ok(Reply::Confirm { page, outcome, error }) => (page, outcome, error),
        Ok(_) => panic!("it was done"),
        Err(error) => panic!("{error}"),
    }
}

/// The token of the session that goes on, and what the door said.
fn done(reply: Result<Reply, AppError>) -> (String, Result<Reply, AppError>) {
    match reply {
        Ok(Reply::As { cookies, then, .. }) => {
            (cookies.first().and_then(|it| it.value.clone()).expect("a cookie"), *then)
        }
        Ok(_) => panic!("the session has its old token"),
        Err(error) => panic!("{error}"),
    }
}

/// Anna, signed in now, and her token.
async fn begin(t: &TestPlatform) -> (Cx, String, Visitor) {
    let (cx, id) = (t.cx(), anna(t).await);
    let token = testing::session(&cx, id).await;
    let visitor = holder(&cx, &token).await;
    (cx, token, visitor)
}

on_both!(a_password_counts_for_ten_minutes, |t| {
    let (cx, token, visitor) = begin(&t).await;
    t.clock.advance(10 * Ts::MINUTE - Ts::SECOND);
    assert!(matches!(send(&cx, &visitor, &[]).await, Ok(Reply::To(to)) if to == "/done"));
    assert!(matches!(send(&cx, &holder(&cx, &token).await, &[]).await, Ok(Reply::To(_))));
    t.clock.advance(2 * Ts::SECOND);
    for visitor in [visitor, holder(&cx, &token).await] {
        let (page, outcome, error) = asked(send(&cx, &visitor, &[]).await);
        assert_eq!(page.fields, TYPED.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!((page.email.as_str(), page.back), ("anna@mueller.example", None));
        assert!(outcome.is_for(CONFIRM) && outcome.faults.is_empty() && error.is_none());
    }
    assert_eq!(acts(&cx, "tested").await, 2);
    assert!(is_alive(&cx, &token).await, "asking changes nothing");
});

on_both!(the_right_password_does_the_act_once_and_renews_the_session, |t| {
    let (cx, token, visitor) = begin(&t).await;
    t.clock.advance(11 * Ts::MINUTE);
    let (renewed, then) = done(send(&cx, &visitor, &[(BACK, "/app"), (PROOF, PASSWORD)]).await);
    assert!(matches!(then, Ok(Reply::To(to)) if to == "/done"));
    assert_eq!((acts(&cx, "tested").await, acts(&cx, "proof_given").await), (1, 1));
    assert!(!is_alive(&cx, &token).await, "the old token is dead (SEC-32)");
    t.clock.advance(10 * Ts::MINUTE - Ts::SECOND);
    let visitor = holder(&cx, &renewed).await;
    assert!(matches!(send(&cx, &visitor, &[]).await, Ok(Reply::To(_))));
    t.clock.advance(2 * Ts::SECOND);
    asked(send(&cx, &visitor, &[]).await);
    assert_eq!(acts(&cx, "tested").await, 2);
});

on_both!(what_the_door_says_comes_with_the_new_cookie, |t| {
    let (cx, _, visitor) = begin(&t).await;
    t.clock.advance(11 * Ts::MINUTE);
    let (renewed, then) = done(send(&cx, &visitor, &[("name", "refused"), (PROOF, PASSWORD)]).await);
    assert_eq!(then.err(), Some(AppError::NotFound));
    assert!(is_alive(&cx, &renewed).await);
});

on_both!(a_session_that_went_on_is_held_also_when_it_cannot_be_read, |t| {
    let (cx, _, mut visitor) = begin(&t).await;
    t.clock.advance(11 * Ts::MINUTE);
    for (path, field) in [("/tested", PROOF), ("/tested/just-now", PASSWORD_FIELD)] {
        let form: Vec<_> = TYPED.into_iter().chain([(field, PASSWORD)]).collect();
        mislay(&cx, "mail_health").await;
        let reply = testing::post(&cx, visitor.clone(), path, &form).await;
        find_again(&cx, "mail_health").await;
        let (renewed, then) = done(reply);
        assert!(then.is_err(), "{path}: nothing was done");
        visitor = holder(&cx, &renewed).await;
        assert!(visitor.signed_in().is_ok(), "{path}");
        t.clock.advance(11 * Ts::MINUTE);
    }
    assert_eq!((acts(&cx, "tested").await, acts(&cx, "proof_given").await), (0, 2));
});

on_both!(a_wrong_password_does_nothing_and_is_seen, |t| {
    let (cx, token, visitor) = begin(&t).await;
    t.clock.advance(11 * Ts::MINUTE);
    for typed in ["", "not this one at all", &"x".repeat(20_000), "a\u{0}b"] {
        t.clock.advance(5 * Ts::SECOND);
        let (page, outcome, error) = asked(send(&cx, &visitor, &[(BACK, "/app/x"), (PROOF, typed)]).await);
        assert!(outcome.on(CONFIRM, PROOF).is_some() && outcome.values.is_empty(), "{typed:.20}");
        assert_eq!(error.map(|error| error.status()), Some(422));
        assert_eq!(page.back.as_deref(), Some("/app/x"));
        assert_eq!(
            page.fields.len(),
            TYPED.len(),
            "neither the password nor the way back is kept as a field"
        );
    }
    let counted = acts(&cx, "proof_failed").await;
    assert_eq!((acts(&cx, "tested").await, counted), (0, 3), "an empty field is no try");
    assert!(is_alive(&cx, &token).await);
    let (page, ..) = asked(send(&cx, &visitor, &[(BACK, "//evil.example/x")]).await);
    assert_eq!(page.back, None, "a way back out of the portal is none");
});

on_both!(passwords_cannot_be_guessed_here_either, |t| {
    let (cx, _, visitor) = begin(&t).await;
    t.clock.advance(11 * Ts::MINUTE);
    for _ in 0..10 {
        t.clock.advance(6 * Ts::SECOND);
        asked(send(&cx, &visitor, &[(PROOF, "wrong wrong wrong")]).await);
    }
    t.clock.advance(6 * Ts::SECOND);
    let (page, outcome, error) = asked(send(&cx, &visitor, &[(PROOF, PASSWORD)]).await);
    assert!(matches!(error, Some(AppError::TooMany(_))) && outcome.problem.is_some());
    assert_eq!(page.fields.len(), TYPED.len());
    assert_eq!(acts(&cx, "tested").await, 0);
});

on_both!(of_two_who_prove_themselves_at_once_one_acts, |t| {
    let (cx, _, visitor) = begin(&t).await;
    t.clock.advance(11 * Ts::MINUTE);
    let proof = [(PROOF, PASSWORD)];
    let (one, two) = tokio::join!(send(&cx, &visitor, &proof), send(&cx, &visitor, &proof));
    let renewed = [&one, &two].into_iter().filter(|it| matches!(it, Ok(Reply::As { .. }))).count();
    let late = [one, two].into_iter().filter(|it| matches!(it, Err(AppError::NotSignedIn))).count();
    assert_eq!((renewed, late, acts(&cx, "tested").await), (1, 1, 1));
});

on_both!(a_proof_counts_in_its_session_only, |t| {
    let (cx, _, visitor) = begin(&t).await;
    let other = holder(&cx, &testing::session(&cx, visitor.signed_in().unwrap().user()).await).await;
    t.clock.advance(11 * Ts::MINUTE);
    assert!(done(send(&cx, &visitor, &[(PROOF, PASSWORD)]).await).1.is_ok());
    asked(send(&cx, &other, &[]).await);
    // Nobody proves themselves with somebody else's password, and whoever may not come is not asked for one.
    let bert = with_password(&cx, "bert@mueller.example", "Bert").await;
    give_password(&cx, bert, "Kuckuck und Uhrenladen 3").await;
    let bert =
        Visitor::SignedIn(holder(&cx, &testing::session(&cx, bert).await).await.signed_in().unwrap().clone());
    t.clock.advance(11 * Ts::MINUTE);
    asked(send(&cx, &bert, &[(PROOF, PASSWORD)]).await);
    for visitor in [&bert, &Visitor::nobody()] {
        let form = [(PROOF, "x")];
        let refused = testing::post(&cx, visitor.clone(), "/tested/by-admins", &form).await.err();
        assert!(matches!(refused, Some(AppError::NotAllowed | AppError::NotSignedIn)), "{refused:?}");
    }
    assert_eq!((acts(&cx, "tested").await, acts(&cx, "proof_failed").await), (1, 1));
});

on_both!(choosing_an_account_is_no_proof, |t| {
    let (cx, _, visitor) = begin(&t).await;
    t.clock.advance(11 * Ts::MINUTE);
    let (c, who) = (cx.clone(), visitor.signed_in().unwrap().clone());
    let renewed = cx.write(move |tx| Box::pin(async move { sessions::renew(tx, &c, &who).await }));
    let visitor = holder(&cx, renewed.await.unwrap().token.expose()).await;
    asked(send(&cx, &visitor, &[]).await);
});

on_both!(ending_all_other_sessions_takes_the_password, |t| {
    let (cx, token, visitor) = begin(&t).await;
    let anna: Client = visitor.client().unwrap();
    let elsewhere = testing::session(&cx, anna.who().user()).await;
    let end_others = async |form: &[(&str, &str)]| {
        post(&cx, visitor.clone(), kernel::paths::SESSIONS_END_OTHERS, form).await
    };
    t.clock.advance(11 * Ts::MINUTE);
    let back = ("back", "/portal/M1/settings/security");
    asked(end_others(&[back]).await);
    assert!(is_alive(&cx, &elsewhere).await);
    let (renewed, then) = done(end_others(&[back, (PROOF, PASSWORD)]).await);
    assert!(matches!(then, Ok(Reply::With { to, .. }) if to == back.1));
    assert!(is_alive(&cx, &renewed).await);
    assert!(!is_alive(&cx, &elsewhere).await && !is_alive(&cx, &token).await);
});
