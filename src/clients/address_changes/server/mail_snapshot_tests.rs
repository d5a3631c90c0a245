//! What people read of an address that the firm replaces.

use super::mails::{CameToNothing, being_changed, came_to_nothing};
use crate::testing as story;
use access::alerts::{self, Event};
use directory::address_changes::ChangeRecord;
use kernel::{Ts, UserId};
use platform::assert_mail_snapshot;
use platform::testing::mails::{TOKEN, in_every_language};
use platform::testing::{MORNING, On, TestPlatform};

const ID: &str = "00000000-0000-7000-8000-000000000001";
const OLD: &str = "anna@mueller.example";

fn change(begun_by: Option<UserId>) -> ChangeRecord {
    ChangeRecord {
        id: ID.parse().unwrap(),
        firm_id: ID.parse().unwrap(),
        contact_id: ID.parse().unwrap(),
        old_email_id: ID.parse().unwrap(),
        new_email_id: ID.parse().unwrap(),
        old_email: OLD.to_owned(),
        new_email: "anna@neu.example".to_owned(),
        new_norm: "anna@neu.example".to_owned(),
        state: "pending_new".to_owned(),
        begun_by,
        begun_by_name: "Eva Weber".to_owned(),
        created_at: MORNING,
        expires_at: MORNING.plus(30 * Ts::DAY),
        remove_at: None,
        kept_at: None,
    }
}

/// What Eva reads, who began it.
async fn told_of(why: CameToNothing) -> String {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let eva = story::eva(&t.cx()).await;
    let change = change(Some(eva.user()));
    let began = change.begun_by;
    t.in_every_language(async |cx| {
        let firm = cx.firm.clone();
        let found = cx.write(move |tx| {
            Box::pin(async move { alerts::recipients(tx, &firm, Event::AddressKept, OLD, began).await })
        });
        came_to_nothing(&cx.firm, &found.await.unwrap()[0], &change, why)
    })
    .await
}

#[test]
fn the_old_address_reads_of_a_change_what_it_did() {
    let read =
        in_every_language(|firm| being_changed(firm, ("Anna Müller", firm.locale), &change(None), TOKEN));
    assert_mail_snapshot!("address_being_changed", read);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stopped_change_is_told_as_it_was() {
    assert_mail_snapshot!("address_change_stopped", told_of(CameToNothing::Stopped).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_expired_change_is_told_as_it_was() {
    assert_mail_snapshot!("address_change_expired", told_of(CameToNothing::Expired).await);
}
