//! Access as people live it: granted, invited, moved, shared, ended (TST-1, TST-2, TST-5).

use super::actions;
use crate::accounts::server::actions as accounts;
use crate::contacts::server::addresses::Changed;
use crate::info::{Chip, Which};
use crate::testing as story;
use access::gate::{Client, testing};
use kernel::{AppError, Ts};
use platform::{Cx, on_both, sql};

const ANNA: &str = "anna@meier.example";

async fn enters(cx: &Cx, client: &Client, code: &str) -> bool {
    match testing::client_of(cx, client, code).await {
        Ok(_) => true,
        Err(AppError::NotFound) => false,
        Err(other) => panic!("{other:?}"),
    }
}

/// Mailed invitations of an address that are open.
async fn open(cx: &Cx, email: &str) -> i64 {
    let mut conn = story::look(cx).await;
    let (count,): (i64,) = sql!(
        "SELECT COUNT(*) FROM link WHERE firm_id = $1 AND kind = 'invitation' AND email_norm = $2 AND used_at IS NULL
           AND superseded_at IS NULL AND revoked_at IS NULL",
        cx.firm.id,
        email
    )
    .one(&mut conn)
    .await
    .unwrap();
    count
}

on_both!(login_off_in_one_of_two_accounts_leaves_the_other_open, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (one, two) = (story::account(&cx, &eva, "Meier").await, story::account(&cx, &eva, "Meier KG").await);
    story::contact(&cx, &eva, &one, "Anna", ANNA).await;
    story::link(&cx, &eva, &one, ANNA, &two).await;
    let anna = testing::client(&cx, ANNA, "Anna").await;
    assert!(!enters(&cx, &anna, &one).await && !enters(&cx, &anna, &two).await);
    for code in [&one, &two] {
        story::click(&cx, &eva, code, ANNA, Which::Login, true).await.unwrap();
    }
    assert!(enters(&cx, &anna, &one).await && enters(&cx, &anna, &two).await);
    story::click(&cx, &eva, &two, ANNA, Which::Login, false).await.unwrap();
    assert!(enters(&cx, &anna, &one).await);
    assert!(!enters(&cx, &anna, &two).await, "the direct address gives 404");
    accounts::archive(&cx, &eva, &one, 1).await.unwrap();
    assert!(!enters(&cx, &anna, &one).await, "and so does an archived account");
    accounts::reactivate(&cx, &eva, &one, 2).await.unwrap();
    assert!(enters(&cx, &anna, &one).await);
});

on_both!(somebody_who_can_sign_in_already_has_access_at_once_and_is_told, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier & Söhne").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let anna = testing::client(&cx, ANNA, "Anna").await;
    story::invite(&cx, &eva, &code, ANNA).await;
    assert!(enters(&cx, &anna, &code).await);
    assert!(matches!(story::row(&cx, &eva, &code, ANNA).await.chip, Chip::Active(_)));
    t.drain_mail().await;
    let mails = t.mail.sent_to(ANNA);
    assert_eq!(mails.len(), 1, "no invitation, one notice");
    assert!(mails[0].rendered.subject.contains("You now also have access to Meier & Söhne"));
    assert!(mails[0].rendered.text.contains(&format!("https://portal.weber.example/portal/{code}")));
    assert_eq!(open(&cx, ANNA).await, 0);
});

on_both!(access_that_was_gone_for_a_moment_is_no_news, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let anna = testing::client(&cx, ANNA, "Anna").await;
    story::invite(&cx, &eva, &code, ANNA).await;
    for (pause, mails) in [(59, 1), (60, 2)] {
        story::click(&cx, &eva, &code, ANNA, Which::Login, false).await.unwrap();
        assert!(!enters(&cx, &anna, &code).await);
        t.clock.advance(pause * kernel::Ts::SECOND);
        story::invite(&cx, &eva, &code, ANNA).await;
        assert!(enters(&cx, &anna, &code).await);
        t.drain_mail().await;
        assert_eq!(t.mail.sent_to(ANNA).len(), mails, "after {pause} s");
    }
});

on_both!(login_without_an_invitation_sends_nothing_to_anybody_who_is_not_inside_yet, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (one, two) = (story::account(&cx, &eva, "One").await, story::account(&cx, &eva, "Two").await);
    story::contact(&cx, &eva, &one, "Anna", ANNA).await;
    story::click(&cx, &eva, &one, ANNA, Which::Login, true).await.unwrap();
    t.drain_mail().await;
    assert!(t.mail.sent_to(ANNA).is_empty(), "never invited");
    let row = story::row(&cx, &eva, &one, ANNA).await;
    actions::invite(&cx, &eva, &one, story::id(&row), String::new()).await.unwrap();
    story::contact(&cx, &eva, &two, "Anna", ANNA).await;
    story::click(&cx, &eva, &two, ANNA, Which::Login, true).await.unwrap();
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to(ANNA).len(), 1, "the invitation to the first account and nothing else");
    assert!(matches!(story::row(&cx, &eva, &two, ANNA).await.chip, Chip::Invited(_)), "it opens both");
});

on_both!(somebody_still_invited_is_told_of_one_account_more_in_words_of_their_own, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (one, two) = (story::account(&cx, &eva, "One").await, story::account(&cx, &eva, "Two").await);
    story::contact(&cx, &eva, &one, "Anna", ANNA).await;
    story::invite(&cx, &eva, &one, ANNA).await;
    t.clock.advance(Ts::MINUTE);
    story::contact(&cx, &eva, &two, "Anna", ANNA).await;
    assert!(story::row(&cx, &eva, &two, ANNA).await.pending, "the dialog says so before it is sent");
    story::invite(&cx, &eva, &two, ANNA).await;
    t.drain_mail().await;
    let mails = t.mail.sent_to(ANNA);
    assert_eq!(mails.len(), 2, "the invitation and the wider one");
    let wider = mails.iter().find(|mail| mail.rendered.subject.contains("Two")).expect("the wider one");
    let wider = &wider.rendered;
    assert!(wider.subject.starts_with("Your invitation now includes Two"), "{}", wider.subject);
    assert!(wider.text.contains("Your access is not active yet"), "{}", wider.text);
    assert!(wider.text.contains("One") && wider.text.contains("https://portal.weber.example/invite/"));
    assert!(!wider.text.contains("you already use"), "there is no password yet: {}", wider.text);
    assert_eq!(open(&cx, ANNA).await, 1, "the older link has ended");
    // Sent once more, it is a plain invitation again.
    t.clock.advance(Ts::MINUTE);
    let row = story::row(&cx, &eva, &two, ANNA).await;
    actions::invite(&cx, &eva, &two, story::id(&row), String::new()).await.unwrap();
    t.drain_mail().await;
    assert!(t.mail.sent_to(ANNA)[2].rendered.subject.contains("invites you"));
    // Once active, one account more is open at once.
    let anna = testing::client(&cx, ANNA, "Anna").await;
    let three = story::account(&cx, &eva, "Three").await;
    story::contact(&cx, &eva, &three, "Anna", ANNA).await;
    story::click(&cx, &eva, &three, ANNA, Which::Login, true).await.unwrap();
    assert!(enters(&cx, &anna, &three).await);
    t.drain_mail().await;
    let last = &t.mail.sent_to(ANNA)[3].rendered;
    assert!(last.subject.contains("Three") && !last.text.contains("/invite/"), "{}", last.text);
});

on_both!(with_notify_off_access_begins_without_a_mail, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let anna = testing::client(&cx, ANNA, "Anna").await;
    story::click(&cx, &eva, &code, ANNA, Which::Notify, false).await.unwrap();
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    assert!(enters(&cx, &anna, &code).await);
    t.drain_mail().await;
    assert!(t.mail.sent_to(ANNA).is_empty());
});

on_both!(a_row_goes_from_off_to_pending_to_invited_to_expired, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    let row = story::row(&cx, &eva, &code, ANNA).await;
    assert_eq!(row.chip, Chip::NotInvited);
    assert_eq!(actions::invite(&cx, &eva, &code, story::id(&row), String::new()).await.unwrap(), ANNA);
    assert!(matches!(story::row(&cx, &eva, &code, ANNA).await.chip, Chip::Invited(_)));
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to(ANNA).len(), 1);
    let again = actions::invite(&cx, &eva, &code, story::id(&row), String::new()).await;
    assert!(matches!(again, Err(AppError::TooMany(_))), "not twice in a minute");
    t.clock.advance(30 * Ts::DAY);
    assert!(matches!(story::row(&cx, &eva, &code, ANNA).await.chip, Chip::Expired(_)));
});

on_both!(login_off_kills_an_open_invitation_unless_another_account_waits, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (one, two) = (story::account(&cx, &eva, "Meier").await, story::account(&cx, &eva, "Meier KG").await);
    story::contact(&cx, &eva, &one, "Anna", ANNA).await;
    story::link(&cx, &eva, &one, ANNA, &two).await;
    story::invite(&cx, &eva, &one, ANNA).await;
    story::click(&cx, &eva, &two, ANNA, Which::Login, true).await.unwrap();
    story::click(&cx, &eva, &one, ANNA, Which::Login, false).await.unwrap();
    assert_eq!(open(&cx, ANNA).await, 1);
    story::click(&cx, &eva, &two, ANNA, Which::Login, false).await.unwrap();
    assert_eq!(open(&cx, ANNA).await, 0);
});

on_both!(an_address_changed_before_acceptance_moves_the_invitation, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::invite(&cx, &eva, &code, ANNA).await;
    t.drain_mail().await;
    assert_eq!(t.mail.take().len(), 1);
    let new = "anna@neu.example";
    assert_eq!(story::change(&cx, &eva, &code, ANNA, new).await, Ok(Changed::Replaced { invited: true }));
    assert_eq!((open(&cx, ANNA).await, open(&cx, new).await), (0, 1), "the old link is dead");
    t.drain_mail().await;
    assert!(t.mail.sent_to(ANNA).is_empty(), "the old address gets nothing");
    assert_eq!(t.mail.sent_to(new).len(), 1);
    assert!(matches!(story::row(&cx, &eva, &code, new).await.chip, Chip::Invited(_)));
});

on_both!(an_address_that_was_never_invited_is_changed_without_a_mail, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    let before = story::row(&cx, &eva, &code, ANNA).await.version;
    assert_eq!(
        story::change(&cx, &eva, &code, ANNA, "a@neu.example").await,
        Ok(Changed::Replaced { invited: false })
    );
    t.drain_mail().await;
    assert!(t.mail.take().is_empty());
    let row = story::row(&cx, &eva, &code, "a@neu.example").await;
    assert_eq!(row.version, before + 1, "a page with the old address is out of date");
});

on_both!(whoever_signs_in_keeps_the_old_address_while_the_new_one_takes_its_place, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let anna = testing::client(&cx, ANNA, "Anna").await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    assert!(matches!(
        story::change(&cx, &eva, &code, ANNA, "a@neu.example").await,
        Ok(Changed::Replacing(_))
    ));
    assert!(enters(&cx, &anna, &code).await);
    assert!(story::row(&cx, &eva, &code, "a@neu.example").await.login, "the new one is invited");
});

on_both!(a_change_to_an_active_address_lets_it_in_at_once, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::invite(&cx, &eva, &code, ANNA).await;
    let jo = testing::client(&cx, "jo@meier.example", "Jo").await;
    t.drain_mail().await;
    t.mail.take();
    let changed = story::change(&cx, &eva, &code, ANNA, "jo@meier.example").await;
    assert_eq!(changed, Ok(Changed::Replaced { invited: false }));
    assert!(enters(&cx, &jo, &code).await);
    assert_eq!(open(&cx, ANNA).await, 0);
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to("jo@meier.example").len(), 1);
});

on_both!(spouses_who_share_a_mailbox_share_one_login_and_lose_it_together_only, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::contact(&cx, &eva, &code, "Jo", ANNA).await;
    story::invite(&cx, &eva, &code, ANNA).await;
    let tab = story::tab(&cx, &eva, &code).await;
    let (_, jo) = tab.rows().find(|(contact, _)| contact.name == "Jo").expect("both have a row");
    actions::allow_login(&cx, &story::sure(&eva), &code, story::id(jo), jo.version, None).await.unwrap();
    assert_eq!(open(&cx, ANNA).await, 1);
    story::click(&cx, &eva, &code, ANNA, Which::Login, false).await.unwrap();
    assert_eq!(open(&cx, ANNA).await, 1, "Jo still waits");
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to(ANNA).len(), 1, "one mailbox, one account, one mail");
    let spouse = testing::client(&cx, ANNA, "Jo").await;
    assert!(enters(&cx, &spouse, &code).await);
});

on_both!(a_spouse_who_gets_an_own_address_takes_no_invitation_away, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::contact(&cx, &eva, &code, "Jo", ANNA).await;
    story::invite(&cx, &eva, &code, ANNA).await;
    let tab = story::tab(&cx, &eva, &code).await;
    let (_, jo) = tab.rows().find(|(contact, _)| contact.name == "Jo").expect("both have a row");
    actions::allow_login(&cx, &story::sure(&eva), &code, story::id(jo), jo.version, None).await.unwrap();
    // The first of the two, Anna, moves.
    assert_eq!(
        story::change(&cx, &eva, &code, ANNA, "a@neu.example").await,
        Ok(Changed::Replaced { invited: true })
    );
    assert_eq!((open(&cx, ANNA).await, open(&cx, "a@neu.example").await), (1, 1));
});

on_both!(a_reset_is_refused_for_archived_pending_and_switched_off_rows, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    let sends = testing::may(&eva);
    let refused = async |text: &str| match actions::send_reset(&cx, &sends, &code, story::id(&row)).await {
        Err(AppError::Refused(said)) => assert!(said.contains(text), "{said}"),
        other => panic!("{other:?}"),
    };
    refused("LOGIN is off").await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    refused("resend the invitation").await;
    testing::user(&cx, ANNA, "Anna").await;
    accounts::archive(&cx, &eva, &code, 1).await.unwrap();
    refused("You cannot reset the password for an archived account.").await;
    let ina = story::ina(&cx).await;
    let answer = story::posted(&cx, &ina, "/app/accounts/{code}/info/emails/{setting}/reset-password").await;
    assert_eq!(answer.err(), Some(AppError::NotAllowed));
    t.drain_mail().await;
    assert!(t.mail.sent_to(ANNA).is_empty());
});

on_both!(an_invitation_never_disturbs_somebody_active_or_an_archive, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    let send = async || actions::invite(&cx, &eva, &code, story::id(&row), String::new()).await;
    assert!(matches!(send().await, Err(AppError::Refused(_))), "LOGIN is off");
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    accounts::archive(&cx, &eva, &code, 1).await.unwrap();
    assert!(matches!(send().await, Err(AppError::Refused(_))), "archived");
    accounts::reactivate(&cx, &eva, &code, 2).await.unwrap();
    testing::user(&cx, ANNA, "Anna").await;
    assert!(matches!(send().await, Err(AppError::Refused(_))), "active");
    assert_eq!(open(&cx, ANNA).await, 0);
});

on_both!(an_invitation_that_cannot_leave_switches_nothing, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    let long = Some("x".repeat(100_000));
    let answer =
        actions::allow_login(&cx, &story::sure(&eva), &code, story::id(&row), row.version, long).await;
    assert!(matches!(answer, Err(AppError::Invalid(_))));
    assert_eq!(story::row(&cx, &eva, &code, ANNA).await, row);
});
