//! What the firm's people read of what happened to a client.

use super::alert::{Alert, Happened, Named, Recipient};
use super::mails;
use crate::security_mails::testing::eva;
use platform::assert_mail_snapshot;
use platform::mail::message::BAD_RECIPIENT;
use platform::testing::mails::in_every_language;

const ONE: &[(&str, &str)] = &[("M1", "Müller GmbH")];
const TWO: &[(&str, &str)] = &[("M1", "Müller GmbH"), ("M2", "Müller Immobilien KG")];

fn read(what: Happened<'_>, accounts: &[(&str, &str)]) -> String {
    let email = "anna@mueller.example";
    let alert = Alert { what, name: "Anna Müller", email, email_norm: email, began: None };
    let named = |(code, name): &(&str, &str)| Named { code: (*code).to_owned(), name: (*name).to_owned() };
    in_every_language(|firm| {
        let to = Recipient { reader: eva(firm), accounts: accounts.iter().map(named).collect() };
        mails::alert(firm, &to, &alert)
    })
}

#[test]
fn access_that_was_activated_is_told_as_it_was() {
    assert_mail_snapshot!("access_activated", read(Happened::Activated, ONE));
}

#[test]
fn an_invitation_that_was_refused_is_told_as_it_was() {
    let refused = Happened::InvitationFailed("550 5.1.1 There is nobody of that name here");
    assert_mail_snapshot!("invitation_failed", read(refused, ONE));
}

#[test]
fn an_invitation_that_expired_is_told_as_it_was() {
    assert_mail_snapshot!("invitation_expired", read(Happened::InvitationExpired, TWO));
}

#[test]
fn a_reset_link_that_could_not_be_sent_is_told_as_it_was() {
    assert_mail_snapshot!("reset_failed", read(Happened::ResetFailed(BAD_RECIPIENT), ONE));
}

#[test]
fn a_changed_address_is_told_as_it_was() {
    let changed = Happened::AddressChanged("anna@alt.example");
    assert_mail_snapshot!("address_changed", read(changed, TWO));
}

#[test]
fn blocked_codes_are_told_as_they_were() {
    assert_mail_snapshot!("codes_blocked", read(Happened::CodesLocked, &[]));
}
