//! What clients read about others who got access.

use super::store::CameMeanwhile;
use super::{LetIn, meanwhile, telling};
use crate::security_mails::Reader;
use crate::security_mails::testing::anna;
use kernel::{AccountId, ContactId, Ts};
use platform::mail::Mail;
use platform::testing::{MORNING, On, TestPlatform};
use platform::{Cx, assert_mail_snapshot};

const ID: &str = "00000000-0000-7000-8000-000000000001";

fn let_in() -> LetIn<'static> {
    LetIn {
        account: ID.parse::<AccountId>().unwrap(),
        account_name: "Müller GmbH",
        contact: ID.parse::<ContactId>().unwrap(),
        name: "Jo Fischer",
        email: "jo@fischer.example",
        email_norm: "jo@fischer.example",
        replaces: None,
    }
}

async fn told_by(write: fn(&Cx, &Reader, &str, LetIn<'_>) -> Mail) -> String {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    t.in_every_language(async |cx| write(&cx, &anna(&cx.firm), "Eva Weber", let_in())).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_inside_reads_of_a_new_address_what_they_did() {
    assert_mail_snapshot!("address_let_in", told_by(telling::mail).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_was_inside_reads_of_a_new_address_what_they_did() {
    assert_mail_snapshot!("address_let_in_to_former", told_by(telling::mail_to_former).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_elsewhere_reads_of_a_new_address_what_they_did() {
    assert_mail_snapshot!("address_let_in_elsewhere", told_by(telling::mail_elsewhere).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_activates_their_access_reads_who_came_meanwhile_as_they_did() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let one = |account: &str, email: &str, days: i64| CameMeanwhile {
        account_id: ID.parse().unwrap(),
        account_name: account.to_owned(),
        email: email.to_owned(),
        at: MORNING.plus(-days * Ts::DAY),
        actor_id: None,
        actor_name: "Eva Weber <eva@weber.example>".to_owned(),
    };
    let came =
        [one("Müller GmbH", "jo@fischer.example", 1), one("Müller Immobilien KG", "kim@bolt.example", 9)];
    let read = t.in_every_language(async |cx| meanwhile::mail(&cx, &anna(&cx.firm), &came));
    assert_mail_snapshot!("others_let_in_meanwhile", read.await);
}
