//! What somebody reads for whom a link to sign in was printed.

use super::mails;
use crate::gate::testing;
use platform::assert_mail_snapshot;
use platform::testing::{On, TestPlatform};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_printed_link_is_told_as_it_was() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let eva = testing::user(&t.cx(), "eva@weber.example", "Eva Weber").await;
    let read = t
        .in_every_language(async |cx| mails::made(&mut cx.db.read().await.unwrap(), &cx, eva).await.unwrap());
    assert_mail_snapshot!("sign_in_link_printed", read.await);
}
