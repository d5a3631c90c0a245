//! What somebody reads who was let into one more account.

use super::mails::AccessMail;
use platform::assert_mail_snapshot;
use platform::testing::mails::in_every_language;

#[test]
fn access_to_one_more_account_is_told_as_it_was() {
    let read = in_every_language(|firm| {
        let mail = AccessMail {
            to_name: "Anna Müller",
            to: "anna@mueller.example",
            locale: firm.locale,
            account: "Müller GmbH",
            code: "M1",
        };
        mail.mail(firm)
    });
    assert_mail_snapshot!("access_to_one_more_account", read);
}
