//! Asking for a link, and what the worker makes of it.

use super::requests::forgot;
use super::testing::{ANNA, asked};
use crate::gate::{Reply, Visitor, testing};
use crate::sessions::fixtures::{self, acts, anna, archive, count, newest_mail, post};
use directory::people;
use kernel::{AppError, EmailAddress, Role, Ts, paths};
use platform::testing::{On, TestPlatform};
use platform::work::run_due;
use platform::{on_both, sql};
use tokio::sync::oneshot;

on_both!(asking_is_answered_alike_and_writes_one_row_whoever_it_is, |t| {
    let cx = t.cx();
    anna(&t).await;
    let mut answers = Vec::new();
    // How mail fares is remembered for a moment, whoever asked for it.
    crate::mail_state::trouble(&cx).await.unwrap();
    for email in [ANNA, "unknown@mueller.example"] {
        let before = cx.db.statements();
        let reply = post(&cx, Visitor::nobody(), paths::FORGOT, &[("email", email)]).await.unwrap();
        let Reply::With { to, notice, cookies } = reply else { panic!("a redirect is wanted") };
        assert!(cookies.is_empty());
        let notice = notice.map(|text| text.replace(email, "THEIRS"));
        answers.push((to, notice, cx.db.statements() - before));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0].1.as_deref(), Some("If THEIRS has access, a link is on its way."));
    assert_eq!((count(&cx, "job").await, count(&cx, "outbox").await), (2, 0));
    assert_eq!(run_due(&t.platform).await.unwrap(), 2);
    assert_eq!((count(&cx, "password_reset").await, count(&cx, "outbox").await), (1, 1));
    assert_eq!(run_due(&t.platform).await.unwrap(), 0, "done is done");
});

on_both!(the_worker_does_the_same_for_every_address, |t| {
    let cx = t.cx();
    anna(&t).await;
    let disabled = fixtures::with_password(&cx, "disabled@mueller.example", "D").await;
    fixtures::set_dates(&cx, disabled, true, true).await;
    fixtures::with_password(&cx, "nogrant@mueller.example", "G").await;
    let mut work = Vec::new();
    for email in [ANNA, "unknown@mueller.example", "disabled@mueller.example", "nogrant@mueller.example"] {
        forgot(&cx, email).await.unwrap();
        let before = cx.db.statements();
        run_due(&t.platform).await.unwrap();
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
    fixtures::set_dates(&cx, disabled, true, true).await;
    let pending = fixtures::with_password(&cx, "pending@mueller.example", "P").await;
    fixtures::set_dates(&cx, pending, false, false).await;
    let account = fixtures::account(&cx, "M9", "Gone").await;
    fixtures::grant(&cx, account, "archived@mueller.example").await;
    archive(&cx, account).await;
    fixtures::with_password(&cx, "archived@mueller.example", "A").await;
    fixtures::with_password(&cx, "nogrant@mueller.example", "G").await;
    for email in [ANNA, "pending@mueller.example", "archived@mueller.example", "nogrant@mueller.example"] {
        forgot(&cx, email).await.unwrap();
    }
    assert_eq!(run_due(&t.platform).await.unwrap(), 4);
    assert_eq!(count(&cx, "outbox").await, 0);
    let eva = testing::staff(&cx, Role::Owner, &[]).await;
    forgot(&cx, eva.who().email()).await.unwrap();
    run_due(&t.platform).await.unwrap();
    assert_eq!(count(&cx, "outbox").await, 1, "staff need no account");
});

on_both!(two_workers_send_one_mail, |t| {
    let cx = t.cx();
    anna(&t).await;
    forgot(&cx, ANNA).await.unwrap();
    let (one, two) = tokio::join!(run_due(&t.platform), run_due(&t.platform));
    assert!(one.is_ok() && two.is_ok());
    assert_eq!(count(&cx, "outbox").await, 1);
});

on_both!(a_login_that_moves_while_the_worker_looks_for_it_gets_no_link_in_its_old_mailbox, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    forgot(&cx, ANNA).await.unwrap();
    let ((held, is_held), (go, gone)) = (oneshot::channel(), oneshot::channel::<()>());
    let (c, firm) = (cx.clone(), cx.firm.id);
    let moving = tokio::spawn(async move {
        let work = c.write(move |tx| {
            Box::pin(async move {
                let new = EmailAddress::stored("anna@neu.example");
                let moved = people::move_login(tx, firm, user, ANNA, &new).await?;
                let _ = held.send(());
                let _ = gone.await;
                Ok(moved)
            })
        });
        work.await
    });
    is_held.await.expect("the login is held");
    let platform = t.platform.clone();
    let looking = tokio::spawn(async move { run_due(&platform).await });
    fixtures::until_waiting(&cx, 1, &looking).await;
    go.send(()).expect("the login moves");
    assert_eq!(moving.await.expect("no panic"), Ok(true));
    assert_eq!(looking.await.expect("no panic"), Ok(1));
    t.drain_mail().await;
    assert!(t.mail.sent_to(ANNA).is_empty(), "nothing that opens the login comes to the old mailbox");
    assert_eq!(count(&cx, "password_reset").await, 0);
});

on_both!(a_request_nobody_waits_for_any_more_is_dropped, |t| {
    anna(&t).await;
    forgot(&t.cx(), ANNA).await.unwrap();
    t.clock.advance(Ts::HOUR + Ts::SECOND);
    assert_eq!(run_due(&t.platform).await.unwrap(), 1);
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
        let reply = post(&cx, Visitor::nobody(), paths::FORGOT, &[("email", typed)]).await.unwrap();
        let Reply::Again { outcome, error, .. } = reply else { panic!("no address: {typed:.20}") };
        assert_eq!(error.status(), 422);
        assert!(outcome.on("forgot", "email").is_some());
        assert!(outcome.value("forgot", "email").unwrap().chars().count() <= 254);
    }
    assert_eq!(count(&cx, "job").await, 0);
});

on_both!(the_mail_is_in_the_readers_language_and_links_to_our_own_origin, |t| {
    anna(&t).await;
    let token = asked(&t).await;
    let mail = newest_mail(&t, ANNA).await;
    assert_eq!(mail.subject, "Weber & Partner: Neues Passwort festlegen");
    assert!(mail.text.contains(&format!("https://portal.weber.example/password/reset/{token}")));
    assert!(mail.text.contains("02.03.2026, 10:00 CET"), "{}", mail.text);
});

on_both!(no_link_can_be_read_from_the_database, |t| {
    anna(&t).await;
    let token = asked(&t).await;
    let cx = t.cx();
    let mut conn = cx.db.read().await.unwrap();
    let rows: Vec<(Vec<u8>,)> =
        platform::sql!("SELECT token_hash FROM link UNION ALL SELECT subject_sealed FROM outbox LIMIT 50")
            .all(&mut conn)
            .await
            .unwrap();
    assert!(rows.iter().all(|(bytes,)| !bytes.windows(43).any(|w| w == token.as_bytes())));
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_cannot_be_read_keeps_nobody_elses_waiting() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let (cx, other) = (t.cx(), t.cx_of(&t.other_firm().await));
    anna(&t).await;
    forgot(&other, "otto@other.example").await.unwrap();
    let spoil = sql!("UPDATE job SET payload = $2 WHERE firm_id = $1", other.firm.id, vec![0xff]);
    cx.write(move |tx| Box::pin(async move { Ok(spoil.run(tx).await?) })).await.unwrap();
    forgot(&cx, ANNA).await.unwrap();
    assert_eq!(run_due(&t.platform).await, Ok(1));
    assert_eq!(count(&cx, "password_reset").await, 1);
}
