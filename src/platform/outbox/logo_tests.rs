//! Logos from before there were pictures for mails.

use super::tests::{letter, queue_at, state};
use crate::mail::{MailClass, Outgoing};
use crate::pictures::{all_places, samples};
use crate::sql;
use crate::testing::TestPlatform;
use kernel::Ts;

const ANNA: &str = "anna@example.org";

/// Gives the firm this file for a logo, as an older version stored it.
async fn older_logo(t: &TestPlatform, bytes: Vec<u8>) {
    let (firm, now) = (t.firm.id, t.platform.clock.now());
    let stored = t.platform.db.write(move |tx| {
        Box::pin(async move {
            sql!(
                "INSERT INTO firm_logo (firm_id, name, bytes, created_at) VALUES ($1, 'old.png', $2, $3)",
                firm,
                bytes,
                now
            )
            .run(tx)
            .await?;
            sql!("UPDATE firm SET logo = 'old.png' WHERE id = $1", firm).run(tx).await?;
            Ok(())
        })
    });
    stored.await.unwrap();
}

/// What is kept of it for the next mail.
async fn kept(t: &TestPlatform) -> Option<Vec<u8>> {
    let mut conn = t.platform.db.read().await.unwrap();
    let (png,): (Option<Vec<u8>>,) =
        sql!("SELECT mail_png FROM firm_logo WHERE firm_id = $1", t.firm.id).one(&mut conn).await.unwrap();
    png
}

async fn mailed(t: &TestPlatform) -> Vec<Outgoing> {
    queue_at(&t.platform, t.firm.id, &letter(ANNA, MailClass::Transactional)).await;
    t.drain_mail().await;
    t.mail.take()
}

crate::on_both!(an_older_logo_is_drawn_for_one_mail_and_kept_for_the_next, |t| {
    older_logo(&t, samples::png(320, 80)).await;
    assert_eq!(kept(&t).await, None);
    let first = mailed(&t).await.pop().unwrap().logo.unwrap();
    assert_eq!((first.width, first.height), (160, 40));
    assert_eq!(kept(&t).await.as_ref(), Some(&first.bytes));
    let second = mailed(&t).await.pop().unwrap().logo.unwrap();
    assert_eq!((second.bytes, second.width, second.height), (first.bytes, 160, 40));
});

crate::on_both!(a_mail_waits_for_a_logo_that_cannot_be_drawn_now, |t| {
    older_logo(&t, samples::png(320, 80)).await;
    let places = all_places().await;
    let id = queue_at(&t.platform, t.firm.id, &letter(ANNA, MailClass::Security)).await;
    t.drain_mail().await;
    assert!(t.mail.take().is_empty(), "not without its logo");
    assert_eq!(state(&t, id).await, ("pending".to_owned(), 1));
    drop(places);
    t.clock.advance(10 * Ts::SECOND);
    t.drain_mail().await;
    assert!(t.mail.take().pop().unwrap().logo.is_some());
    assert_eq!(state(&t, id).await.0, "sent");
});

crate::on_both!(a_logo_that_nobody_can_draw_is_tried_once_and_mails_go_without, |t| {
    let whole = samples::png(320, 80);
    older_logo(&t, whole[..whole.len() / 2].to_vec()).await;
    for _ in 0..2 {
        let mail = mailed(&t).await.pop().unwrap();
        assert!(mail.logo.is_none() && !mail.rendered.html.contains("<img"));
        assert_eq!(kept(&t).await, Some(Vec::new()), "there is none");
    }
});
