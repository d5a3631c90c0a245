//! Accepting: once, in time, by whoever holds the link, and completely.

use super::accept::{Begun, Way, accept};
use super::actions::view;
use super::testing::*;
use crate::gate::{Visitor, testing};
use crate::invitations::InvitationView;
use crate::links::testing::by;
use directory::testing::a_firm;
use kernel::live::News;
use kernel::{AppError, Role, Ts, UserId};
use platform::{Cx, on_both, sql};

async fn accept_with(cx: &Cx, token: &str, hash: &str) -> Result<Begun, AppError> {
    let link = by(cx, token).await?;
    let (c, way) = (cx.clone(), Way::Anew(hash.to_owned(), None));
    cx.write(move |tx| Box::pin(async move { accept(tx, &c, &link, &way).await })).await
}

#[derive(sqlx::FromRow, Debug, PartialEq)]
struct UserRow {
    id: UserId,
    name: String,
    password_hash: Option<String>,
    activated_at: Option<Ts>,
}

async fn users(cx: &Cx, email: &str) -> Vec<UserRow> {
    let mut conn = cx.db.read().await.unwrap();
    sql!("SELECT id, name, password_hash, activated_at FROM portal_user WHERE email_norm = $1", email)
        .all(&mut conn)
        .await
        .unwrap()
}

on_both!(accepting_makes_the_login_and_signs_in, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let mut news = cx.db.subscribe();
    let begun = accept_with(&cx, &token, "hash").await.unwrap();
    assert_eq!(begun.to, "/portal/M1");
    let visitor = Visitor::of_token(&cx, Some(begun.session.token.expose())).await.unwrap();
    let (_, anna) = visitor.client_of(&cx, "M1").await.unwrap();
    assert_eq!((anna.who().name(), anna.card().name.as_str()), ("Anna Müller", "Müller GmbH"));
    let stored = users(&cx, ANNA).await;
    assert_eq!(stored.len(), 1);
    assert_eq!((stored[0].password_hash.as_deref(), stored[0].activated_at), (Some("hash"), Some(cx.now())));
    let (mut accounts, mut lists) = (Vec::new(), 0);
    while let Ok(batch) = news.try_recv() {
        for one in batch.iter() {
            match one.event.news() {
                News::Account { account, act, .. } if act == "activated" => accounts.push(*account),
                News::Lists => lists += 1,
                _ => {}
            }
        }
    }
    assert_eq!((accounts.as_slice(), lists), (&[anna.account()][..], 1));
    let mut conn = cx.db.read().await.unwrap();
    let (acts,): (i64,) = sql!(
        "SELECT COUNT(*) FROM audit_event WHERE event = 'activated' AND actor_id = $1 AND account_id = $2",
        anna.who().user(),
        anna.account()
    )
    .one(&mut conn)
    .await
    .unwrap();
    assert_eq!(acts, 1);
    assert_eq!(view(&cx, &token).await.unwrap(), InvitationView::Used);
});

on_both!(whoever_invited_is_told_and_hears_no_names_they_may_not_see, |t| {
    let cx = t.cx();
    let (mueller, private) =
        (account(&cx, "M1", "Müller GmbH").await, account(&cx, "A1", "Anna privat").await);
    for account in [mueller, private] {
        login_on(&cx, account, ANNA).await;
    }
    eva(&cx).await;
    let rights = [kernel::Right::ManageAccounts];
    let jo = testing::staff_named(&cx, "jo@weber.example", "Jo", Role::Employee, &rights).await;
    a_firm(&cx).assign(jo.user(), mueller).await;
    send(&cx, &testing::may(&jo), invitee(ANNA), "").await.unwrap();
    let token = newest_link(&t, ANNA).await;
    accept_with(&cx, &token, "hash").await.unwrap();
    t.drain_mail().await;
    assert!(t.mail.sent_to("owner@weber.example").is_empty());
    let told = t.mail.sent_to("jo@weber.example").pop().unwrap().rendered;
    assert!(told.subject.contains("Anna Müller"), "{}", told.subject);
    assert!(told.text.contains(ANNA) && told.text.contains("Müller GmbH"), "{}", told.text);
    assert!(!told.text.contains("Anna privat"), "{}", told.text);
});

on_both!(the_owner_hears_when_whoever_invited_does_not_see_the_account, |t| {
    let cx = t.cx();
    let mueller = account(&cx, "M1", "Müller GmbH").await;
    login_on(&cx, mueller, ANNA).await;
    eva(&cx).await;
    let rights = [kernel::Right::ManageAccounts];
    let jo = testing::staff_named(&cx, "jo@weber.example", "Jo", Role::Employee, &rights).await;
    send(&cx, &testing::may(&jo), invitee(ANNA), "").await.unwrap();
    let token = newest_link(&t, ANNA).await;
    accept_with(&cx, &token, "hash").await.unwrap();
    t.drain_mail().await;
    assert!(t.mail.sent_to("jo@weber.example").is_empty());
    assert_eq!(t.mail.sent_to("owner@weber.example").len(), 1);
});

on_both!(the_owner_hears_when_whoever_invited_has_left, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let nobody = sql!("UPDATE invitation SET invited_by = $1", cx.ids.next());
    cx.write(move |tx| Box::pin(async move { Ok(nobody.run(tx).await?) })).await.unwrap();
    accept_with(&cx, &token, "hash").await.unwrap();
    t.drain_mail().await;
    let told = t.mail.sent_to("owner@weber.example").pop().unwrap().rendered;
    assert!(told.text.contains("Müller GmbH"), "{}", told.text);
});

on_both!(with_several_accounts_the_question_comes_first, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let private = account(&cx, "A1", "Anna Müller").await;
    login_on(&cx, private, ANNA).await;
    // A second contact with the same address does not make it a third account (DM-7).
    login_on(&cx, private, ANNA).await;
    let begun = accept_with(&cx, &token, "hash").await.unwrap();
    assert_eq!(begun.to, "/choose-account");
    let visitor = Visitor::of_token(&cx, Some(begun.session.token.expose())).await.unwrap();
    assert_eq!(visitor.card().accounts().len(), 2);
});

on_both!(of_fifty_at_once_exactly_one_is_let_in, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let hashes: Vec<String> = (0..50).map(|n| format!("hash {n}")).collect();
    let tries = hashes.iter().map(|hash| accept_with(&cx, &token, hash));
    let results = futures::future::join_all(tries).await;
    let winners: Vec<_> = results.iter().zip(&hashes).filter(|(result, _)| result.is_ok()).collect();
    assert_eq!(winners.len(), 1);
    assert!(results.iter().all(|r| matches!(r, Ok(_) | Err(AppError::Conflict))));
    let stored = users(&cx, ANNA).await;
    assert_eq!((stored.len(), stored[0].password_hash.as_ref()), (1, Some(winners[0].1)));
    let mut conn = cx.db.read().await.unwrap();
    let (sessions,): (i64,) =
        sql!("SELECT COUNT(*) FROM session WHERE user_id = $1", stored[0].id).one(&mut conn).await.unwrap();
    assert_eq!(sessions, 1);
});

on_both!(two_links_of_one_address_let_in_one, |t| {
    let cx = t.cx();
    let older = anna_invited(&t, &cx).await;
    t.clock.advance(2 * Ts::MINUTE);
    let tom = testing::staff_named(&cx, "tom@weber.example", "Tom", Role::Admin, &[]).await;
    send(&cx, &testing::may(&tom), invitee(ANNA), "").await.unwrap();
    let newer = newest_link(&t, ANNA).await;
    let (one, two) = futures::join!(accept_with(&cx, &older, "one"), accept_with(&cx, &newer, "two"));
    assert!(matches!(one, Err(AppError::Conflict)) && two.is_ok());
    let kept = users(&cx, ANNA).await.remove(0).password_hash;
    assert_eq!(kept.as_deref(), Some("two"));
    for token in [older, newer] {
        assert_eq!(view(&cx, &token).await.unwrap(), InvitationView::Used);
        assert!(matches!(accept_with(&cx, &token, "three").await, Err(AppError::Conflict)));
    }
});

on_both!(a_second_before_the_end_is_in_time, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    t.clock.advance(30 * Ts::DAY - Ts::SECOND);
    accept_with(&cx, &token, "hash").await.unwrap();
});

on_both!(an_expired_invitation_cannot_be_accepted, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    t.clock.advance(30 * Ts::DAY);
    assert!(matches!(accept_with(&cx, &token, "hash").await, Err(AppError::Conflict)));
    t.clock.advance(Ts::SECOND);
    assert!(matches!(accept_with(&cx, &token, "hash").await, Err(AppError::Conflict)));
    assert!(users(&cx, ANNA).await.is_empty());
});

on_both!(with_login_off_nobody_begins_and_the_link_is_not_used_up, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    login_off(&cx, ANNA).await;
    assert!(matches!(accept_with(&cx, &token, "hash").await, Err(AppError::Conflict)));
    assert!(users(&cx, ANNA).await.is_empty());
    assert_eq!(view(&cx, &token).await.unwrap(), InvitationView::Closed);
});

on_both!(a_login_that_waited_keeps_its_id, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let id = waiting_user(&cx, false).await;
    accept_with(&cx, &token, "hash").await.unwrap();
    let stored = users(&cx, ANNA).await.remove(0);
    assert_eq!((stored.id, stored.name.as_str()), (id, "Anna Müller"));
});

on_both!(a_disabled_login_is_not_brought_back_by_a_link, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    waiting_user(&cx, true).await;
    assert!(matches!(accept_with(&cx, &token, "hash").await, Err(AppError::Conflict)));
    assert_eq!(users(&cx, ANNA).await.remove(0).password_hash, None);
});

on_both!(an_old_link_never_replaces_the_password_of_somebody_active, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    testing::user(&cx, ANNA, "Anna").await;
    assert_eq!(view(&cx, &token).await.unwrap(), InvitationView::Used);
    assert!(matches!(accept_with(&cx, &token, "hash").await, Err(AppError::Conflict)));
    assert_eq!(users(&cx, ANNA).await.remove(0).password_hash, None);
});

on_both!(the_link_of_one_firm_lets_nobody_in_at_another, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let other = t.cx_of(&t.other_firm().await);
    assert!(matches!(accept_with(&other, &token, "hash").await, Err(AppError::NotFound)));
    accept_with(&cx, &token, "hash").await.unwrap();
});

async fn waiting_user(cx: &Cx, disabled: bool) -> UserId {
    let waiting = a_firm(cx).person(ANNA).named("A").prospect();
    if disabled { waiting.disabled().seed().await } else { waiting.seed().await }
}
