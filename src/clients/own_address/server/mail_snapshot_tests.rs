//! What people read of an address that a client replaces.

use super::mails;
use super::store::{Made, Owner};
use access::gate::testing;
use kernel::{EmailAddress, Ts};
use platform::assert_mail_snapshot;
use platform::request::Source;
use platform::testing::mails::TOKEN;
use platform::testing::{MORNING, On, TestPlatform};
use uuid::Uuid;

const OLD: &str = "anna@mueller.example";
const NEW: &str = "anna@neu.example";

async fn platform() -> TestPlatform {
    TestPlatform::new(On::Sqlite).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_code_to_the_new_address_reads_as_it_did() {
    let to = EmailAddress::parse(NEW).unwrap();
    let t = platform().await;
    let read = t.in_every_language(async |cx| mails::code(&cx, &to, "482913"));
    assert_mail_snapshot!("own_address_code", read.await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_in_use_reads_as_it_did_also_from_nobody_knows_where() {
    let to = EmailAddress::parse(NEW).unwrap();
    let t = platform().await;
    let read = t.in_every_language(async |mut cx| {
        cx.source = Source::at(cx.source.ip);
        mails::in_use(&cx, &to)
    });
    assert_mail_snapshot!("own_address_in_use", read.await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_old_address_reads_of_a_change_what_it_did() {
    let t = platform().await;
    let anna = testing::signed_in(&t.cx(), OLD, "Anna Müller").await;
    let until = MORNING.plus(14 * Ts::DAY);
    let read = t.in_every_language(async |cx| mails::changed(&cx, &anna, NEW, TOKEN, until));
    assert_mail_snapshot!("own_address_changed", read.await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_owner_reads_of_a_change_that_was_undone_what_they_did() {
    let t = platform().await;
    let id = Uuid::from_u128(1);
    let made = Made {
        id,
        user_id: kernel::UserId(id),
        old_email: OLD.to_owned(),
        new_email: NEW.to_owned(),
        state: "stopped".to_owned(),
        created_at: MORNING,
        changed_at: MORNING,
        email_id: kernel::EmailId(id),
        contact_id: kernel::ContactId(id),
    };
    let read = t.in_every_language(async |cx| {
        let locale = Some(cx.locale.tag().to_owned());
        let eva = Owner { name: "Eva Weber".to_owned(), email: "eva@weber.example".to_owned(), locale };
        mails::stopped(&cx, &eva, &made)
    });
    assert_mail_snapshot!("own_address_undone", read.await);
}
