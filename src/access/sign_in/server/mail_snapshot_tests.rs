//! What people read who sign in with a code.

use super::mails;
use crate::security_mails::Reader;
use crate::security_mails::testing::anna;
use crate::sign_in::rules::MANY;
use platform::assert_mail_snapshot;
use platform::testing::{On, TestPlatform};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_reads_as_it_did() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let read = t.in_every_language(async |cx| mails::code(&cx, &anna(&cx.firm), "482913", 0));
    assert_mail_snapshot!("sign_in_code", read.await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_for_somebody_without_a_name_after_many_wrong_passwords_reads_as_it_did() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let read = t.in_every_language(async |cx| {
        let nameless = Reader { name: String::new(), ..anna(&cx.firm) };
        mails::code(&cx, &nameless, "482913", MANY)
    });
    assert_mail_snapshot!("sign_in_code_after_wrong_passwords", read.await);
}
