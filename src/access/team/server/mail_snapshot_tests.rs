//! What people of the firm read about its team.

use super::mails::{Asked, InvitationMail, asked_again, tell_of_owner};
use super::testing::firm;
use crate::security_mails::testing::eva;
use kernel::{EmailAddress, Role, Ts};
use platform::assert_mail_snapshot;
use platform::testing::mails::{TOKEN, in_every_language};
use platform::testing::{MORNING, On, TestPlatform};

const UNTIL: Ts = MORNING.plus(7 * Ts::DAY);

fn invitation(role: Role) -> String {
    let to = EmailAddress::parse("ina@weber.example").unwrap();
    in_every_language(|firm| {
        let mail = InvitationMail {
            to: &to,
            name: "Ina Klein",
            locale: firm.locale,
            role,
            sender: "Eva Weber",
            token: TOKEN,
            until: UNTIL,
        };
        mail.mail(firm)
    })
}

fn asked(sent_until: Option<Ts>) -> String {
    let asked = Asked { name: "Ina Klein", email: "ina@weber.example", sent_until };
    in_every_language(|firm| asked_again(firm, &eva(firm), &asked))
}

#[test]
fn an_invitation_of_an_employee_reads_as_it_did() {
    assert_mail_snapshot!("team_invitation_of_an_employee", invitation(Role::Employee));
}

#[test]
fn an_invitation_of_an_admin_reads_as_it_did() {
    assert_mail_snapshot!("team_invitation_of_an_admin", invitation(Role::Admin));
}

#[test]
fn an_invitation_that_was_renewed_is_told_as_it_was() {
    assert_mail_snapshot!("team_invitation_renewed", asked(Some(UNTIL)));
}

#[test]
fn a_wish_for_another_invitation_is_told_as_it_was() {
    assert_mail_snapshot!("team_invitation_asked_for", asked(None));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_owner_is_told_as_they_were() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let firm = firm(&t.cx()).await;
    let read = t.sent_in_every_language(async |cx| {
        let (c, eva, jo) = (cx.clone(), firm.eva.clone(), firm.jo.user());
        let told = cx.write(move |tx| Box::pin(async move { tell_of_owner(tx, &c, &eva, jo).await }));
        told.await.unwrap();
        t.drain_mail().await;
        t.mail.take().into_iter().find(|mail| mail.to.1 == "jo@weber.example").unwrap()
    });
    assert_mail_snapshot!("new_owner", read.await);
}
