//! Choosing, staying, closing the banner, and what the home shows: always for the accounts granted, and no others.

use super::home;
use super::home::offering;
use super::{dismiss, stay};
use crate::gate::{Cookie, Reply, Visitor, VisitorCard, testing};
use crate::invitations::testing::{ANNA, account, login_off, login_on};
use crate::sessions;
use crate::switching::Daypart;
use directory::testing::a_firm;
use kernel::notify::Item;
use kernel::{AccountId, AppError, Role, Ts, UserId};
use platform::{Cx, on_both, sql};

/// Anna with Müller GmbH and her own account, signed in; her token.
async fn anna(cx: &Cx) -> (UserId, String, [AccountId; 2]) {
    let accounts = [account(cx, "A1", "Anna Müller").await, account(cx, "M1", "Müller GmbH").await];
    for it in accounts {
        login_on(cx, it, ANNA).await;
    }
    let user = testing::user(cx, ANNA, "Anna Müller").await;
    (user, testing::session(cx, user).await, accounts)
}

async fn visitor(cx: &Cx, token: &str) -> Visitor {
    Visitor::of_token(cx, Some(token)).await.unwrap()
}

async fn post(
    cx: &Cx,
    token: &str,
    path: &str,
    account: &str,
    form: &[(&str, &str)],
) -> Result<Reply, AppError> {
    let path = testing::filled(path, &[("account", account)]);
    testing::post(cx, visitor(cx, token).await, &path, form).await
}

async fn choose(cx: &Cx, token: &str, form: &[(&str, &str)]) -> Result<Reply, AppError> {
    post(cx, token, "/choose-account", "", form).await
}

fn session_of(reply: Reply) -> (String, String) {
    let Reply::With { to, cookies, .. } = reply else { panic!("no cookie") };
    let cookie = cookies.into_iter().find(|cookie| cookie.name == Cookie::SESSION).expect("a session");
    (to, cookie.value.expect("a token"))
}

/// Banner closed, question answered, last account.
async fn remembered(cx: &Cx, token: &str) -> (bool, bool, Option<String>) {
    match visitor(cx, token).await.card() {
        VisitorCard::SignedIn { banner_closed, account_chosen, last_account, .. } => {
            (banner_closed, account_chosen, last_account)
        }
        other => panic!("{other:?}"),
    }
}

on_both!(choosing_leads_into_the_account_under_a_new_token, |t| {
    let cx = t.cx();
    let (_, old, _) = anna(&cx).await;
    assert_eq!(remembered(&cx, &old).await, (false, false, None));
    let (to, new) = session_of(choose(&cx, &old, &[("account", "M1")]).await.unwrap());
    assert_eq!(to, "/portal/M1");
    assert_eq!(remembered(&cx, &new).await, (false, true, Some("M1".to_owned())));
    assert!(visitor(&cx, &old).await.signed_in().is_err(), "the old token is dead at once");
    assert_eq!(choose(&cx, &old, &[("account", "A1")]).await.err(), Some(AppError::NotSignedIn));
});

on_both!(a_wanted_page_is_kept_only_within_the_chosen_account, |t| {
    let cx = t.cx();
    let (_, token, _) = anna(&cx).await;
    let form = [("account", "M1"), ("next", "/portal/M1/settings/notifications")];
    let (to, token) = session_of(choose(&cx, &token, &form).await.unwrap());
    assert_eq!(to, "/portal/M1/settings/notifications");
    for next in [
        "/portal/A1/settings/notifications",
        "https://evil.example/portal/M1",
        "//evil.example",
        "/app/accounts",
    ] {
        let fresh = testing::session(&cx, visitor(&cx, &token).await.signed_in().unwrap().user()).await;
        let (to, _) = session_of(choose(&cx, &fresh, &[("account", "M1"), ("next", next)]).await.unwrap());
        assert_eq!(to, "/portal/M1", "{next}");
    }
});

on_both!(an_account_not_granted_is_not_found_and_changes_nothing, |t| {
    let cx = t.cx();
    let (_, token, _) = anna(&cx).await;
    account(&cx, "X1", "Somebody else").await;
    let long = "M".repeat(10_000);
    for code in ["X1", "nothing", "m1", "M1 ", "' OR 1=1 --", "M1\u{0}", "../A1", long.as_str()] {
        assert_eq!(
            choose(&cx, &token, &[("account", code)]).await.err(),
            Some(AppError::NotFound),
            "{code:?}"
        );
        let closed = post(&cx, &token, "/portal/{account}/banner", code, &[]).await;
        assert_eq!(closed.err(), Some(AppError::NotFound), "{code:?}");
    }
    assert_eq!(remembered(&cx, &token).await, (false, false, None));
});

on_both!(choosing_nothing_asks_again, |t| {
    let cx = t.cx();
    let (_, token, _) = anna(&cx).await;
    let Ok(Reply::Again { outcome, page, .. }) = choose(&cx, &token, &[]).await else { panic!("accepted") };
    assert!(outcome.on("choose", "account").is_some() && page == "/choose-account");
});

on_both!(login_off_in_one_account_leaves_the_other, |t| {
    let cx = t.cx();
    let (_, token, [private, _]) = anna(&cx).await;
    let firm = cx.firm.id;
    cx.write(move |tx| {
        Box::pin(async move {
            sql!(
                "UPDATE contact_setting SET login = FALSE WHERE firm_id = $1 AND account_id = $2",
                firm,
                private
            )
            .run(tx)
            .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
    let now = visitor(&cx, &token).await;
    assert_eq!(now.card().accounts().len(), 1);
    assert!(matches!(now.client_of(&cx, "A1").await, Err(AppError::NotFound)));
    assert_eq!(choose(&cx, &token, &[("account", "A1")]).await.err(), Some(AppError::NotFound));
    assert!(now.client_of(&cx, "M1").await.is_ok());
});

on_both!(the_banner_stays_closed_for_this_session_and_comes_back_with_the_next, |t| {
    let cx = t.cx();
    let (user, token, _) = anna(&cx).await;
    let form = [("back", "/portal/M1/settings/security")];
    let reply = post(&cx, &token, "/portal/{account}/banner", "M1", &form).await;
    assert!(matches!(reply, Ok(Reply::To(to)) if to == "/portal/M1/settings/security"));
    let reply =
        post(&cx, &token, "/portal/{account}/banner", "M1", &[("back", "https://evil.example")]).await;
    assert!(matches!(reply, Ok(Reply::To(to)) if to == "/portal/M1"));
    let (_, token) = session_of(choose(&cx, &token, &[("account", "A1")]).await.unwrap());
    assert!(remembered(&cx, &token).await.0, "also after switching");
    let next = testing::session(&cx, user).await;
    assert!(!remembered(&cx, &next).await.0);
});

on_both!(staying_answers_the_question_and_keeps_the_token, |t| {
    let cx = t.cx();
    let (_, token, _) = anna(&cx).await;
    let (_, client) = visitor(&cx, &token).await.client_of(&cx, "A1").await.unwrap();
    stay(&cx, &client).await.unwrap();
    dismiss(&cx, &client).await.unwrap();
    assert_eq!(remembered(&cx, &token).await, (true, true, Some("A1".to_owned())));
});

on_both!(opening_an_account_by_its_address_remembers_nothing, |t| {
    let cx = t.cx();
    let (_, token, _) = anna(&cx).await;
    let (_, client) = visitor(&cx, &token).await.client_of(&cx, "M1").await.unwrap();
    home(&cx, &client).await.unwrap();
    assert_eq!(remembered(&cx, &token).await, (false, false, None));
});

on_both!(the_home_shows_what_there_is_and_nothing_more, |t| {
    let cx = t.cx();
    let (_, token, [_, mueller]) = anna(&cx).await;
    let eva = testing::staff(&cx, Role::Employee, &[]).await;
    a_firm(&cx).assign(eva.user(), mueller).await;
    let (_, client) = visitor(&cx, &token).await.client_of(&cx, "M1").await.unwrap();
    let seen = home(&cx, &client).await.unwrap();
    assert_eq!((seen.team, seen.account.code.as_str()), (vec!["Eva Weber".to_owned()], "M1"));
    assert_eq!(seen.others.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["A1"]);
    let before = cx.db.statements();
    let seen = home(&cx, &client).await.unwrap();
    assert_eq!(seen.review_notifications, !Item::AVAILABLE.is_empty(), "there has to be something to choose");
    assert_eq!(cx.db.statements() - before, 2, "whose accounts they are came with the session");
    assert!(offering(&cx, &client, &Item::ALL).await.unwrap().review_notifications);
    t.clock.advance(15 * Ts::DAY);
    assert!(!offering(&cx, &client, &Item::ALL).await.unwrap().review_notifications, "not new any more");
});

/// Signs somebody in; the token.
async fn signs_in(cx: &Cx, user: UserId) -> String {
    let c = cx.clone();
    let begun = cx.write(move |tx| Box::pin(async move { sessions::start_full(tx, &c, user, "code").await }));
    begun.await.unwrap().token.expose().clone()
}

/// When the home of M1 says that this session's person last signed in.
async fn last_sign_in(cx: &Cx, token: &str) -> Option<String> {
    let (_, client) = visitor(cx, token).await.client_of(cx, "M1").await.unwrap();
    let said = home(cx, &client).await.unwrap().last_sign_in?;
    Some(said.split(" · ").next().unwrap().to_owned())
}

on_both!(the_home_says_which_sign_in_there_was_beside_its_own, |t| {
    let cx = t.cx();
    let (user, _, _) = anna(&cx).await;
    let first = signs_in(&cx, user).await;
    assert_eq!(last_sign_in(&cx, &first).await, None, "this is the first time");
    let at_first = cx.when(cx.now()).text;
    t.clock.advance(10 * Ts::MINUTE);
    let second = signs_in(&cx, user).await;
    let at_second = cx.when(cx.now()).text;
    assert_eq!(last_sign_in(&cx, &second).await.as_ref(), Some(&at_first));
    assert_eq!(last_sign_in(&cx, &first).await.as_ref(), Some(&at_second), "another, and later");
    // Somebody else has their password, and signs in while they are here.
    t.clock.advance(10 * Ts::MINUTE);
    let strangers = signs_in(&cx, user).await;
    let at_third = cx.when(cx.now()).text;
    for token in [&first, &second] {
        assert_eq!(last_sign_in(&cx, token).await.as_ref(), Some(&at_third));
    }
    assert_eq!(last_sign_in(&cx, &strangers).await.as_ref(), Some(&at_second));
    // Under another token the session is the same.
    t.clock.advance(10 * Ts::MINUTE);
    let (_, renewed) = session_of(choose(&cx, &second, &[("account", "M1")]).await.unwrap());
    assert_eq!(last_sign_in(&cx, &renewed).await.as_ref(), Some(&at_third));
});

on_both!(once_something_was_chosen_nobody_is_asked_to_review, |t| {
    let cx = t.cx();
    let mueller = a_firm(&cx).account("M1").contact(ANNA).login().seed().await;
    let user = testing::user(&cx, ANNA, "Anna Müller").await;
    let token = testing::session(&cx, user).await;
    let (_, client) = visitor(&cx, &token).await.client_of(&cx, "M1").await.unwrap();
    a_firm(&cx).item_off(mueller.setting(), "documents_new", "Anna").await;
    assert!(!offering(&cx, &client, &Item::ALL).await.unwrap().review_notifications);
});

on_both!(another_firms_account_is_not_found_with_a_session_of_ours, |t| {
    let cx = t.cx();
    let (_, token, _) = anna(&cx).await;
    let other = t.cx_of(&t.other_firm().await);
    let theirs = account(&other, "Z1", "Theirs").await;
    login_on(&other, theirs, ANNA).await;
    assert_eq!(choose(&cx, &token, &[("account", "Z1")]).await.err(), Some(AppError::NotFound));
    assert!(visitor(&other, &token).await.signed_in().is_err());
    login_off(&cx, ANNA).await;
    assert_eq!(choose(&cx, &token, &[("account", "M1")]).await.err(), Some(AppError::NotFound));
});

on_both!(the_greeting_goes_by_the_clock_of_whoever_is_greeted, |t| {
    let cx = t.cx();
    let (_, token, _) = anna(&cx).await;
    let (_, client) = visitor(&cx, &token).await.client_of(&cx, "M1").await.unwrap();
    // A summer's day: two hours after UTC in Berlin, nine in Tokyo.
    let midnight = Ts(1_782_864_000 * Ts::SECOND);
    for (zone, minutes, part) in [
        ("Europe/Berlin", 19 * 60 + 59, Daypart::Evening),
        ("Europe/Berlin", 20 * 60, Daypart::Night),
        ("Asia/Tokyo", 13 * 60, Daypart::Night),
        ("Asia/Tokyo", 18 * 60 + 59, Daypart::Night),
        ("Asia/Tokyo", 19 * 60, Daypart::Morning),
        ("Europe/Berlin", 13 * 60, Daypart::Day),
    ] {
        let mut there = cx.clone();
        there.zone = Some(zone.to_owned());
        t.clock.set(midnight.plus(minutes * Ts::MINUTE));
        assert_eq!(
            home(&there, &client).await.unwrap().daypart,
            part,
            "{minutes} min after midnight UTC in {zone}"
        );
    }
});
