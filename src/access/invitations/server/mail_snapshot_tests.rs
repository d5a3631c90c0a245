//! What people read who are invited to the portal.

use super::mails::InvitationMail;
use kernel::{EmailAddress, Ts};
use platform::assert_mail_snapshot;
use platform::testing::MORNING;
use platform::testing::mails::{TOKEN, in_every_language};

fn read(adds: Option<&str>, sender: Option<&str>, message: &str) -> String {
    let to = EmailAddress::parse("anna@mueller.example").unwrap();
    let accounts = ["Müller GmbH", "Müller Immobilien KG"].map(str::to_owned);
    in_every_language(|firm| {
        let mail = InvitationMail {
            to: &to,
            name: "Anna Müller",
            locale: firm.locale,
            accounts: &accounts,
            adds,
            sender,
            message,
            token: TOKEN,
            until: MORNING.plus(30 * Ts::DAY),
        };
        mail.mail(firm)
    })
}

#[test]
fn an_invitation_with_a_personal_message_reads_as_it_did() {
    let message = "Please have a look before Friday.\n\nSee you soon,\nEva";
    assert_mail_snapshot!("invitation", read(None, Some("Eva Weber"), message));
}

#[test]
fn an_invitation_that_came_to_include_another_account_reads_as_it_did() {
    let read = read(Some("Müller Immobilien KG"), None, "");
    assert_mail_snapshot!("invitation_with_another_account", read);
}
