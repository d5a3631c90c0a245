//! What somebody reads who tries whether mail arrives.

use super::send_test;
use platform::assert_mail_snapshot;
use platform::testing::{On, TestPlatform};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_test_mail_reads_as_it_did() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let read = t.sent_in_every_language(async |cx| {
        send_test(&cx, "Eva Weber", "eva@weber.example").await.unwrap();
        t.mail.take().pop().unwrap()
    });
    assert_mail_snapshot!("test_mail", read.await);
}
