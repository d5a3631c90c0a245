//! Contacts as they are made, linked, found and seen.

use super::actions::{self, Draft, Typed};
use super::reading;
use crate::contacts::model::ContactRow;
use crate::info::Which;
use crate::testing as story;
use access::gate::{Staff, testing};
use kernel::{AppError, ContactId, Right, Role};
use platform::{Cx, on_both};
use std::collections::BTreeSet;

const ANNA: &str = "anna@meier.example";

async fn walk(cx: &Cx, staff: &Staff, search: &str) -> Vec<ContactRow> {
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let part = story::contact_list(cx, staff, search, after.as_deref()).await.unwrap();
        all.extend(part.rows);
        match part.next {
            Some(next) => after = Some(next),
            None => return all,
        }
    }
}

async fn anna(cx: &Cx, staff: &Staff, code: &str) -> ContactId {
    story::group_of(cx, staff, code, ANNA).await.parse().unwrap()
}

on_both!(all_parts_together_are_all_contacts_in_order, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    for place in 0..120 {
        let name = ["Anna", "anna", "Jo", "Ömer"][place % 4];
        story::contact(&cx, &eva, &code, name, &format!("p{place}@meier.example")).await;
    }
    let all = walk(&cx, &eva, "").await;
    assert_eq!(all.iter().map(|row| row.id.clone()).collect::<BTreeSet<_>>().len(), 120);
    assert_eq!(all.len(), 120);
    assert!(all.iter().map(|row| directory::accounts::sort_key(&row.name)).is_sorted());
    assert!(
        all.iter()
            .all(|row| row.addresses.len() == 1 && row.accounts == [(code.clone(), "Meier".to_owned())])
    );
    assert_eq!(walk(&cx, &eva, "P77@MEIER").await.len(), 1);
    assert_eq!(walk(&cx, &eva, "ömer").await.len(), 30);
});

on_both!(a_contact_linked_twice_is_one_person_with_switches_of_its_own_in_each, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (one, two) = (story::account(&cx, &eva, "Meier").await, story::account(&cx, &eva, "Meier KG").await);
    story::contact(&cx, &eva, &one, "Anna", ANNA).await;
    story::link(&cx, &eva, &one, ANNA, &two).await;
    story::click(&cx, &eva, &one, ANNA, Which::Login, true).await.unwrap();
    assert!(!story::row(&cx, &eva, &two, ANNA).await.login);
    let card = reading::card(&cx, &eva, &anna(&cx, &eva, &one).await.to_string()).await.unwrap();
    assert_eq!(
        card.accounts.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(),
        [one.as_str(), two.as_str()]
    );
    assert_eq!(card.addresses[0].login_in, [one.as_str()]);
    let again = actions::link(&cx, &eva, &two, anna(&cx, &eva, &one).await, "").await;
    assert!(matches!(again, Err(AppError::Refused(_))), "not twice to the same");
});

on_both!(a_known_address_warns_and_may_be_used_all_the_same, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let shy = story::draft(&cx, "Jo", "ANNA@meier.example", false).unwrap();
    let Err(AppError::Invalid(faults)) = actions::add(&cx, &eva, &code, shy).await else {
        panic!("no warning")
    };
    assert_eq!(faults[0].field, "email");
    assert!(faults[0].said.text.contains("Anna"));
    assert_eq!(walk(&cx, &eva, "").await.len(), 1, "and nothing was made");
    let sure = story::draft(&cx, "Jo", "ANNA@meier.example", true).unwrap();
    actions::add(&cx, &eva, &code, sure).await.unwrap();
    assert_eq!(story::tab(&cx, &eva, &code).await.rows().count(), 2);
});

on_both!(a_restricted_employee_meets_the_contacts_of_assigned_accounts_only, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let tom = story::tom(&cx).await;
    let (mine, other) = (story::account(&cx, &tom, "Tomsen").await, story::account(&cx, &eva, "Meier").await);
    story::contact(&cx, &eva, &other, "Anna", ANNA).await;
    let id = anna(&cx, &eva, &other).await;
    assert!(walk(&cx, &tom, "").await.is_empty());
    assert!(walk(&cx, &tom, "anna").await.is_empty());
    assert_eq!(reading::card(&cx, &tom, &id.to_string()).await.err(), Some(AppError::NotFound));
    assert_eq!(actions::link(&cx, &tom, &mine, id, "").await, Err(AppError::NotFound));
    assert_eq!(actions::edit(&cx, &tom, id, 1, "Eve", "en").await, Err(AppError::NotFound));
    assert_eq!(actions::unlink(&cx, &tom, id, &other, false).await, Err(AppError::NotFound));
    let draft = story::draft(&cx, "Anna Zwei", ANNA, false).unwrap();
    actions::add(&cx, &tom, &mine, draft)
        .await
        .expect("what is out of sight does not warn, for a warning would tell");
    story::link(&cx, &eva, &other, ANNA, &mine).await;
    let card = reading::card(&cx, &tom, &id.to_string()).await.unwrap();
    assert_eq!(card.accounts.len(), 1, "of a shared contact one sees one's own accounts");
});

on_both!(whoever_sees_all_contacts_sees_people_and_no_accounts, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let rights = [Right::ManageAccounts, Right::ViewAllContacts];
    let tom = testing::staff_named(&cx, "tom@weber.example", "Tom", Role::Employee, &rights).await;
    let tom = testing::may(&tom);
    let (mine, other) = (story::account(&cx, &tom, "Tomsen").await, story::account(&cx, &eva, "Meier").await);
    story::contact(&cx, &eva, &other, "Anna", ANNA).await;
    story::click(&cx, &eva, &other, ANNA, Which::Login, true).await.unwrap();
    let id = anna(&cx, &eva, &other).await;
    for search in ["", "anna", ANNA] {
        let [row] = &walk(&cx, &tom, search).await[..] else { panic!("not found by {search:?}") };
        assert_eq!((row.name.as_str(), row.accounts.len()), ("Anna", 0));
    }
    assert!(walk(&cx, &tom, "Meier").await.is_empty() == walk(&cx, &eva, "Meier").await.is_empty());
    let card = reading::card(&cx, &tom, &id.to_string()).await.unwrap();
    assert!(card.accounts.is_empty() && card.addresses[0].login_in.is_empty() && card.out_of_reach);
    assert!(matches!(actions::edit(&cx, &tom, id, 1, "Eve", "en").await, Err(AppError::Refused(_))));
    assert_eq!(actions::unlink(&cx, &tom, id, &other, true).await, Err(AppError::NotFound));
    let shy = story::draft(&cx, "Anna Zwei", ANNA, false).unwrap();
    let warned = actions::add(&cx, &tom, &mine, shy).await.unwrap_err();
    assert!(warned.on("email").is_some_and(|text| text.contains("Anna")), "who is seen may be named");
    actions::link(&cx, &tom, &mine, id, "").await.unwrap();
    let card = reading::card(&cx, &tom, &id.to_string()).await.unwrap();
    assert!(!card.out_of_reach);
    assert_eq!(card.accounts.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), [mine.as_str()]);
    actions::edit(&cx, &tom, id, 1, "Anna M.", "en").await.expect("they belong to an account of Tom's now");
});

on_both!(a_contact_of_no_account_is_met_by_those_who_see_all_contacts, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let named = async |mail: &str, rights: &[Right]| {
        testing::may(&testing::staff_named(&cx, mail, mail, Role::Employee, rights).await)
    };
    let accounts = named("a@weber.example", &[Right::ViewAllAccounts, Right::ManageAccounts]).await;
    let contacts = named("c@weber.example", &[Right::ViewAllContacts, Right::ManageAccounts]).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let id = anna(&cx, &eva, &code).await;
    assert_eq!(walk(&cx, &accounts, "").await.len(), 1, "in an account they see");
    actions::unlink(&cx, &eva, id, &code, false).await.unwrap();
    assert_eq!(walk(&cx, &accounts, "").await.len(), 0);
    assert_eq!(reading::card(&cx, &accounts, &id.to_string()).await.err(), Some(AppError::NotFound));
    let shy = story::draft(&cx, "Anna", ANNA, false).unwrap();
    actions::add(&cx, &accounts, &code, shy).await.expect("no warning about somebody out of sight");
    assert_eq!(walk(&cx, &contacts, "").await.len(), 2);
    assert!(!reading::card(&cx, &contacts, &id.to_string()).await.unwrap().out_of_reach);
    actions::edit(&cx, &contacts, id, 1, "Anna M.", "en").await.expect("nobody's account is concerned");
});

on_both!(unlinking_ends_access_and_removes_the_rows, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let client = testing::client(&cx, ANNA, "Anna").await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    testing::client_of(&cx, &client, &code).await.unwrap();
    let id = anna(&cx, &eva, &code).await;
    actions::unlink(&cx, &eva, id, &code, false).await.unwrap();
    assert_eq!(testing::client_of(&cx, &client, &code).await.err(), Some(AppError::NotFound));
    assert!(story::tab(&cx, &eva, &code).await.contacts.is_empty());
    assert_eq!(actions::unlink(&cx, &eva, id, &code, false).await, Err(AppError::NotFound));
    actions::link(&cx, &eva, &code, id, "Chefin").await.unwrap();
    assert!(!story::row(&cx, &eva, &code, ANNA).await.login, "a new link starts anew");
});

on_both!(of_two_editors_of_a_contact_the_second_is_told, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let id = anna(&cx, &eva, &code).await;
    actions::edit(&cx, &eva, id, 1, "Anna Meier", "de").await.unwrap();
    assert_eq!(actions::edit(&cx, &eva, id, 1, "Anne", "en").await, Err(AppError::Conflict));
    assert_eq!(reading::card(&cx, &eva, &id.to_string()).await.unwrap().name, "Anna Meier");
});

on_both!(bad_words_for_a_contact_are_refused_by_field, |t| {
    let cx = t.cx();
    let emails = [("email", "nonsense"), ("email2", "a@b.example"), ("email3", "A@B.example")];
    let role = "x".repeat(101);
    let typed = Typed { name: "\u{202E}", locale: "fr", emails: &emails, role: &role, known_is_fine: false };
    let Err(AppError::Invalid(faults)) = Draft::parse(&cx, &typed) else { panic!("it passed") };
    let fields: BTreeSet<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, BTreeSet::from(["name", "locale", "role", "email", "email3"]));
    assert!(story::draft(&cx, "Anna", "", false).is_err(), "the first address is demanded");
});

on_both!(the_contact_list_takes_one_statement, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let before = cx.db.statements();
    story::contact_list(&cx, &eva, "", None).await.unwrap();
    assert_eq!(cx.db.statements() - before, 1);
});
