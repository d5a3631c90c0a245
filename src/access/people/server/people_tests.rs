//! Names and masked addresses of one account, and nothing of any other.

use super::people;
use crate::gate::testing;
use crate::invitations::testing::login_off;
use crate::sessions::fixtures;
use directory::testing::a_firm;
use kernel::{AppError, Role};
use platform::on_both;

const ANNA: &str = "anna@mueller.example";

on_both!(a_client_sees_who_else_can_open_the_account_and_only_part_of_their_addresses, |t| {
    let cx = t.cx();
    let account = fixtures::account(&cx, "M1", "Mueller GmbH").await;
    let elsewhere = fixtures::account(&cx, "B1", "Bolt").await;
    for email in [ANNA, "jo@mueller.example", "gone@mueller.example"] {
        fixtures::grant(&cx, account, email).await;
    }
    fixtures::grant(&cx, elsewhere, "bob@bolt.example").await;
    login_off(&cx, "gone@mueller.example").await;
    let anna = testing::client(&cx, ANNA, "Anna").await;
    let seen = people(&cx, &testing::client_of(&cx, &anna, "M1").await.unwrap()).await.unwrap();
    let shown: Vec<(&str, bool)> = seen.people.iter().map(|it| (it.masked.as_str(), it.me)).collect();
    assert_eq!(shown, [(ANNA, true), ("j***@mueller.example", false)]);
    assert_eq!(seen.account, "Mueller GmbH");
    assert!(seen.team.is_empty());
    assert!(matches!(testing::client_of(&cx, &anna, "B1").await, Err(AppError::NotFound)));
});

on_both!(whoever_has_not_activated_their_access_is_not_said_to_be_able_to_sign_in, |t| {
    let cx = t.cx();
    let account = fixtures::account(&cx, "M1", "Mueller GmbH").await;
    for email in [ANNA, "jo@mueller.example", "new@mueller.example"] {
        fixtures::grant(&cx, account, email).await;
    }
    testing::client(&cx, "jo@mueller.example", "Jo").await;
    let anna = testing::client(&cx, ANNA, "Anna").await;
    let seen = people(&cx, &testing::client_of(&cx, &anna, "M1").await.unwrap()).await.unwrap();
    let shown: Vec<(&str, bool)> = seen.people.iter().map(|it| (it.masked.as_str(), it.active)).collect();
    assert_eq!(shown, [(ANNA, true), ("j***@mueller.example", true), ("n***@mueller.example", false)]);
});

on_both!(those_of_the_firm_who_work_for_the_account_are_named, |t| {
    let cx = t.cx();
    let account = fixtures::account(&cx, "M1", "Mueller GmbH").await;
    fixtures::grant(&cx, account, ANNA).await;
    let tom = testing::staff_named(&cx, "tom@weber.example", "Tom Fischer", Role::Employee, &[]).await;
    testing::staff_named(&cx, "ina@weber.example", "Ina Beck", Role::Employee, &[]).await;
    a_firm(&cx).assign(tom.user(), account).await;
    let anna = testing::client(&cx, ANNA, "Anna").await;
    let seen = people(&cx, &testing::client_of(&cx, &anna, "M1").await.unwrap()).await.unwrap();
    assert_eq!(seen.team, ["Tom Fischer"]);
});

on_both!(the_same_account_number_of_another_firm_shows_nobody_of_it, |t| {
    let cx = t.cx();
    fixtures::grant(&cx, fixtures::account(&cx, "M1", "Mueller GmbH").await, ANNA).await;
    let other = t.cx_of(&t.other_firm().await);
    fixtures::grant(&other, fixtures::account(&other, "M1", "Other GmbH").await, "zoe@zeta.example").await;
    let anna = testing::client(&cx, ANNA, "Anna").await;
    let seen = people(&cx, &testing::client_of(&cx, &anna, "M1").await.unwrap()).await.unwrap();
    assert_eq!(seen.people.len(), 1);
});
