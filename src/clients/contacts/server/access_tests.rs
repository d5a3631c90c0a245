//! Where a contact's addresses stand: the same in the list and on their page, as far as accounts in sight tell.

use super::reading;
use crate::accounts::server::actions as accounts;
use crate::info::Which;
use crate::testing as story;
use access::access_state::AccessState;
use access::gate::{Staff, testing};
use kernel::{Right, Role, Ts};
use platform::{Cx, on_both};

const ANNA: &str = "anna@meier.example";

/// What this staff member reads of Anna's address in the list, on her page, and by a search.
async fn read(cx: &Cx, staff: &Staff) -> AccessState {
    let row = story::contact_list(cx, staff, "", None).await.unwrap().rows.remove(0);
    let found = story::contact_list(cx, staff, "anna", None).await.unwrap().rows.remove(0);
    let card = reading::card(cx, staff, &row.id).await.unwrap();
    assert_eq!((row.access[0], found.access[0]), (card.addresses[0].access, card.addresses[0].access));
    row.access[0]
}

on_both!(an_address_stands_the_same_in_the_list_and_on_the_page, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    assert_eq!(read(&cx, &eva).await, AccessState::NoAccess);
    story::invite(&cx, &eva, &code, ANNA).await;
    assert_eq!(read(&cx, &eva).await, AccessState::Invited);
    t.clock.advance(30 * Ts::DAY);
    assert_eq!(read(&cx, &eva).await, AccessState::Expired);
    testing::user(&cx, ANNA, "Anna").await;
    assert_eq!(read(&cx, &eva).await, AccessState::Active);
    accounts::archive(&cx, &eva, &code, 1).await.unwrap();
    assert_eq!(read(&cx, &eva).await, AccessState::NoAccess, "nobody enters an archived account");
    accounts::reactivate(&cx, &eva, &code, 2).await.unwrap();
    story::click(&cx, &eva, &code, ANNA, Which::Login, false).await.unwrap();
    assert_eq!(read(&cx, &eva).await, AccessState::NoAccess);
});

/// Tom, who sees nothing but these accounts.
async fn tom(cx: &Cx, eva: &story::Manager, codes: &[&str]) -> Staff {
    let tom =
        testing::staff_named(cx, "tom@weber.example", "Tom", Role::Employee, &[Right::ManageAccounts]).await;
    for code in codes {
        story::assign(cx, eva, &tom, code).await;
    }
    tom
}

on_both!(an_archived_account_in_sight_tells_of_a_login_as_any_other, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (before, now) = (story::account(&cx, &eva, "Before").await, story::account(&cx, &eva, "Now").await);
    story::contact(&cx, &eva, &before, "Anna", ANNA).await;
    story::link(&cx, &eva, &before, ANNA, &now).await;
    let tom = tom(&cx, &eva, &[&before, &now]).await;
    story::click(&cx, &eva, &before, ANNA, Which::Login, true).await.unwrap();
    t.clock.advance(Ts::MINUTE);
    testing::client(&cx, ANNA, "Anna").await;
    accounts::archive(&cx, &eva, &before, 1).await.unwrap();
    t.clock.advance(Ts::DAY);
    story::click(&cx, &eva, &now, ANNA, Which::Login, true).await.unwrap();
    assert_eq!((read(&cx, &eva).await, read(&cx, &tom).await), (AccessState::Active, AccessState::Active));
});

on_both!(whoever_shares_the_mailbox_tells_of_its_login_too, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (his, hers) = (story::account(&cx, &eva, "His").await, story::account(&cx, &eva, "Hers").await);
    story::contact(&cx, &eva, &his, "Bob", ANNA).await;
    story::contact(&cx, &eva, &hers, "Anna", ANNA).await;
    let tom = tom(&cx, &eva, &[&his, &hers]).await;
    story::click(&cx, &eva, &his, ANNA, Which::Login, true).await.unwrap();
    t.clock.advance(Ts::MINUTE);
    testing::client(&cx, ANNA, "Bob").await;
    t.clock.advance(Ts::DAY);
    story::click(&cx, &eva, &hers, ANNA, Which::Login, true).await.unwrap();
    assert_eq!((read(&cx, &eva).await, read(&cx, &tom).await), (AccessState::Active, AccessState::Active));
});

on_both!(what_happened_in_accounts_out_of_sight_stays_there, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (seen, unseen) = (story::account(&cx, &eva, "Seen").await, story::account(&cx, &eva, "Unseen").await);
    story::contact(&cx, &eva, &unseen, "Anna", ANNA).await;
    story::link(&cx, &eva, &unseen, ANNA, &seen).await;
    let tom = tom(&cx, &eva, &[&seen]).await;
    story::invite(&cx, &eva, &unseen, ANNA).await;
    assert_eq!((read(&cx, &eva).await, read(&cx, &tom).await), (AccessState::Invited, AccessState::NoAccess));
    testing::user(&cx, ANNA, "Anna").await;
    t.clock.advance(Ts::DAY);
    story::click(&cx, &eva, &seen, ANNA, Which::Login, true).await.unwrap();
    assert_eq!((read(&cx, &eva).await, read(&cx, &tom).await), (AccessState::Active, AccessState::NoAccess));
});
