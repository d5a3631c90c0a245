//! Addresses of a contact: added, corrected, removed.

use super::{actions, addresses, reading};
use crate::info::Which;
use crate::testing as story;
use access::gate::testing;
use access::gate::testing::proven;
use kernel::{AppError, ContactId, EmailAddress, EmailId};
use platform::{Cx, on_both};

const ANNA: &str = "anna@meier.example";

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

async fn ids(cx: &Cx, staff: &access::gate::Staff, code: &str) -> (ContactId, EmailId) {
    let contact = story::group_of(cx, staff, code, ANNA).await;
    let card = reading::card(cx, staff, &contact).await.unwrap();
    let email = card.addresses.iter().find(|it| it.email == ANNA).unwrap();
    (contact.parse().unwrap(), email.id.parse().unwrap())
}

on_both!(a_new_address_has_a_row_in_every_account, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (one, two) = (story::account(&cx, &eva, "Meier").await, story::account(&cx, &eva, "Meier KG").await);
    story::contact(&cx, &eva, &one, "Anna", ANNA).await;
    story::link(&cx, &eva, &one, ANNA, &two).await;
    let (contact, _) = ids(&cx, &eva, &one).await;
    addresses::add(&cx, &eva, contact, address("a@work.example"), false).await.unwrap();
    for code in [&one, &two] {
        let row = story::row(&cx, &eva, code, "a@work.example").await;
        assert_eq!((row.login, row.notify, row.email_sync), (false, false, false));
    }
    let again = addresses::add(&cx, &eva, contact, address("A@work.example"), true).await;
    assert!(again.unwrap_err().on("email").is_some());
});

on_both!(one_mailbox_is_one_row_however_it_is_spelled_and_found_by_its_letters, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let (contact, _) = ids(&cx, &eva, &code).await;
    addresses::add(&cx, &eva, contact, address("x@kanzlei-müller.example"), false).await.unwrap();
    for spelling in [
        "x@kanzlei-müller.example",
        "x@xn--kanzlei-mller-4ob.example",
        "X@Kanzlei-Mu\u{308}ller.Example.",
        "X <x@XN--kanzlei-mller-4ob.example>",
    ] {
        let again = addresses::add(&cx, &eva, contact, address(spelling), true).await;
        assert!(again.unwrap_err().on("email").is_some(), "{spelling}");
        let twice = [("email", "x@kanzlei-müller.example"), ("email2", spelling)];
        let typed =
            actions::Typed { name: "Xaver", locale: "en", emails: &twice, role: "", known_is_fine: true };
        assert!(actions::Draft::parse(&cx, &typed).err().unwrap().on("email2").is_some(), "{spelling}");
    }
    let row = story::row(&cx, &eva, &code, "x@kanzlei-müller.example").await;
    assert_eq!(row.email, "x@kanzlei-müller.example");
    for search in ["kanzlei-mü", "X@Kanzlei", "xn--kanzlei"] {
        let found = story::contact_list(&cx, &eva, search, None).await.unwrap();
        assert_eq!(found.rows.len(), 1, "{search}");
    }
});

on_both!(a_contact_keeps_its_last_address_and_has_ten_at_most, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let (contact, email) = ids(&cx, &eva, &code).await;
    assert!(matches!(addresses::remove(&cx, &eva, contact, email).await, Err(AppError::Refused(_))));
    for place in 0..9 {
        addresses::add(&cx, &eva, contact, address(&format!("a{place}@work.example")), false).await.unwrap();
    }
    let eleventh = addresses::add(&cx, &eva, contact, address("more@work.example"), false).await;
    assert!(matches!(eleventh, Err(AppError::Refused(_))));
    addresses::remove(&cx, &eva, contact, email).await.unwrap();
    assert_eq!(story::tab(&cx, &eva, &code).await.rows().count(), 9);
});

on_both!(a_removed_address_loses_access_at_once, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let client = testing::client(&cx, ANNA, "Anna").await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    let (contact, email) = ids(&cx, &eva, &code).await;
    addresses::add(&cx, &eva, contact, address("a@work.example"), false).await.unwrap();
    addresses::remove(&cx, &eva, contact, email).await.unwrap();
    assert_eq!(testing::client_of(&cx, &client, &code).await.err(), Some(AppError::NotFound));
    assert_eq!(story::audited(&cx, "address_removed").await, 1);
});

on_both!(only_the_spelling_of_an_address_can_be_changed_while_it_signs_in, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let client = testing::client(&cx, ANNA, "Anna").await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    let (contact, email) = ids(&cx, &eva, &code).await;
    let changed =
        addresses::change(&cx, &proven(&eva), contact, email, address("Anna@Meier.example"), false).await;
    assert_eq!(changed, Ok(addresses::Changed::Replaced { invited: false }));
    testing::client_of(&cx, &client, &code).await.expect("it is the same mailbox");
});

on_both!(addresses_of_a_contact_in_hidden_accounts_are_left_alone, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let tom = story::tom(&cx).await;
    let (mine, other) = (story::account(&cx, &tom, "Tomsen").await, story::account(&cx, &eva, "Meier").await);
    story::contact(&cx, &eva, &other, "Anna", ANNA).await;
    story::link(&cx, &eva, &other, ANNA, &mine).await;
    let (contact, email) = ids(&cx, &eva, &other).await;
    let refused = |answer: &Result<(), AppError>| matches!(answer, Err(AppError::Refused(_)));
    assert!(refused(&addresses::add(&cx, &tom, contact, address("x@y.example"), false).await));
    assert!(refused(&addresses::remove(&cx, &tom, contact, email).await));
    assert!(refused(
        &addresses::change(&cx, &proven(&tom), contact, email, address("x@y.example"), false).await.map(drop)
    ));
    actions::edit(&cx, &tom, contact, 1, "Anna M.", "en").await.expect("the name may be mended");
});

on_both!(somebody_elses_address_id_is_not_found, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::contact(&cx, &eva, &code, "Jo", "jo@meier.example").await;
    let jo: ContactId = story::group_of(&cx, &eva, &code, "jo@meier.example").await.parse().unwrap();
    let (_, of_anna) = ids(&cx, &eva, &code).await;
    let changed = addresses::change(&cx, &proven(&eva), jo, of_anna, address("x@y.example"), true).await;
    assert_eq!(changed, Err(AppError::NotFound));
    assert_eq!(addresses::remove(&cx, &eva, jo, of_anna).await, Err(AppError::NotFound));
});

on_both!(a_further_address_begins_with_everything_off, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (one, two) = (story::account(&cx, &eva, "Meier").await, story::account(&cx, &eva, "Meier KG").await);
    story::contact(&cx, &eva, &one, "Anna", "anna@meier.example").await;
    story::link(&cx, &eva, &one, "anna@meier.example", &two).await;
    story::click(&cx, &eva, &one, "anna@meier.example", Which::EmailSync, true).await.unwrap();
    let contact: ContactId = story::group_of(&cx, &eva, &one, "anna@meier.example").await.parse().unwrap();
    let second = EmailAddress::parse("anna@zweit.example").unwrap();
    addresses::add(&cx, &eva, contact, second, true).await.unwrap();
    for account in [&one, &two] {
        let first = story::row(&cx, &eva, account, "anna@meier.example").await;
        assert!(!first.login && first.notify, "the first address is told");
        let row = story::row(&cx, &eva, account, "anna@zweit.example").await;
        assert!(
            !row.login && !row.notify && !row.email_sync,
            "the second one until it is asked for: {row:?}"
        );
    }
    let three = story::account(&cx, &eva, "Meier GbR").await;
    story::link(&cx, &eva, &one, "anna@meier.example", &three).await;
    let there = story::tab(&cx, &eva, &three).await;
    let told: Vec<bool> = there.rows().map(|(_, row)| row.notify).collect();
    assert_eq!(told, [true, false], "so it is when the contact comes into one more account");
    story::contact(&cx, &eva, &three, "Jo", "jo@meier.example").await;
    assert!(story::row(&cx, &eva, &three, "jo@meier.example").await.notify, "another person is told");
});
