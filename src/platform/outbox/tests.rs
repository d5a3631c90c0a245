//! What becomes of a mail: sent once, tried again, given up, never lost, never told by a stale worker.

use crate::mail::{Block, Mail, MailClass, MailFirm, MailHealth, Trouble};
use crate::mail_health;
use crate::testing::{On, TestPlatform};
use crate::{Platform, outbox, sql};
use kernel::{FirmId, Locale, MailId, Ts};

pub(crate) fn letter(to: &str, class: MailClass) -> Mail {
    Mail {
        class,
        to: ("Anna".to_owned(), to.to_owned()),
        subject: "Hello".to_owned(),
        preheader: "A word".to_owned(),
        locale: Locale::En,
        from_name: "Weber & Partner".to_owned(),
        reply_to: None,
        firm: MailFirm {
            name: "Weber & Partner".to_owned(),
            phone: String::new(),
            email: String::new(),
            url: "https://portal.weber.example".to_owned(),
        },
        blocks: vec![Block::Text("secret-link-in-the-body".to_owned())],
    }
}

async fn queue(t: &TestPlatform, to: &str, class: MailClass) -> MailId {
    queue_at(&t.platform, t.firm.id, &letter(to, class)).await
}

/// Queues a mail on this node.
pub(crate) async fn queue_at(platform: &Platform, firm: FirmId, mail: &Mail) -> MailId {
    let (p, mail) = (platform.clone(), mail.clone());
    platform
        .db
        .write(move |tx| Box::pin(async move { outbox::enqueue(tx, &p, firm, &mail, None).await }))
        .await
        .unwrap()
}

/// Queues and sends a mail to somebody whose server takes it.
async fn one_goes(t: &TestPlatform) {
    queue(t, "good@example.org", MailClass::Transactional).await;
    t.drain_mail().await;
}

async fn is_fine(t: &TestPlatform) -> bool {
    mail_health::read(&t.platform, Some(t.firm.id)).await.unwrap() == MailHealth::Fine
}

async fn last_reply(t: &TestPlatform, id: MailId) -> String {
    let mut conn = t.platform.db.read().await.unwrap();
    let (reply,): (String,) =
        sql!("SELECT last_reply FROM outbox WHERE id = $1", id).one(&mut conn).await.unwrap();
    reply
}

pub(crate) async fn state(t: &TestPlatform, id: MailId) -> (String, i64) {
    let mut conn = t.platform.db.read().await.unwrap();
    sql!("SELECT state, attempts FROM outbox WHERE id = $1", id).one(&mut conn).await.unwrap()
}

crate::on_both!(a_mail_is_sent_once_and_its_body_is_dropped, |t| {
    let id = queue(&t, "anna@example.org", MailClass::Transactional).await;
    t.drain_mail().await;
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to("anna@example.org").len(), 1);
    assert_eq!(state(&t, id).await.0, "sent");
    let mut conn = t.platform.db.read().await.unwrap();
    let (body,): (Option<Vec<u8>>,) =
        sql!("SELECT body_sealed FROM outbox WHERE id = $1", id).one(&mut conn).await.unwrap();
    assert_eq!(body, None);
});

crate::on_both!(a_waiting_body_cannot_be_read_from_the_database, |t| {
    let id = queue(&t, "anna@example.org", MailClass::Security).await;
    let mut conn = t.platform.db.read().await.unwrap();
    let (body,): (Option<Vec<u8>>,) =
        sql!("SELECT body_sealed FROM outbox WHERE id = $1", id).one(&mut conn).await.unwrap();
    let body = body.unwrap();
    assert!(!body.windows(11).any(|piece| piece == b"secret-link"));
});

crate::on_both!(a_temporary_refusal_is_tried_again_with_growing_pauses, |t| {
    t.mail.refuse("anna@example.org", 451);
    let id = queue(&t, "anna@example.org", MailClass::Transactional).await;
    t.drain_mail().await;
    assert_eq!(state(&t, id).await, ("pending".to_owned(), 1));
    t.clock.advance(4 * Ts::SECOND);
    t.drain_mail().await;
    assert_eq!(state(&t, id).await.1, 1, "not before five seconds");
    t.clock.advance(3 * Ts::SECOND);
    t.drain_mail().await;
    assert_eq!(state(&t, id).await.1, 2);
    t.mail.accept("anna@example.org");
    t.clock.advance(Ts::MINUTE);
    t.drain_mail().await;
    assert_eq!(state(&t, id).await.0, "sent");
});

crate::on_both!(a_refusal_for_good_ends_at_once_and_days_of_later_in_the_end, |t| {
    t.mail.refuse("gone@example.org", 550);
    t.mail.refuse("full@example.org", 452);
    let gone = queue(&t, "gone@example.org", MailClass::Transactional).await;
    let full = queue(&t, "full@example.org", MailClass::Transactional).await;
    for _ in 0..30 {
        t.drain_mail().await;
        t.clock.advance(Ts::HOUR);
    }
    assert_eq!(state(&t, gone).await, ("failed".to_owned(), 1));
    assert_eq!(state(&t, full).await.0, "pending");
    t.clock.advance(3 * Ts::DAY);
    t.drain_mail().await;
    assert_eq!(state(&t, full).await.0, "failed");
});

crate::on_both!(a_mail_outlasts_days_of_trouble_of_the_firms_mail, |t| {
    let troubles = [
        (Trouble::Server, "connection refused"),
        (Trouble::SignIn, "535 5.7.8 no"),
        (Trouble::Sender, "550 5.1.8 sender"),
        (Trouble::Relay, "554 5.7.1 relay access denied"),
        (Trouble::Limit, "550 5.4.5 daily limit"),
    ];
    let mut mails = Vec::new();
    for (trouble, text) in troubles {
        let to = format!("{}@example.org", trouble.key());
        t.mail.be_in_trouble(&to, trouble, text);
        mails.push((queue(&t, &to, MailClass::Security).await, to));
    }
    t.mail.be_silent("silent@example.org");
    mails.push((queue(&t, "silent@example.org", MailClass::Bulk).await, "silent@example.org".to_owned()));
    for _ in 0..10 {
        t.drain_mail().await;
        t.clock.advance(Ts::DAY);
    }
    for (id, to) in &mails {
        assert_eq!(state(&t, *id).await.0, "pending", "{to}");
        t.mail.accept(to);
    }
    // Greylisting after days of trouble is no refusal either.
    t.mail.refuse("silent@example.org", 451);
    t.drain_mail().await;
    assert_eq!(state(&t, mails[5].0).await.0, "pending", "the recipient was asked for the first time");
    t.mail.accept("silent@example.org");
    t.clock.advance(2 * Ts::HOUR);
    t.drain_mail().await;
    for (id, to) in &mails {
        assert_eq!(state(&t, *id).await.0, "sent", "{to}");
    }
});

crate::on_both!(a_recipient_whose_server_speaks_of_us_is_tried_with_growing_pauses_and_given_up, |t| {
    let (hostile, words) = ("mallory@evil.example", "550 5.7.1 too many messages");
    t.mail.be_suspicious(hostile, Trouble::Limit, words);
    let id = queue(&t, hostile, MailClass::Transactional).await;
    t.drain_mail().await;
    for _ in 0..20 {
        one_goes(&t).await;
        assert!(is_fine(&t).await);
    }
    assert_eq!(state(&t, id).await, ("pending".to_owned(), 1), "no success elsewhere makes it due");
    for _ in 0..72 {
        t.clock.advance(Ts::HOUR);
        t.drain_mail().await;
        assert!(is_fine(&t).await, "whether or not other mail goes");
    }
    t.clock.advance(Ts::HOUR);
    t.drain_mail().await;
    let (ended, attempts) = state(&t, id).await;
    assert_eq!(ended, "failed", "after three days");
    assert!(attempts < 100, "{attempts}");
    assert_eq!(last_reply(&t, id).await, words);
});

crate::on_both!(a_mail_that_makes_trouble_by_itself_is_not_tried_with_every_success, |t| {
    let (hostile, words) = ("mallory@evil.example", "550 5.4.5 daily limit");
    t.mail.be_in_trouble(hostile, Trouble::Limit, words);
    let id = queue(&t, hostile, MailClass::Transactional).await;
    t.drain_mail().await;
    for _ in 0..20 {
        one_goes(&t).await;
    }
    assert_eq!(state(&t, id).await, ("pending".to_owned(), 1));
    // An hour in which a mail goes every half minute.
    for _ in 0..120 {
        t.clock.advance(30 * Ts::SECOND);
        one_goes(&t).await;
    }
    let (_, attempts) = state(&t, id).await;
    assert!((8..20).contains(&attempts), "{attempts}");
    for _ in 0..30 {
        t.clock.advance(Ts::DAY);
        t.drain_mail().await;
    }
    assert_eq!(state(&t, id).await.0, "failed", "in the end");
    assert_eq!(last_reply(&t, id).await, words);
});

crate::on_both!(what_is_refused_to_everybody_waits_and_goes_when_mail_goes_again, |t| {
    let all: Vec<String> = (0..4).map(|n| format!("a@client{n}.example")).collect();
    let mut mails = Vec::new();
    for to in &all {
        t.mail.be_suspicious(to, Trouble::Relay, "554 5.7.1 Relay access denied");
        mails.push(queue(&t, to, MailClass::Transactional).await);
        t.drain_mail().await;
    }
    assert!(!is_fine(&t).await, "three domains in a row");
    for _ in 0..10 {
        t.clock.advance(Ts::DAY);
        t.drain_mail().await;
    }
    for to in &all {
        t.mail.accept(to);
    }
    one_goes(&t).await;
    t.drain_mail().await;
    for id in mails {
        assert_eq!(state(&t, id).await.0, "sent", "nothing was dropped");
    }
    assert!(is_fine(&t).await);
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_that_cannot_be_read_holds_up_no_other() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let broken = queue(&t, "broken@example.org", MailClass::Security).await;
    let spoil = sql!("UPDATE outbox SET give_up_at = $2 WHERE id = $1", broken, "some day");
    t.platform.db.write(move |tx| Box::pin(async move { Ok(spoil.run(tx).await?) })).await.unwrap();
    let other = t.other_firm().await;
    let mails = [
        queue(&t, "same@example.org", MailClass::Security).await,
        queue_at(&t.platform, other.id, &letter("other@example.org", MailClass::Security)).await,
    ];
    t.drain_mail().await;
    for id in mails {
        assert_eq!(state(&t, id).await.0, "sent");
    }
    assert_eq!(state(&t, broken).await.0, "claimed", "until its lease ends");
}

crate::on_both!(when_mail_goes_again_what_waited_goes_at_once, |t| {
    t.mail.be_unreachable("a@example.org");
    let waits = queue(&t, "a@example.org", MailClass::Transactional).await;
    for _ in 0..12 {
        t.drain_mail().await;
        t.clock.advance(Ts::HOUR);
    }
    t.drain_mail().await;
    t.mail.accept("a@example.org");
    t.drain_mail().await;
    assert_eq!(state(&t, waits).await.0, "pending", "its pause is not over");
    queue(&t, "b@example.org", MailClass::Transactional).await;
    t.drain_mail().await;
    assert_eq!(state(&t, waits).await.0, "sent");
});

crate::on_both!(a_mail_whose_worker_died_is_sent_when_the_lease_ends, |t| {
    let kinds = [MailClass::Security, MailClass::Bulk];
    let mut ids = Vec::new();
    for (place, class) in kinds.into_iter().enumerate() {
        ids.push(queue(&t, &format!("a{place}@example.org"), class).await);
    }
    let until = t.platform.clock.now().plus(2 * Ts::MINUTE);
    t.platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                sql!("UPDATE outbox SET state = 'handing_off', fence = 1, attempts = 1, lease_until = $1 WHERE fence = 0", until)
                    .run(tx)
                    .await?;
                Ok(())
            })
        })
        .await
        .unwrap();
    t.drain_mail().await;
    assert_eq!(t.mail.sent().len(), 0, "the lease still holds");
    t.clock.advance(2 * Ts::MINUTE + 1);
    t.drain_mail().await;
    assert_eq!(state(&t, ids[0]).await.0, "sent");
    assert_eq!(state(&t, ids[1]).await.0, "unknown", "bulk mail waits for staff");
});

crate::on_both!(security_mail_goes_first, |t| {
    for place in 0..40 {
        queue(&t, &format!("bulk{place}@example.org"), MailClass::Bulk).await;
    }
    queue(&t, "code@example.org", MailClass::Security).await;
    outbox::send_due(&t.platform).await.unwrap();
    assert_eq!(t.mail.sent_to("code@example.org").len(), 1);
    assert!(t.mail.sent().len() < 41);
});

crate::on_both!(ordinary_mail_goes_before_bulk_mail_and_what_waits_for_later_hides_none_of_it, |t| {
    // Four at a time: three letters after two of a mass mailing that were there first.
    for place in 0..2 {
        queue(&t, &format!("bulk{place}@example.org"), MailClass::Bulk).await;
    }
    let later = queue(&t, "later@example.org", MailClass::Transactional).await;
    for place in 0..3 {
        queue(&t, &format!("letter{place}@example.org"), MailClass::Transactional).await;
    }
    let tomorrow = t.platform.clock.now().plus(Ts::DAY);
    let postpone = sql!("UPDATE outbox SET next_at = $2 WHERE id = $1", later, tomorrow);
    t.platform.db.write(move |tx| Box::pin(async move { Ok(postpone.run(tx).await?) })).await.unwrap();
    assert_eq!(outbox::send_due(&t.platform).await.unwrap(), 4);
    let went = |to: &str| t.mail.sent_to(&format!("{to}@example.org")).len();
    assert_eq!(["letter0", "letter1", "letter2", "bulk0", "bulk1"].map(went), [1, 1, 1, 1, 0]);
    assert_eq!(outbox::send_due(&t.platform).await.unwrap(), 1);
    assert_eq!(["bulk1", "later"].map(went), [1, 0]);
});
