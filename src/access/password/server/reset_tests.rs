//! Getting in again without the password, and what ends with the old one.

use super::change;
use super::requests::forgot;
use super::testing::{ANNA, NEW, asked, knows, reset_state, use_reset};
use crate::gate::{Reply, Visitor, testing};
use crate::links::testing::name;
use crate::password::{LINK, ResetState, SELF_SERVICE_LIFE};
use crate::sessions::fixtures::{
    self, PASSWORD, acts, anna, archive, count, is_alive, newest_mail, newest_token,
};
use directory::people;
use directory::testing::a_firm;
use kernel::email::Lookup;
use kernel::{AppError, EmailAddress, Role, Ts, paths};
use platform::work::run_due;
use platform::{on_both, sql};

on_both!(a_reset_signs_in_ends_the_rest_and_tells_the_person, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let elsewhere = testing::session(&cx, user).await;
    let token = asked(&t).await;
    let reply =
        fixtures::post_with(&cx, Visitor::nobody(), paths::RESET, (LINK, &token), &[("password", NEW)]).await;
    let Ok(Reply::With { to, cookies, notice }) = reply else { panic!("a redirect is wanted") };
    assert_eq!(to, "/portal/M1");
    assert!(notice.is_some());
    let fresh = cookies[0].value.clone().unwrap();
    assert!(fixtures::holder(&cx, &fresh).await.signed_in().is_ok());
    assert!(!is_alive(&cx, &elsewhere).await);
    assert!(knows(&cx, user, NEW).await && !knows(&cx, user, PASSWORD).await);
    let mail = newest_mail(&t, ANNA).await;
    assert_eq!(mail.subject, "Weber & Partner: Ihr Passwort wurde geändert");
    for text in
        ["02.03.2026, 09:00 CET", "203.0.113.7", "Ort unbekannt", "Windows", "Firefox", "+49 30 555 0100"]
    {
        assert!(mail.text.contains(text), "{text} is missing in {}", mail.text);
    }
    assert_eq!((acts(&cx, "reset_asked").await, acts(&cx, "reset_sent").await), (1, 1));
    assert_eq!((acts(&cx, "reset_used").await, acts(&cx, "signed_in").await), (1, 1));
});

on_both!(whoever_works_here_sets_the_password_and_then_signs_in, |t| {
    let cx = t.cx();
    let account = fixtures::account(&cx, "M3", "Both").await;
    for (role, email) in [(Role::Owner, "owner@weber.example"), (Role::Admin, "admin@weber.example")] {
        let staff = testing::staff(&cx, role, &[]).await;
        // One of them is a client, too.
        if role == Role::Admin {
            fixtures::grant(&cx, account, email).await;
        }
        forgot(&cx, email).await.unwrap();
        run_due(&t.platform).await.unwrap();
        let token = newest_token(&t, email).await;
        let view = reset_state(&cx, &token).await.unwrap();
        assert!(matches!(view, ResetState::Open { signs_in: false, .. }), "the page does not promise it");
        let reply =
            fixtures::post_with(&cx, Visitor::nobody(), paths::RESET, (LINK, &token), &[("password", NEW)])
                .await;
        let Ok(Reply::With { to, cookies, notice }) = reply else { panic!("a redirect") };
        assert_eq!((to.as_str(), cookies.len()), ("/login", 0), "{email}");
        assert!(notice.unwrap().contains("Sign in with it now"));
        assert!(knows(&cx, staff.user(), NEW).await);
        let mut conn = cx.db.read().await.unwrap();
        let (open,): (i64,) = platform::sql!(
            "SELECT COUNT(*) FROM session WHERE user_id = $1 AND revoked_at IS NULL",
            staff.user()
        )
        .one(&mut conn)
        .await
        .unwrap();
        assert_eq!(open, 0, "{email} has no session");
    }
});

on_both!(a_session_from_a_reset_is_none_of_staff, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let token = asked(&t).await;
    let begun = use_reset(&cx, &token, NEW, None).await.unwrap().started.unwrap();
    let session = begun.token.expose().clone();
    assert!(fixtures::holder(&cx, &session).await.signed_in().is_ok());
    a_firm(&cx).employ(user, Role::Admin).await;
    assert!(!is_alive(&cx, &session).await, "one factor was enough for a client");
});

on_both!(a_reset_also_ends_sign_ins_that_wait_for_a_code, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let pending = testing::pending(&cx, user, PASSWORD, None).await.token.expose().clone();
    let token = asked(&t).await;
    use_reset(&cx, &token, NEW, None).await.unwrap();
    assert!(!is_alive(&cx, &pending).await);
});

on_both!(fifty_uses_of_one_link_at_once_set_one_password, |t| {
    let cx = t.cx();
    anna(&t).await;
    let token = asked(&t).await;
    let uses: Vec<_> = (0..50)
        .map(|n| {
            let (cx, token) = (cx.clone(), token.clone());
            tokio::spawn(async move { use_reset(&cx, &token, &format!("{NEW} {n}"), None).await.is_ok() })
        })
        .collect();
    let mut done = 0;
    for one in uses {
        done += usize::from(one.await.unwrap());
    }
    assert_eq!(done, 1);
    assert_eq!((acts(&cx, "reset_used").await, acts(&cx, "signed_in").await), (1, 1));
});

on_both!(looking_at_the_page_uses_nothing_up, |t| {
    let cx = t.cx();
    anna(&t).await;
    let token = asked(&t).await;
    for _ in 0..5 {
        let open =
            ResetState::Open { email: ANNA.to_owned(), name: "Anna Müller".to_owned(), signs_in: true };
        assert_eq!(reset_state(&cx, &token).await.unwrap(), open);
    }
    use_reset(&cx, &token, NEW, None).await.unwrap();
    assert_eq!(reset_state(&cx, &token).await.unwrap(), ResetState::Used);
});

on_both!(a_link_one_asked_for_works_for_an_hour, |t| {
    let cx = t.cx();
    anna(&t).await;
    let token = asked(&t).await;
    t.clock.advance(SELF_SERVICE_LIFE - Ts::SECOND);
    assert!(matches!(reset_state(&cx, &token).await.unwrap(), ResetState::Open { .. }));
    t.clock.advance(2 * Ts::SECOND);
    assert!(
        matches!(reset_state(&cx, &token).await.unwrap(), ResetState::Expired { at } if at.text == "2 Mar 2026, 10:00")
    );
    assert!(matches!(use_reset(&cx, &token, NEW, None).await, Err(AppError::Refused(_))));
});

on_both!(a_link_works_in_its_last_second, |t| {
    anna(&t).await;
    let token = asked(&t).await;
    t.clock.advance(SELF_SERVICE_LIFE - Ts::SECOND);
    use_reset(&t.cx(), &token, NEW, None).await.expect("one second is left");
});

on_both!(a_newer_mail_takes_the_older_ones_place_and_says_when_it_came, |t| {
    let cx = t.cx();
    anna(&t).await;
    let old = asked(&t).await;
    t.clock.advance(42 * Ts::MINUTE);
    let new = asked(&t).await;
    let newest = Some("09:42".to_owned());
    assert_eq!(reset_state(&cx, &old).await.unwrap(), ResetState::Superseded { newest });
    assert!(use_reset(&cx, &old, NEW, None).await.is_err());
    use_reset(&cx, &new, NEW, None).await.unwrap();
    assert_eq!(reset_state(&cx, &old).await.unwrap(), ResetState::Superseded { newest: None });
});

on_both!(a_changed_password_voids_links_that_were_sent, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let token = asked(&t).await;
    let who = fixtures::holder(&cx, &testing::session(&cx, user).await).await.signed_in().unwrap().clone();
    change::change(&cx, &who, PASSWORD, NEW).await.unwrap();
    assert_eq!(reset_state(&cx, &token).await.unwrap(), ResetState::Superseded { newest: None });
});

on_both!(a_weak_password_is_refused_with_a_reason_and_the_link_stays_good, |t| {
    let cx = t.cx();
    anna(&t).await;
    let token = asked(&t).await;
    let long = "x".repeat(10_000);
    for (weak, why) in [
        ("short", "at least 12"),
        (long.as_str(), "at most 128"),
        ("Anna Müller", "at least 12"),
        ("anna@mueller.example", "cannot be your password"),
        ("qwertyuiop12", "Choose another"),
        ("aaaaaaaaaaaa", "repeats"),
        ("password1234", "Choose another"),
        ("Weber&Partner1", "partner"),
    ] {
        let reply =
            fixtures::post_with(&cx, Visitor::nobody(), paths::RESET, (LINK, &token), &[("password", weak)])
                .await;
        let Ok(Reply::Again { page, outcome, .. }) = reply else { panic!("{weak:.20} is weak") };
        assert_eq!(page, LINK.page_of(&name(&token)));
        let said = outcome.on("reset", "password").unwrap();
        assert!(said.to_lowercase().contains(&why.to_lowercase()), "{weak:.20}: {said}");
        assert!(outcome.values.is_empty(), "a password is never kept");
    }
    use_reset(&cx, &token, NEW, None).await.unwrap();
});

on_both!(made_up_links_are_not_found_and_not_for_long, |t| {
    let cx = t.cx();
    anna(&t).await;
    let good = asked(&t).await;
    let long = "x".repeat(10_000);
    for n in 0..30 {
        let token = if n == 0 { long.clone() } else { format!("{n:043}") };
        assert_eq!(reset_state(&cx, &token).await, Err(AppError::NotFound));
    }
    assert!(matches!(reset_state(&cx, "x").await, Err(AppError::TooMany(_))));
    assert!(matches!(reset_state(&cx, &good).await, Ok(ResetState::Open { .. })), "a good link stays good");
    let other = t.cx_of(&t.other_firm().await);
    assert!(reset_state(&other, &good).await.is_err(), "another firm knows nothing of it");
});

on_both!(whoever_has_nothing_left_to_enter_is_not_signed_in, |t| {
    let cx = t.cx();
    let account = fixtures::account(&cx, "M7", "Last").await;
    fixtures::grant(&cx, account, ANNA).await;
    let user = fixtures::with_password(&cx, ANNA, "Anna").await;
    let token = asked(&t).await;
    archive(&cx, account).await;
    let landing = use_reset(&cx, &token, NEW, None).await.unwrap();
    assert!(landing.started.is_none() && landing.to == "/login/closed");
    assert!(knows(&cx, user, NEW).await);
    assert_eq!(count(&cx, "session").await, 0);
});

on_both!(a_disabled_person_cannot_use_a_link_from_before, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let token = asked(&t).await;
    fixtures::set_dates(&cx, user, true, true).await;
    assert!(matches!(use_reset(&cx, &token, NEW, None).await, Err(AppError::Refused(_))));
    assert!(knows(&cx, user, PASSWORD).await);
});

on_both!(a_link_in_a_mailbox_that_the_login_has_left_sets_nothing, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let token = asked(&t).await;
    let (firm, new) = (cx.firm.id, EmailAddress::stored("anna@neu.example"));
    // As a link that was made while the login moved: nobody has voided it.
    let moved = cx
        .write(move |tx| Box::pin(async move { Ok(people::move_login(tx, firm, user, ANNA, &new).await?) }));
    assert_eq!(moved.await, Ok(true));
    assert_eq!(reset_state(&cx, &token).await.unwrap(), ResetState::Superseded { newest: None });
    assert!(matches!(use_reset(&cx, &token, NEW, None).await, Err(AppError::Refused(_))));
    assert!(knows(&cx, user, PASSWORD).await && !knows(&cx, user, NEW).await);
});

on_both!(a_reset_opens_a_sign_in_that_was_locked, |t| {
    let cx = t.cx();
    anna(&t).await;
    for _ in 0..12 {
        let _ = crate::attempts::password(&cx, &Lookup::of(ANNA), None).await;
    }
    let token = asked(&t).await;
    use_reset(&cx, &token, NEW, None).await.unwrap();
    crate::attempts::password(&cx, &Lookup::of(ANNA), None).await.expect("the count begins anew");
});

on_both!(somebody_elses_session_in_this_browser_ends_too, |t| {
    let cx = t.cx();
    anna(&t).await;
    let jo = testing::user(&cx, "jo@mueller.example", "Jo").await;
    let held = testing::session(&cx, jo).await;
    let visitor = fixtures::holder(&cx, &held).await;
    let token = asked(&t).await;
    let reply = fixtures::post_with(&cx, visitor, paths::RESET, (LINK, &token), &[("password", NEW)]).await;
    assert!(matches!(reply, Ok(Reply::With { .. })));
    assert!(!is_alive(&cx, &held).await);
});

on_both!(a_password_that_was_set_is_said_to_be_set_whatever_fails_afterwards, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let token = asked(&t).await;
    let mislay = cx.write(|tx| {
        Box::pin(async move { Ok(sql!("ALTER TABLE limit_counter RENAME TO mislaid").run(tx).await?) })
    });
    mislay.await.unwrap();
    let reply =
        fixtures::post_with(&cx, Visitor::nobody(), paths::RESET, (LINK, &token), &[("password", NEW)]).await;
    let Ok(Reply::With { to, .. }) = reply else { panic!("a redirect is wanted") };
    assert_eq!(to, "/portal/M1");
    assert!(knows(&cx, user, NEW).await);
});
