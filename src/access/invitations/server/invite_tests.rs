//! Inviting, inviting again, taking back: what is stored, what is mailed, what the page then says.

use super::actions::{move_to, revoke_if_unneeded, view};
use super::testing::*;
use crate::gate::{right::ManageAccounts, testing};
use crate::invitations::InvitationView;
use kernel::live::News;
use kernel::{AppError, Locale, Right, Role, Ts};
use platform::{Cx, on_both, sql};
use std::sync::Arc;

fn is_open(view: &InvitationView) -> bool {
    matches!(view, InvitationView::Open { .. })
}

on_both!(the_mail_says_who_invites_to_what_until_when_and_nothing_of_portico, |t| {
    let cx = t.cx();
    let eva = eva(&cx).await;
    let mueller = account(&cx, "M1", "Müller GmbH").await;
    let mut anna = invitee(ANNA);
    anna.setting = Some(login_on(&cx, mueller, ANNA).await);
    send(&cx, &eva, anna, "  Welcome, Anna!\n\nSee you there.  ").await.unwrap();
    t.drain_mail().await;
    let mail = t.mail.sent_to(ANNA).remove(0);
    assert_eq!(mail.rendered.subject, "Weber & Partner invites you to its client portal");
    assert_eq!(mail.reply_to.as_deref(), Some("kanzlei@portal.weber.example"));
    let text = &mail.rendered.text;
    for words in [
        "Müller GmbH",
        "> Welcome, Anna!",
        "Eva Weber, Weber & Partner",
        "+49 30 555 0100",
        "1 Apr 2026, 10:00 CEST",
    ] {
        assert!(text.contains(words), "{words} is missing in\n{text}");
    }
    assert_eq!(text.matches("/invite/").count(), 1);
    assert!(!format!("{text}{}", mail.rendered.html).contains("Portico"));
    let token = token_of(text);
    assert_eq!(token.len(), 43);
    let mut conn = cx.db.read().await.unwrap();
    let (hash,): (Vec<u8>,) = sql!("SELECT token_hash FROM link").one(&mut conn).await.unwrap();
    assert_eq!(hash, platform::keys::token_hash(&token).to_vec());
    let seen = view(&cx, &token).await.unwrap();
    let InvitationView::Open { inviter, accounts, email, .. } = seen else { panic!("{seen:?}") };
    assert_eq!(
        (inviter.as_deref(), accounts, email.as_str()),
        (Some("Eva Weber"), vec!["Müller GmbH".into()], ANNA)
    );
});

on_both!(the_mail_speaks_the_language_of_the_contact, |t| {
    let cx = t.cx();
    let eva = eva(&cx).await;
    for (email, locale, subject) in [
        ("de@x.example", Locale::De, "Weber & Partner lädt Sie in das Mandantenportal ein"),
        ("ja@x.example", Locale::Ja, "Weber & Partnerからクライアントポータルへのご招待"),
    ] {
        let mut somebody = invitee(email);
        somebody.locale = locale;
        send(&cx, &eva, somebody, "").await.unwrap();
        t.drain_mail().await;
        assert_eq!(t.mail.sent_to(email)[0].rendered.subject, subject);
    }
});

on_both!(a_resend_ends_the_older_link, |t| {
    let cx = t.cx();
    let first = anna_invited(&t, &cx).await;
    t.clock.advance(Ts::MINUTE);
    let eva =
        testing::staff_named(&cx, "tom@weber.example", "Tom", Role::Employee, &[Right::ManageAccounts]).await;
    send(&cx, &testing::may(&eva), invitee(ANNA), "").await.unwrap();
    let second = newest_link(&t, ANNA).await;
    assert!(
        matches!(view(&cx, &first).await.unwrap(), InvitationView::Newer { masked } if masked == "a***@mueller.example")
    );
    assert!(is_open(&view(&cx, &second).await.unwrap()));
});

on_both!(an_address_is_mailed_once_a_minute_and_five_times_a_day, |t| {
    let cx = t.cx();
    let eva = eva(&cx).await;
    for nth in 1..=5 {
        send(&cx, &eva, invitee(ANNA), "").await.unwrap();
        let again = send(&cx, &eva, invitee(ANNA), "").await;
        assert!(nth == 5 || again == Err(AppError::TooMany(60)), "{again:?}");
        t.clock.advance(Ts::MINUTE);
    }
    assert!(matches!(send(&cx, &eva, invitee(ANNA), "").await, Err(AppError::TooMany(n)) if n > 80_000));
    send(&cx, &eva, invitee("jo@mueller.example"), "").await.unwrap();
    t.clock.advance(Ts::DAY);
    send(&cx, &eva, invitee(ANNA), "").await.unwrap();
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to(ANNA).len(), 6);
});

on_both!(two_who_press_send_at_once_send_one_mail, |t| {
    let cx = t.cx();
    let eva = eva(&cx).await;
    let sends = (0..8).map(|_| send(&cx, &eva, invitee(ANNA), ""));
    let results = futures::future::join_all(sends).await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
    assert!(results.iter().all(|r| matches!(r, Ok(_) | Err(AppError::TooMany(_)))), "{results:?}");
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to(ANNA).len(), 1);
});

on_both!(somebody_active_is_never_disturbed, |t| {
    let cx = t.cx();
    let eva = eva(&cx).await;
    testing::user(&cx, ANNA, "Anna Müller").await;
    let again = send(&cx, &eva, invitee("ANNA@mueller.example"), "").await;
    assert!(matches!(again, Err(AppError::Refused(text)) if text.contains("can already sign in")));
    t.drain_mail().await;
    assert!(t.mail.sent().is_empty());
});

on_both!(inviting_takes_the_right_and_a_message_of_reasonable_length, |t| {
    let cx = t.cx();
    let tom = testing::staff(&cx, Role::Employee, &[Right::ViewAllAccounts]).await;
    assert_eq!(testing::admitted::<ManageAccounts>(&tom).err(), Some(AppError::NotAllowed));
    let eva = eva(&cx).await;
    let long = "x".repeat(2001);
    assert!(send(&cx, &eva, invitee(ANNA), &long).await.unwrap_err().on("message").is_some());
    send(&cx, &eva, invitee(ANNA), &long[..2000]).await.unwrap();
});

on_both!(what_people_type_stays_text_in_the_mail, |t| {
    let cx = t.cx();
    let eva = eva(&cx).await;
    let mut anna = invitee(ANNA);
    anna.name = "<b>Anna</b> & \"Co\"".to_owned();
    anna.account_names = vec!["O'Brien <script>alert(1)</script>".to_owned(); 12];
    send(&cx, &eva, anna, "<a href=\"https://evil.example\">click</a>").await.unwrap();
    t.drain_mail().await;
    let html = t.mail.sent_to(ANNA).remove(0).rendered.html;
    assert!(
        !html.contains("<script>") && !html.contains("<b>Anna") && !html.contains("<a href=\"https://evil")
    );
});

on_both!(a_changed_address_ends_the_old_link_and_invites_the_new_one, |t| {
    let cx = t.cx();
    let old = anna_invited(&t, &cx).await;
    let mueller = account(&cx, "M2", "Müller KG").await;
    let c = cx.clone();
    let eva = testing::may(&testing::staff_named(&cx, "tom@weber.example", "Tom", Role::Admin, &[]).await);
    cx.write(move |tx| {
        Box::pin(async move {
            sql!(
                "UPDATE contact_email SET email = 'neu@mueller.example', email_norm = 'neu@mueller.example'"
            )
            .run(tx)
            .await?;
            move_to(tx, &c, &eva, ANNA, invitee("neu@mueller.example")).await
        })
    })
    .await
    .unwrap()
    .expect("a new invitation");
    login_on(&cx, mueller, ANNA).await;
    let new = newest_link(&t, "neu@mueller.example").await;
    assert!(is_open(&view(&cx, &new).await.unwrap()));
    // Also where the old address is wanted elsewhere, and also after its time, the old link leads nowhere.
    assert_eq!(view(&cx, &old).await.unwrap(), InvitationView::Closed);
    t.clock.advance(31 * Ts::DAY);
    assert_eq!(view(&cx, &old).await.unwrap(), InvitationView::Closed);
    assert_eq!(t.mail.sent_to(ANNA).len(), 1);
});

on_both!(without_an_invitation_a_changed_address_invites_nobody, |t| {
    let cx = t.cx();
    let eva = eva(&cx).await;
    let c = cx.clone();
    let moved = cx
        .write(move |tx| {
            Box::pin(async move { move_to(tx, &c, &eva, ANNA, invitee("neu@mueller.example")).await })
        })
        .await;
    assert_eq!(moved, Ok(None));
    t.drain_mail().await;
    assert!(t.mail.sent().is_empty());
});

on_both!(with_login_off_everywhere_the_link_is_closed_for_good, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let revoke = |cx: Cx| async move {
        let c = cx.clone();
        cx.write(move |tx| Box::pin(async move { revoke_if_unneeded(tx, &c, ANNA).await })).await.unwrap();
    };
    revoke(cx.clone()).await;
    assert!(is_open(&view(&cx, &token).await.unwrap()), "LOGIN is on");
    login_off(&cx, ANNA).await;
    assert_eq!(view(&cx, &token).await.unwrap(), InvitationView::Closed);
    revoke(cx.clone()).await;
    let other = account(&cx, "M9", "Müller Privat").await;
    login_on(&cx, other, ANNA).await;
    assert_eq!(view(&cx, &token).await.unwrap(), InvitationView::Closed);
});

on_both!(it_is_open_for_thirty_days_less_a_second_and_not_a_second_more, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    t.clock.advance(30 * Ts::DAY - Ts::SECOND);
    assert!(is_open(&view(&cx, &token).await.unwrap()));
    t.clock.advance(2 * Ts::SECOND);
    assert!(matches!(view(&cx, &token).await.unwrap(), InvitationView::Expired { .. }));
});

on_both!(a_firm_may_choose_another_time_within_bounds, |t| {
    let mut cx = t.cx();
    for (days, lived) in [(7, 7), (1000, 90), (0, 1)] {
        let mut firm = (*t.firm).clone();
        firm.invitation_days = days;
        cx.firm = Arc::new(firm);
        let eva = testing::staff_named(&cx, &format!("e{days}@weber.example"), "Eva", Role::Admin, &[]).await;
        send(&cx, &testing::may(&eva), invitee(&format!("c{days}@x.example")), "").await.unwrap();
        let mut conn = cx.db.read().await.unwrap();
        let (life,): (i64,) = sql!("SELECT expires_at - created_at FROM link ORDER BY id DESC LIMIT 1")
            .one(&mut conn)
            .await
            .unwrap();
        assert_eq!(life, lived * Ts::DAY);
    }
});

on_both!(looking_at_a_link_changes_nothing, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let before = cx.db.statements();
    for _ in 0..5 {
        assert!(is_open(&view(&cx, &token).await.unwrap()));
    }
    assert_eq!(cx.db.statements() - before, 5 * 5, "five reads each");
    let mut conn = cx.db.read().await.unwrap();
    let (untouched,): (i64,) = sql!(
        "SELECT COUNT(*) FROM link WHERE used_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL
            AND expiry_told_at IS NULL"
    )
    .one(&mut conn)
    .await
    .unwrap();
    assert_eq!(untouched, 1);
});

on_both!(links_we_never_made_are_not_found_thirty_times_and_then_slowed_down, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    for n in 0..30 {
        let guess = if n % 2 == 0 { format!("{n:043}") } else { "' OR 1=1 --\u{0}../..".to_owned() };
        assert_eq!(view(&cx, &guess).await, Err(AppError::NotFound));
    }
    assert!(matches!(view(&cx, &"y".repeat(43)).await, Err(AppError::TooMany(_))));
    assert!(is_open(&view(&cx, &token).await.unwrap()), "a link of ours is not held up");
});

on_both!(the_link_of_one_firm_means_nothing_at_another, |t| {
    let cx = t.cx();
    let token = anna_invited(&t, &cx).await;
    let other = t.cx_of(&t.other_firm().await);
    assert_eq!(view(&other, &token).await, Err(AppError::NotFound));
});

on_both!(staff_at_the_account_hear_of_an_invitation, |t| {
    let cx = t.cx();
    let mut news = cx.db.subscribe();
    anna_invited(&t, &cx).await;
    let mut heard = Vec::new();
    while let Ok(batch) = news.try_recv() {
        heard.extend(batch.iter().map(|one| one.event.news().clone()));
    }
    let [News::Account { act, by, .. }] = heard.as_slice() else { panic!("{heard:?}") };
    assert_eq!((act.as_str(), by.as_str()), ("invitation_sent", "Eva Weber"));
});
