//! Getting in again without the password, and what ends with the old one.

use super::doors::doors;
use super::requests::{SELF_SERVICE_LIFE, forgot, work_requests};
use super::resets::{reset_state, use_reset};
use super::staff_sent::{STAFF_SENT_LIFE, Target, send_reset};
use super::{change, store};
use crate::gate::{Reply, Visitor, testing};
use crate::mailed_links::testing::call as held_call;
use crate::password::{LINK, ResetState};
use crate::sessions::cast::{
    self, PASSWORD, acts, anna, archive, count, is_alive, newest_mail, newest_token, post,
};
use kernel::{AccountId, AppError, Role, SettingId, Ts, UserId};
use platform::Cx;
use platform::on_both;
use platform::testing::TestPlatform;

const ANNA: &str = "anna@mueller.example";
pub(super) const NEW: &str = "Neun Kraniche im Nebel";

/// The token in Anna's mailbox after she asked for a reset.
async fn asked(t: &TestPlatform) -> String {
    forgot(&t.cx(), ANNA).await.unwrap();
    assert_eq!(work_requests(&t.platform).await.unwrap(), 1);
    newest_token(t, ANNA).await
}

async fn sent_by_staff(t: &TestPlatform, code: &str) -> Result<(), AppError> {
    let cx = t.cx();
    let eva = testing::staff(&cx, Role::Owner, &[]).await;
    let target = Target {
        email_norm: ANNA.to_owned(),
        account: AccountId(cx.ids.next()),
        account_code: code.to_owned(),
        setting: SettingId(cx.ids.next()),
    };
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { send_reset(tx, &c, &eva, target).await })).await
}

pub(super) async fn knows(cx: &Cx, user: UserId, password: &str) -> bool {
    let mut conn = cx.db.read().await.unwrap();
    let hash = store::password_hash(&mut conn, cx.firm.id, user).await.unwrap();
    drop(conn);
    cx.hasher.verify(password, hash.as_deref()).await.unwrap() != platform::hashing::Verdict::Wrong
}

on_both!(asking_is_answered_alike_and_writes_one_row_whoever_it_is, |t| {
    let cx = t.cx();
    anna(&t).await;
    let mut answers = Vec::new();
    // How mail fares is remembered for a moment, whoever asked for it.
    crate::mail_state::trouble(&cx).await.unwrap();
    for email in [ANNA, "unknown@mueller.example"] {
        let before = cx.db.statements();
        let reply = (doors()[0].run)(post(&cx, Visitor::nobody(), &[], &[("email", email)])).await.unwrap();
        let Reply::With { to, notice, cookies } = reply else { panic!("a redirect is wanted") };
        assert!(cookies.is_empty());
        answers.push((to, notice, cx.db.statements() - before));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0].1.as_deref(), Some("If this address has access, a link is on its way."));
    assert_eq!((count(&cx, "reset_request").await, count(&cx, "outbox").await), (2, 0));
    assert_eq!(work_requests(&t.platform).await.unwrap(), 2);
    assert_eq!((count(&cx, "password_reset").await, count(&cx, "outbox").await), (1, 1));
    assert_eq!(work_requests(&t.platform).await.unwrap(), 0, "done is done");
});

on_both!(the_worker_does_the_same_for_every_address, |t| {
    let cx = t.cx();
    anna(&t).await;
    let disabled = cast::with_password(&cx, "disabled@mueller.example", "D").await;
    cast::set_dates(&cx, disabled, true, true).await;
    cast::with_password(&cx, "nogrant@mueller.example", "G").await;
    let mut work = Vec::new();
    for email in [ANNA, "unknown@mueller.example", "disabled@mueller.example", "nogrant@mueller.example"] {
        forgot(&cx, email).await.unwrap();
        let before = cx.db.statements();
        work_requests(&t.platform).await.unwrap();
        let looked_up = cx.db.statements() - before;
        platform::outbox::send_due(&t.platform).await.unwrap();
        work.push((email, looked_up, cx.db.statements() - before - looked_up));
    }
    for (email, looked_up, sent) in &work {
        assert_eq!((*looked_up, *sent), (work[0].1, work[0].2), "{email}: {work:?}");
    }
    assert_eq!(
        (count(&cx, "password_reset").await, acts(&cx, "reset_sent").await),
        (1, 1),
        "only Anna's is kept"
    );
    let all: (i64,) =
        platform::sql!("SELECT COUNT(*) FROM outbox").one(&mut cx.db.read().await.unwrap()).await.unwrap();
    assert_eq!(all.0, 1, "mails to nobody go");
    assert_eq!(t.mail.sent_to("").len(), 0);
});

on_both!(only_people_who_could_sign_in_get_a_link, |t| {
    let cx = t.cx();
    let disabled = anna(&t).await;
    cast::set_dates(&cx, disabled, true, true).await;
    let pending = cast::with_password(&cx, "pending@mueller.example", "P").await;
    cast::set_dates(&cx, pending, false, false).await;
    let account = cast::account(&cx, "M9", "Gone").await;
    cast::grant(&cx, account, "archived@mueller.example").await;
    archive(&cx, account).await;
    cast::with_password(&cx, "archived@mueller.example", "A").await;
    cast::with_password(&cx, "nogrant@mueller.example", "G").await;
    for email in [ANNA, "pending@mueller.example", "archived@mueller.example", "nogrant@mueller.example"] {
        forgot(&cx, email).await.unwrap();
    }
    assert_eq!(work_requests(&t.platform).await.unwrap(), 4);
    assert_eq!(count(&cx, "outbox").await, 0);
    let eva = testing::staff(&cx, Role::Owner, &[]).await;
    forgot(&cx, eva.who().email()).await.unwrap();
    work_requests(&t.platform).await.unwrap();
    assert_eq!(count(&cx, "outbox").await, 1, "staff need no account");
});

on_both!(two_workers_send_one_mail, |t| {
    let cx = t.cx();
    anna(&t).await;
    forgot(&cx, ANNA).await.unwrap();
    let (one, two) = tokio::join!(work_requests(&t.platform), work_requests(&t.platform));
    assert!(one.is_ok() && two.is_ok());
    assert_eq!(count(&cx, "outbox").await, 1);
});

on_both!(a_request_nobody_waits_for_any_more_is_dropped, |t| {
    anna(&t).await;
    forgot(&t.cx(), ANNA).await.unwrap();
    t.clock.advance(Ts::HOUR + Ts::SECOND);
    assert_eq!(work_requests(&t.platform).await.unwrap(), 1);
    assert_eq!(count(&t.cx(), "outbox").await, 0);
});

on_both!(asking_has_its_limits_alike_for_every_address, |t| {
    let cx = t.cx();
    anna(&t).await;
    for email in [ANNA, "unknown@mueller.example"] {
        for _ in 0..3 {
            forgot(&cx, email).await.unwrap();
        }
        assert!(matches!(forgot(&cx, email).await, Err(AppError::TooMany(_))), "{email}");
    }
    // What was refused did not count.
    for n in 0..14 {
        forgot(&cx, &format!("u{n}@mueller.example")).await.unwrap();
    }
    assert!(matches!(forgot(&cx, "one-more@mueller.example").await, Err(AppError::TooMany(_))));
});

on_both!(what_is_no_address_is_said_and_kept_short, |t| {
    let cx = t.cx();
    let long = "x".repeat(10_000);
    for typed in ["", "anna", "a\r\nBcc: x@example.org", "anna\u{202E}@mueller.example", long.as_str()] {
        let reply = (doors()[0].run)(post(&cx, Visitor::nobody(), &[], &[("email", typed)])).await.unwrap();
        let Reply::Again { outcome, error, .. } = reply else { panic!("no address: {typed:.20}") };
        assert_eq!(error.status(), 422);
        assert!(outcome.on("forgot", "email").is_some());
        assert!(outcome.value("forgot", "email").unwrap().chars().count() <= 254);
    }
    assert_eq!(count(&cx, "reset_request").await, 0);
});

on_both!(the_mail_is_in_the_readers_language_and_links_to_our_own_origin, |t| {
    anna(&t).await;
    let token = asked(&t).await;
    let mail = newest_mail(&t, ANNA).await;
    assert_eq!(mail.subject, "Weber & Partner: Neues Passwort festlegen");
    assert!(mail.text.contains(&format!("https://portal.weber.example/password/reset/{token}")));
    assert!(mail.text.contains("02.03.2026, 10:00 CET"), "{}", mail.text);
});

on_both!(a_reset_signs_in_ends_the_rest_and_tells_the_person, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let elsewhere = testing::session(&cx, user).await;
    let token = asked(&t).await;
    let call = held_call(&cx, Visitor::nobody(), (LINK, &token), &[("password", NEW)]);
    let Ok(Reply::With { to, cookies, notice }) = (doors()[1].run)(call).await else {
        panic!("a redirect is wanted")
    };
    assert_eq!(to, "/portal/M1");
    assert!(notice.is_some());
    let fresh = cookies[0].value.clone().unwrap();
    assert!(cast::holder(&cx, &fresh).await.signed_in().is_ok());
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
    let account = cast::account(&cx, "M3", "Both").await;
    for (role, email) in [(Role::Owner, "owner@weber.example"), (Role::Admin, "admin@weber.example")] {
        let staff = testing::staff(&cx, role, &[]).await;
        // One of them is a client, too.
        if role == Role::Admin {
            cast::grant(&cx, account, email).await;
        }
        forgot(&cx, email).await.unwrap();
        work_requests(&t.platform).await.unwrap();
        let token = newest_token(&t, email).await;
        let view = reset_state(&cx, &token).await.unwrap();
        assert!(matches!(view, ResetState::Open { signs_in: false, .. }), "the page does not promise it");
        let call = held_call(&cx, Visitor::nobody(), (LINK, &token), &[("password", NEW)]);
        let Ok(Reply::With { to, cookies, notice }) = (doors()[1].run)(call).await else {
            panic!("a redirect")
        };
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
    assert!(cast::holder(&cx, &session).await.signed_in().is_ok());
    let (firm, rights) = (cx.firm.id, String::new());
    let employed = cx.write(move |tx| {
        Box::pin(async move {
            let row = platform::sql!(
                "INSERT INTO staff_member (user_id, firm_id, role, rights) VALUES ($1, $2, 'admin', $3)",
                user,
                firm,
                rights
            );
            Ok(row.run(tx).await?)
        })
    });
    employed.await.unwrap();
    assert!(!is_alive(&cx, &session).await, "one factor was enough for a client");
});

on_both!(staff_send_three_links_an_hour_to_an_address_and_not_many_in_all, |t| {
    let cx = t.cx();
    anna(&t).await;
    let eva = testing::staff(&cx, Role::Owner, &[]).await;
    let send = async |email: &str| {
        let (cx, eva) = (t.cx(), eva.clone());
        let target = Target {
            email_norm: email.to_owned(),
            account: AccountId(cx.ids.next()),
            account_code: "M1".to_owned(),
            setting: SettingId(cx.ids.next()),
        };
        let c = cx.clone();
        cx.write(move |tx| Box::pin(async move { send_reset(tx, &c, &eva, target).await })).await
    };
    // Strangers who asked for links before keep nobody from helping.
    for _ in 0..3 {
        forgot(&cx, ANNA).await.unwrap();
    }
    for _ in 0..3 {
        send(ANNA).await.unwrap();
    }
    for _ in 0..5 {
        let Err(AppError::TooMany(seconds)) = send(ANNA).await else { panic!("three are enough") };
        assert!(seconds > 60);
    }
    assert_eq!(acts(&cx, "reset_sent").await, 3);
    // To many people one after the other.
    for n in 0..17 {
        let email = format!("c{n}@mueller.example");
        cast::with_password(&cx, &email, "C").await;
        send(&email).await.unwrap();
    }
    cast::with_password(&cx, "last@mueller.example", "C").await;
    let Err(AppError::TooMany(seconds)) = send("last@mueller.example").await else {
        panic!("twenty are enough")
    };
    t.clock.advance(i64::from(seconds) * Ts::SECOND);
    send("last@mueller.example").await.expect("after the wait that was told");
});

on_both!(a_reset_also_ends_sign_ins_that_wait_for_a_code, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let c = cx.clone();
    let pending =
        cx.write(move |tx| Box::pin(async move { crate::sessions::start_pending(tx, &c, user, None).await }));
    let pending = pending.await.unwrap().token.expose().clone();
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
    let who = cast::holder(&cx, &testing::session(&cx, user).await).await.signed_in().unwrap().clone();
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
        ("anna@mueller.example", "not a password"),
        ("qwertyuiop12", "Choose another"),
        ("aaaaaaaaaaaa", "repeats"),
        ("password1234", "Choose another"),
        ("Weber&Partner1", "partner"),
    ] {
        let call = held_call(&cx, Visitor::nobody(), (LINK, &token), &[("password", weak)]);
        let Ok(Reply::Again { page, outcome, .. }) = (doors()[1].run)(call).await else {
            panic!("{weak:.20} is weak")
        };
        assert_eq!(page, "/password/reset");
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

on_both!(a_link_from_staff_works_a_day_and_leads_into_their_account, |t| {
    let cx = t.cx();
    anna(&t).await;
    let second = cast::account(&cx, "M2", "Mueller Holding").await;
    cast::grant(&cx, second, ANNA).await;
    sent_by_staff(&t, "M2").await.unwrap();
    let mail = newest_mail(&t, ANNA).await;
    assert!(mail.text.contains("Eva Weber"));
    let token = newest_token(&t, ANNA).await;
    t.clock.advance(STAFF_SENT_LIFE - Ts::SECOND);
    assert_eq!(use_reset(&cx, &token, NEW, None).await.unwrap().to, "/portal/M2");
    assert_eq!(acts(&cx, "reset_sent").await, 1);
});

on_both!(a_link_from_staff_ends_after_a_day, |t| {
    anna(&t).await;
    sent_by_staff(&t, "M1").await.unwrap();
    let token = newest_token(&t, ANNA).await;
    t.clock.advance(STAFF_SENT_LIFE + Ts::SECOND);
    assert!(matches!(reset_state(&t.cx(), &token).await.unwrap(), ResetState::Expired { .. }));
});

on_both!(an_account_archived_meanwhile_leads_elsewhere, |t| {
    let cx = t.cx();
    anna(&t).await;
    let second = cast::account(&cx, "M2", "Mueller Holding").await;
    cast::grant(&cx, second, ANNA).await;
    sent_by_staff(&t, "M2").await.unwrap();
    let token = newest_token(&t, ANNA).await;
    archive(&cx, second).await;
    assert_eq!(use_reset(&cx, &token, NEW, None).await.unwrap().to, "/portal/M1");
});

on_both!(whoever_has_nothing_left_to_enter_is_not_signed_in, |t| {
    let cx = t.cx();
    let account = cast::account(&cx, "M7", "Last").await;
    cast::grant(&cx, account, ANNA).await;
    let user = cast::with_password(&cx, ANNA, "Anna").await;
    let token = asked(&t).await;
    archive(&cx, account).await;
    let landing = use_reset(&cx, &token, NEW, None).await.unwrap();
    assert!(landing.started.is_none() && landing.to == "/login/closed");
    assert!(knows(&cx, user, NEW).await);
    assert_eq!(count(&cx, "session").await, 0);
});

on_both!(staff_cannot_send_a_link_to_somebody_not_activated, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    cast::set_dates(&cx, user, false, false).await;
    assert!(
        matches!(sent_by_staff(&t, "M1").await, Err(AppError::Refused(text)) if text.contains("resend the invitation"))
    );
    assert_eq!(count(&cx, "outbox").await, 0);
});

on_both!(a_disabled_person_cannot_use_a_link_from_before, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let token = asked(&t).await;
    cast::set_dates(&cx, user, true, true).await;
    assert!(matches!(use_reset(&cx, &token, NEW, None).await, Err(AppError::Refused(_))));
    assert!(knows(&cx, user, PASSWORD).await);
});

on_both!(a_reset_opens_a_sign_in_that_was_locked, |t| {
    let cx = t.cx();
    anna(&t).await;
    for _ in 0..12 {
        let _ = crate::sign_in::limits::password(&cx, ANNA, None).await;
    }
    let token = asked(&t).await;
    use_reset(&cx, &token, NEW, None).await.unwrap();
    crate::sign_in::limits::password(&cx, ANNA, None).await.expect("the count begins anew");
});

on_both!(no_link_can_be_read_from_the_database, |t| {
    anna(&t).await;
    let token = asked(&t).await;
    let cx = t.cx();
    let mut conn = cx.db.read().await.unwrap();
    let rows: Vec<(Vec<u8>,)> = platform::sql!(
        "SELECT token_hash FROM password_reset UNION ALL SELECT subject_sealed FROM outbox LIMIT 50"
    )
    .all(&mut conn)
    .await
    .unwrap();
    assert!(rows.iter().all(|(bytes,)| !bytes.windows(43).any(|w| w == token.as_bytes())));
});

on_both!(somebody_elses_session_in_this_browser_ends_too, |t| {
    let cx = t.cx();
    anna(&t).await;
    let jo = testing::user(&cx, "jo@mueller.example", "Jo").await;
    let held = testing::session(&cx, jo).await;
    let visitor = cast::holder(&cx, &held).await;
    let token = asked(&t).await;
    let call = held_call(&cx, visitor, (LINK, &token), &[("password", NEW)]);
    assert!(matches!((doors()[1].run)(call).await, Ok(Reply::With { .. })));
    assert!(!is_alive(&cx, &held).await);
});
