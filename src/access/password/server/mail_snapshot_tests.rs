//! What people read about their passwords.

use super::mails;
use crate::gate::testing;
use crate::security_mails::testing::anna;
use kernel::{Ts, UserId};
use platform::assert_mail_snapshot;
use platform::request::Source;
use platform::testing::mails::{TOKEN, in_every_language};
use platform::testing::{MORNING, On, TestPlatform};
use std::net::Ipv4Addr;

/// A platform, and Anna on it.
async fn platform() -> (TestPlatform, UserId) {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let anna = testing::user(&t.cx(), "anna@mueller.example", "Anna Müller").await;
    (t, anna)
}

#[test]
fn a_link_that_somebody_asked_for_reads_as_it_did() {
    let until = MORNING.plus(Ts::HOUR);
    let read = in_every_language(|firm| mails::asked(firm, &anna(firm), TOKEN, until));
    assert_mail_snapshot!("reset_asked_for", read);
}

#[test]
fn a_link_that_staff_sent_reads_as_it_did() {
    let until = MORNING.plus(3 * Ts::DAY);
    let read = in_every_language(|firm| mails::sent_by(firm, &anna(firm), "Eva Weber", TOKEN, until));
    assert_mail_snapshot!("reset_sent_by_staff", read);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_password_is_told_as_it_was() {
    let (t, anna) = platform().await;
    let read = t.in_every_language(async |mut cx| {
        cx.source = Source::kept(Ipv4Addr::new(192, 168, 1, 20).into(), "", "Windows", "Firefox");
        mails::changed(&mut cx.db.read().await.unwrap(), &cx, anna).await.unwrap()
    });
    assert_mail_snapshot!("password_changed_in_the_local_network", read.await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disabled_password_is_told_as_it_was() {
    let (t, anna) = platform().await;
    let read = t.in_every_language(async |mut cx| {
        cx.source = Source::at(cx.source.ip);
        mails::disabled(&mut cx.db.read().await.unwrap(), &cx, anna).await.unwrap()
    });
    assert_mail_snapshot!("password_disabled_from_nobody_knows_where", read.await);
}
