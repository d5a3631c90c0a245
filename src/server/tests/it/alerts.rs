//! What the firm's people are told by mail, through the worker and the page of their choices (NOTIFY-9).

use crate::activation::{ANNA, account, link};
use crate::site::{Ask, TestSite};
use access::gate::testing as people;
use kernel::{Role, Ts, paths};
use server::worker;

const EVA: &str = "owner@weber.example";

/// The subjects of what Eva was mailed since the last time.
async fn eva_reads(site: &TestSite) -> Vec<String> {
    site.t.drain_mail().await;
    let mails = site.t.mail.take().into_iter();
    mails.filter(|mail| mail.to.1 == EVA).map(|mail| mail.rendered.subject).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_tells_of_an_unused_invitation_from_its_last_instant_on_and_once() {
    let site = TestSite::sqlite().await;
    account(&site.cx(), "M1", "Müller GmbH").await;
    link(&site).await;
    site.t.clock.advance(30 * Ts::DAY - 1);
    worker::tidy(&site.t.platform).await;
    assert_eq!(eva_reads(&site).await, Vec::<String>::new(), "a microsecond before");
    site.t.clock.advance(1);
    for wanted in [&["The invitation to Anna Müller has expired"][..], &[]] {
        worker::tidy(&site.t.platform).await;
        assert_eq!(eva_reads(&site).await, wanted);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_tells_of_it_although_another_part_of_its_housekeeping_fails() {
    let site = TestSite::sqlite().await;
    account(&site.cx(), "M1", "Müller GmbH").await;
    link(&site).await;
    let away = platform::sql!("ALTER TABLE unsent_form RENAME TO mislaid");
    site.t.platform.db.write(move |tx| Box::pin(async move { Ok(away.run(tx).await?) })).await.unwrap();
    site.t.clock.advance(30 * Ts::DAY);
    worker::tidy(&site.t.platform).await;
    assert_eq!(eva_reads(&site).await, ["The invitation to Anna Müller has expired"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_tells_of_an_invitation_that_was_refused() {
    let site = TestSite::sqlite().await;
    account(&site.cx(), "M1", "Müller GmbH").await;
    link(&site).await;
    eva_reads(&site).await;
    let cx = site.cx();
    let firm = cx.firm.id;
    let refused = platform::sql!(
        "UPDATE outbox SET state = 'failed', last_reply = '550 unknown' WHERE firm_id = $1 AND to_address = $2",
        firm,
        ANNA
    );
    cx.db.write(move |tx| Box::pin(async move { Ok(refused.run(tx).await?) })).await.unwrap();
    for _ in 0..3 {
        worker::round(&site.t.platform).await;
    }
    assert_eq!(eva_reads(&site).await, ["The invitation to Anna Müller could not be delivered"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_choices_works_as_a_plain_form() {
    let site = TestSite::sqlite().await;
    let staff = people::staff(&site.cx(), Role::Employee, &[]).await;
    let token = site.session(staff.user()).await;
    let ticked = async || {
        let page = site.ask(Ask::get(paths::STAFF_ALERTS).by(&token)).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("<title>Notifications – "), "{}", page.body);
        let form = page.main();
        form.matches("type=\"checkbox\"").count().min(99) * 100 + form.matches(" checked").count()
    };
    assert_eq!(ticked().await, 707, "seven boxes, all ticked");
    let some = [("activated", "true"), ("codes_locked", "true"), ("nonsense", "true"), ("activated", "true")];
    let saved = site.ask(Ask::post(paths::STAFF_ALERTS, &some).by(&token)).await;
    assert_eq!((saved.status.as_u16(), saved.location()), (303, paths::STAFF_ALERTS));
    assert_eq!(ticked().await, 702);
    let all_off = site.ask(Ask::post(paths::STAFF_ALERTS, &[]).by(&token)).await;
    assert_eq!(all_off.status, 303);
    assert_eq!(ticked().await, 700);
}
