//! What somebody reads who tries how mails look.

use super::mails::trial;
use crate::testing as story;
use platform::assert_mail_snapshot;
use platform::testing::{On, TestPlatform};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_trial_reads_as_it_did() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let eva = story::eva(&t.cx()).await;
    let read = t.in_every_language(async |cx| trial(&cx, &eva));
    assert_mail_snapshot!("trial", read.await);
}
