//! What people read when a device is trusted.

use super::mails;
use crate::gate::{DEVICE_LIFE, testing};
use platform::assert_mail_snapshot;
use platform::testing::{MORNING, On, TestPlatform};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_trusted_device_is_told_as_it_was() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let anna = testing::user(&t.cx(), "anna@mueller.example", "Anna Müller").await;
    let until = MORNING.plus(DEVICE_LIFE);
    let read = t.in_every_language(async |cx| {
        mails::trusted(&mut cx.db.read().await.unwrap(), &cx, anna, until).await.unwrap()
    });
    assert_mail_snapshot!("device_trusted", read.await);
}
