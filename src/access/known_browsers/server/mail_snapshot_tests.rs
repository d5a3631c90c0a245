//! What people read when somebody signed in from a browser that was never used before.

use super::known::news;
use crate::gate::testing;
use platform::assert_mail_snapshot;
use platform::testing::{On, TestPlatform};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sign_in_from_a_new_browser_is_told_as_it_was() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let anna = testing::user(&t.cx(), "anna@mueller.example", "Anna Müller").await;
    let read = t.in_every_language(async |cx| {
        let c = cx.clone();
        cx.write(move |tx| Box::pin(async move { news(tx, &c, anna).await })).await.unwrap()
    });
    assert_mail_snapshot!("sign_in_from_a_new_browser", read.await);
}
