//! Beginning to work here: once, in time, by whoever holds the link, and completely.

use super::testing::*;
use super::{join, reading};
use crate::gate::{Cookie, Reply, Visitor, testing};
use crate::invitations::testing as clients;
use crate::links::testing as held;
use crate::team::LINK;
use crate::team::model::JoinView;
use directory::staff;
use kernel::{AppError, Right, Role, Ts, paths};
use lists::Wanted;
use platform::{Cx, on_both};

const INA: &str = "ina@klein.example";

async fn accept(cx: &Cx, token: &str, form: &[(&str, &str)]) -> Result<Reply, AppError> {
    accept_as(cx, Visitor::nobody(), token, form).await
}

async fn accept_as(cx: &Cx, visitor: Visitor, token: &str, form: &[(&str, &str)]) -> Result<Reply, AppError> {
    held::post(cx, visitor, paths::JOIN, (LINK, token), form).await
}

const FINE: [(&str, &str); 2] = [("name", "Ina Klein-Groß"), ("password", GOOD)];

/// The page, when that is where the post led.
fn page_of(reply: Result<Reply, AppError>) -> String {
    match reply {
        Ok(Reply::To(page)) => page,
        _ => panic!("not the page"),
    }
}

on_both!(name_and_password_make_a_colleague_who_is_signed_in, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    let Ok(JoinView::Open { inviter, role, email, has_login, .. }) = view(&cx, &token).await else {
        panic!("not open")
    };
    assert_eq!(
        (inviter.as_deref(), role, email.as_str(), has_login),
        (Some("Tom Krüger"), Role::Employee, INA, false)
    );
    let Ok(Reply::With { to, cookies, .. }) = accept(&cx, &token, &FINE).await else { panic!("refused") };
    assert_eq!((to.as_str(), &*cookies[0].name), ("/app/accounts", Cookie::SESSION));
    let ina = Visitor::of_token(&cx, cookies[0].value.as_deref()).await.unwrap().staff().unwrap();
    assert_eq!((ina.name(), ina.role()), ("Ina Klein-Groß", Role::Employee));
    assert!(ina.may(Right::ManageAccounts) && !ina.sees_all() && !ina.may(Right::ManageClientSecurity));
    assert_eq!(trail(&cx, "staff_joined").await[0].2, "employee (manage_accounts)");
    // Pressing the button again leads to the page, which says so.
    assert_eq!(page_of(accept(&cx, &token, &FINE).await), LINK.page_of(&held::name(&token)));
    assert_eq!(view(&cx, &token).await.unwrap(), JoinView::Used);
});

on_both!(a_weak_password_or_no_name_is_refused_and_the_link_stays_good, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    let long = "x".repeat(10_000);
    for (name, password) in
        [("", ""), ("a\u{202E}b", "short"), ("a\r\nb", INA), (long.as_str(), long.as_str())]
    {
        let (outcome, error) = mistake(accept(&cx, &token, &[("name", name), ("password", password)]).await);
        assert_eq!(error.status(), 422);
        assert!(outcome.on("join", "name").is_some() && outcome.on("join", "password").is_some());
        assert!(outcome.values.iter().all(|(field, _)| field == "name"), "a password is never shown again");
    }
    assert!(matches!(view(&cx, &token).await, Ok(JoinView::Open { .. })));
    assert!(matches!(accept(&cx, &token, &FINE).await, Ok(Reply::With { .. })));
});

on_both!(it_works_for_72_hours_and_not_an_instant_longer, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    t.clock.advance(72 * Ts::HOUR - 1);
    assert!(matches!(view(&cx, &token).await, Ok(JoinView::Open { .. })));
    t.clock.advance(1);
    assert!(matches!(view(&cx, &token).await, Ok(JoinView::Expired { .. })));
    page_of(accept(&cx, &token, &FINE).await);
    assert!(trail(&cx, "staff_joined").await.is_empty());
});

on_both!(a_withdrawn_or_older_link_lets_nobody_in, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let first = invited(&t, &cx, &firm.tom, INA).await;
    t.clock.advance(Ts::MINUTE);
    let second = invited(&t, &cx, &firm.eva, INA).await;
    assert!(matches!(view(&cx, &first).await, Ok(JoinView::Newer { .. })));
    page_of(accept(&cx, &first, &FINE).await);
    let id = reading::list(&cx, &firm.eva).await.unwrap().invited.remove(0).id;
    let path = "/app/settings/team/invitations/{invitation}/withdraw";
    notice(post(&cx, as_visitor(&firm.eva), path, &[("invitation", &id)], &[]).await);
    for token in [&first, &second] {
        assert_eq!(view(&cx, token).await.unwrap(), JoinView::Closed);
        page_of(accept(&cx, token, &FINE).await);
    }
    assert!(trail(&cx, "staff_joined").await.is_empty());
});

/// The page says that it is no longer valid, and nobody begins by it.
async fn lets_nobody_in(cx: &Cx, token: &str) {
    assert_eq!(view(cx, token).await.unwrap(), JoinView::Closed);
    page_of(accept(cx, token, &FINE).await);
    assert!(trail(cx, "staff_joined").await.is_empty());
}

on_both!(a_deactivated_colleagues_invitation_lets_nobody_in_until_they_are_back, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    notice(about(&cx, &firm.eva, "/deactivate", firm.tom.user(), &[]).await);
    lets_nobody_in(&cx, &token).await;
    let taken = invited(&t, &cx, &firm.eva, "kai@kurz.example").await;
    assert!(matches!(accept(&cx, &taken, &FINE).await, Ok(Reply::With { .. })), "the owner still may");
    notice(about(&cx, &firm.eva, "/reactivate", firm.tom.user(), &[]).await);
    assert!(matches!(accept(&cx, &token, &FINE).await, Ok(Reply::With { .. })));
});

on_both!(a_demoted_admins_invitation_lets_nobody_in_also_not_as_a_client, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    testing::user(&cx, "kai@kurz.example", "Kai Kurz").await;
    let (ina, kai) =
        (invited(&t, &cx, &firm.tom, INA).await, invited(&t, &cx, &firm.tom, "kai@kurz.example").await);
    let tom = firm.tom.user();
    let seen = reading::card(&cx, &firm.eva, &tom.to_string(), &Wanted::searching("")).await.unwrap();
    let form = [("version", seen.version.to_string()), ("role", "employee".to_owned())];
    let form = form.each_ref().map(|(field, value)| (*field, value.as_str()));
    notice(about(&cx, &firm.eva, "", tom, &form).await);
    for token in [&ina, &kai] {
        lets_nobody_in(&cx, token).await;
    }
});

on_both!(a_former_owners_invitation_makes_no_admin, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let form = [("name", "Ina Klein"), ("email", INA), ("role", "admin"), ("locale", "en")];
    notice(post(&cx, as_visitor(&firm.eva), "/app/settings/team/invite", &[], &form).await);
    let as_admin = newest_link(&t, INA).await;
    let as_employee = invited(&t, &cx, &firm.eva, "kai@kurz.example").await;
    let (c, eva, tom) = (cx.clone(), firm.eva.user(), firm.tom.user());
    let handed =
        cx.write(move |tx| Box::pin(async move { Ok(staff::hand_over(tx, c.firm.id, eva, tom).await?) }));
    assert!(handed.await.unwrap());
    lets_nobody_in(&cx, &as_admin).await;
    let Ok(Reply::With { cookies, .. }) = accept(&cx, &as_employee, &FINE).await else { panic!("refused") };
    let kai = Visitor::of_token(&cx, cookies[0].value.as_deref()).await.unwrap().staff().unwrap();
    assert_eq!(kai.role(), Role::Employee, "as an admin she still may invite employees");
});

on_both!(whoever_was_deactivated_after_the_page_was_looked_at_brings_nobody_in, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    let link = held::by(&cx, &token).await.unwrap();
    notice(about(&cx, &firm.eva, "/deactivate", firm.tom.user(), &[]).await);
    let c = cx.clone();
    let begun = cx.write(move |tx| {
        Box::pin(async move { join::begin(tx, &c, &link, "Ina Klein", "no hash").await.map(drop) })
    });
    assert_eq!(begun.await, Err(AppError::Conflict));
    assert!(trail(&cx, "staff_joined").await.is_empty());
    notice(about(&cx, &firm.eva, "/reactivate", firm.tom.user(), &[]).await);
    assert!(matches!(view(&cx, &token).await, Ok(JoinView::Open { .. })), "the link was not used up");
});

on_both!(of_twenty_at_once_exactly_one_begins, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    let replies = futures::future::join_all((0..20).map(|_| accept(&cx, &token, &FINE))).await;
    assert_eq!(replies.iter().filter(|reply| matches!(reply, Ok(Reply::With { .. }))).count(), 1);
    assert_eq!(trail(&cx, "staff_joined").await.len(), 1);
    assert_eq!(reading::list(&cx, &firm.eva).await.unwrap().members.len(), 4);
});

on_both!(a_client_becomes_both_and_signs_in_with_the_password_they_have, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let mueller = account(&cx, "M1", "Müller GmbH").await;
    clients::login_on(&cx, mueller, INA).await;
    let user = testing::user(&cx, INA, "Ina Klein").await;
    let session = testing::session(&cx, user).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    assert!(matches!(view(&cx, &token).await, Ok(JoinView::Open { has_login: true, .. })));
    // A password in the form is nobody's: the one they have stays.
    let Ok(Reply::With { to, cookies, .. }) = accept(&cx, &token, &FINE).await else { panic!("refused") };
    assert!(to.starts_with("/login?next=") && cookies.is_empty(), "the mail alone signs nobody in");
    assert!(
        Visitor::of_token(&cx, Some(&session)).await.unwrap().signed_in().is_err(),
        "a new, shorter session"
    );
    let ina = again(&cx, user).await.unwrap();
    assert_eq!((ina.user(), ina.name(), ina.is_staff()), (user, "Ina Klein", true));
    let token = testing::session(&cx, user).await;
    assert!(Visitor::of_token(&cx, Some(&token)).await.unwrap().client_of(&cx, "M1").await.is_ok());
});

on_both!(whoever_was_signed_in_in_this_browser_is_signed_out, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let link = invited(&t, &cx, &firm.tom, INA).await;
    let session = testing::session(&cx, firm.jo.user()).await;
    let jo = Visitor::of_token(&cx, Some(&session)).await.unwrap();
    let reply = accept_as(&cx, jo, &link, &FINE).await;
    assert!(matches!(reply, Ok(Reply::With { .. })));
    assert!(Visitor::of_token(&cx, Some(&session)).await.unwrap().signed_in().is_err());
});

on_both!(a_link_we_never_made_is_not_found_and_then_too_much, |t| {
    let cx = t.cx();
    let ours = firm(&cx).await;
    for token in ["", "x", "%00", &"x".repeat(43), &"x".repeat(10_000)] {
        assert_eq!(accept(&cx, token, &FINE).await.err(), Some(AppError::NotFound));
        assert_eq!(view(&cx, token).await.err(), Some(AppError::NotFound));
    }
    let token = invited(&t, &cx, &ours.tom, INA).await;
    let other = t.cx_of(&t.other_firm().await);
    assert_eq!(accept(&other, &token, &FINE).await.err(), Some(AppError::NotFound), "another firm's");
    for _ in 0..20 {
        let _ = view(&cx, "nothing").await;
    }
    assert!(matches!(view(&cx, "nothing").await, Err(AppError::TooMany(_))));
    assert!(matches!(view(&cx, &token).await, Ok(JoinView::Open { .. })), "a real one still opens");
});
