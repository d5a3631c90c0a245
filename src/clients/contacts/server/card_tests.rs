//! The page of a contact in one statement says what plain questions say, to everybody and in every state.

use super::{actions, addresses, reading};
use crate::accounts::server::actions as accounts;
use crate::address_changes::Progress;
use crate::contacts::model::{Address, ContactCard, LinkedAccount};
use crate::info::Which;
use crate::testing as story;
use access::access_state::AccessState;
use access::gate::{Staff, testing};
use kernel::{AppError, ContactId, Right, Role, Ts};
use platform::{Cx, on_both, sql};

const ANNA: &str = "anna@meier.example";
const SECOND: &str = "anna@privat.example";
const BOB: &str = "bob@bolt.example";

/// The accounts of a contact: short id, name, role, whether archived, and whether in sight.
async fn links(cx: &Cx, staff: &Staff, contact: ContactId) -> Vec<(LinkedAccount, bool)> {
    let rows: Vec<(String, String, String, Option<Ts>, i64)> = sql!(
        "SELECT a.code, a.name, l.role_text, a.archived_at,
            (SELECT COUNT(*) FROM account_assignment x WHERE x.account_id = a.id AND x.user_id = $3) AS mine
         FROM account_contact l JOIN account a ON a.id = l.account_id
         WHERE l.firm_id = $1 AND l.contact_id = $2 ORDER BY a.sort_key, a.id",
        cx.firm.id,
        contact,
        staff.user()
    )
    .all(&mut story::look(cx).await)
    .await
    .unwrap();
    let account = |(code, name, role, archived, mine): (String, String, String, Option<Ts>, i64)| {
        (LinkedAccount { code, name, role, archived: archived.is_some() }, staff.sees_all() || mine > 0)
    };
    rows.into_iter().map(account).collect()
}

/// A switch LOGIN that is on: the account's short id, whether it is archived, and when the login was activated.
type Login = (String, Option<Ts>, Option<Ts>);

async fn logins(cx: &Cx, contact: ContactId, email: &str) -> Vec<Login> {
    sql!(
        "SELECT a.code, a.archived_at, u.activated_at
         FROM contact_setting s JOIN contact_email e ON e.id = s.email_id JOIN account a ON a.id = s.account_id
         LEFT JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm AND u.disabled_at IS NULL
         WHERE s.firm_id = $1 AND s.contact_id = $2 AND e.email = $3 AND s.login ORDER BY a.sort_key, a.id",
        cx.firm.id,
        contact,
        email
    )
    .all(&mut story::look(cx).await)
    .await
    .unwrap()
}

/// Whether an account in this person's sight tells of the login: LOGIN is on there for the mailbox, whoever shares it, and
/// somebody was here since.
async fn is_told_of(cx: &Cx, staff: &Staff, email: &str) -> bool {
    let rows: Vec<(Ts, Option<Ts>, Option<Ts>)> = sql!(
        "SELECT COALESCE(s.login_since, s.changed_at) AS since, u.activated_at, u.last_login_at
         FROM contact_email e JOIN contact_setting s ON s.email_id = e.id AND s.login
         JOIN account_assignment x ON x.account_id = s.account_id AND x.user_id = $3
         JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm
         WHERE e.firm_id = $1 AND e.email_norm = $2",
        cx.firm.id,
        email,
        staff.user()
    )
    .all(&mut story::look(cx).await)
    .await
    .unwrap();
    rows.into_iter().any(|(since, activated, last)| activated.max(last).is_some_and(|at| at >= since))
}

/// The addresses in their order, with whether they are unlinked and what they replace.
async fn rows_of(cx: &Cx, contact: ContactId) -> Vec<(String, Option<Ts>, Option<String>)> {
    sql!(
        "SELECT e.email, e.unlinked_at, (SELECT MAX(h.old_email) FROM address_change h WHERE h.firm_id = e.firm_id
            AND h.new_email_id = e.id AND h.state IN ('pending_new', 'expired')) AS replaces
         FROM contact_email e WHERE e.firm_id = $1 AND e.contact_id = $2 ORDER BY e.position, e.id",
        cx.firm.id,
        contact
    )
    .all(&mut story::look(cx).await)
    .await
    .unwrap()
}

/// As far as a login alone tells.
const fn active(is: bool) -> AccessState {
    if is { AccessState::Active } else { AccessState::NoAccess }
}

/// Compares what the page says with the answers to the plain questions.
async fn compare(cx: &Cx, staff: &Staff, contact: ContactId, when: &str) -> Option<ContactCard> {
    let who = format!("{when}, {}", staff.name());
    let links = links(cx, staff, contact).await;
    let seen: Vec<_> = links.iter().filter(|(_, seen)| *seen).map(|(link, _)| link.clone()).collect();
    let card = reading::card(cx, staff, &contact.to_string()).await;
    if !staff.sees_all_contacts() && seen.is_empty() {
        assert_eq!(card, Err(AppError::NotFound), "{who}");
        return None;
    }
    let card = card.unwrap();
    assert_eq!(card.accounts, seen, "{who}");
    assert_eq!(card.out_of_reach, !links.is_empty() && seen.is_empty(), "{who}");
    let mut linked: Vec<Address> = Vec::new();
    let mut unlinked = Vec::new();
    for (email, at, replaces) in rows_of(cx, contact).await {
        if at.is_some() {
            unlinked.push(email);
            continue;
        }
        let known = |code: &str| seen.iter().any(|link| link.code == code);
        let logins = logins(cx, contact, &email).await;
        let told = is_told_of(cx, staff, &email).await;
        let tells = |(code, archived, activated): &Login| {
            archived.is_none() && activated.is_some() && (staff.sees_all() || known(code) && told)
        };
        linked.push(Address {
            id: String::new(),
            login_in: logins.iter().map(|login| login.0.clone()).filter(|code| known(code)).collect(),
            signs_in: logins.iter().any(tells),
            access: active(logins.iter().any(|login| known(&login.0) && tells(login))),
            replaces: replaces.map(|old| (old, kernel::When::default(), true)),
            email,
        });
    }
    let plain = |address: &Address| Address {
        id: String::new(),
        access: active(address.access == AccessState::Active),
        replaces: address.replaces.clone().map(|(old, ..)| (old, kernel::When::default(), true)),
        ..address.clone()
    };
    assert_eq!(card.addresses.iter().map(plain).collect::<Vec<_>>(), linked, "{who}");
    assert_eq!(card.unlinked.iter().map(|old| old.email.clone()).collect::<Vec<_>>(), unlinked, "{who}");
    Some(card)
}

/// The owner, and employees of every kind of sight; the last two work for some accounts.
async fn staff(cx: &Cx) -> Vec<Staff> {
    let mut all = vec![testing::staff(cx, Role::Owner, &[]).await];
    for (name, rights) in [
        ("sees-accounts", &[Right::ViewAllAccounts][..]),
        ("sees-contacts", &[Right::ViewAllContacts]),
        ("sees-nothing", &[]),
        ("assigned", &[]),
        ("assigned-and-contacts", &[Right::ViewAllContacts]),
    ] {
        let email = format!("{name}@weber.example");
        all.push(testing::staff_named(cx, &email, name, Role::Employee, rights).await);
    }
    all
}

async fn everybody(cx: &Cx, staff: &[Staff], contacts: &[ContactId], when: &str) {
    for contact in contacts {
        for one in staff {
            compare(cx, one, *contact, when).await;
        }
    }
}

on_both!(the_page_of_a_contact_says_what_plain_questions_say_to_everybody, |t| {
    let cx = t.cx();
    let staff = staff(&cx).await;
    let eva = &testing::may(&staff[0]);
    let mut codes = Vec::new();
    for name in ["Zeder", "Adler", "Meier", "Birke"] {
        codes.push(story::account(&cx, eva, name).await);
    }
    for one in &staff[4..] {
        story::assign(&cx, eva, one, &codes[0]).await;
        story::assign(&cx, eva, one, &codes[2]).await;
    }
    // Anna has two addresses and four accounts, Bob shares her mailbox, Kim has no account, Lea no address that signs in.
    story::contact(&cx, eva, &codes[0], "Anna", ANNA).await;
    let anna: ContactId = story::group_of(&cx, eva, &codes[0], ANNA).await.parse().unwrap();
    for code in &codes[1..] {
        actions::link(&cx, eva, code, anna, "Chefin").await.unwrap();
    }
    let second = addresses::parse(&cx, SECOND).unwrap();
    addresses::add(&cx, eva, anna, second, true).await.unwrap();
    story::contact(&cx, eva, &codes[1], "Bob", ANNA).await;
    story::contact(&cx, eva, &codes[1], "Lea", "lea@meier.example").await;
    story::contact(&cx, eva, &codes[2], "Kim", BOB).await;
    let mut contacts = vec![anna];
    for (code, email) in [(&codes[1], "lea@meier.example"), (&codes[2], BOB)] {
        contacts.push(story::group_of(&cx, eva, code, email).await.parse().unwrap());
    }
    actions::unlink(&cx, eva, contacts[2], &codes[2], true).await.unwrap();
    everybody(&cx, &staff, &contacts, "nobody signs in").await;

    for (code, email) in [(0, ANNA), (1, ANNA), (3, ANNA), (1, SECOND), (2, SECOND)] {
        story::click(&cx, eva, &codes[code], email, Which::Login, true).await.unwrap();
    }
    everybody(&cx, &staff, &contacts, "LOGIN on").await;
    t.clock.advance(Ts::MINUTE);
    testing::client(&cx, SECOND, "Anna").await;
    everybody(&cx, &staff, &contacts, "the second address is used").await;
    testing::client(&cx, ANNA, "Anna").await;
    everybody(&cx, &staff, &contacts, "both are").await;
    t.clock.advance(Ts::MINUTE);
    story::click(&cx, eva, &codes[2], ANNA, Which::Login, true).await.unwrap();
    accounts::archive(&cx, eva, &codes[3], 1).await.unwrap();
    everybody(&cx, &staff, &contacts, "one account is archived, one was opened after the last sign-in").await;

    story::change(&cx, eva, &codes[1], SECOND, "anna@neu.example").await.unwrap();
    everybody(&cx, &staff, &contacts, "the second address is being replaced").await;
    let card = compare(&cx, eva, anna, "being replaced").await.unwrap();
    assert_eq!(card.unlinked[0].change.progress, Progress::Pending);
    assert_eq!(card.unlinked[0].change.new_email, "anna@neu.example");
    assert!(card.addresses[1].replaces.as_ref().is_some_and(|(old, _, waits)| old == SECOND && *waits));
    t.clock.advance(40 * Ts::DAY);
    everybody(&cx, &staff, &contacts, "nobody accepted").await;
    let card = compare(&cx, eva, anna, "expired").await.unwrap();
    assert!(card.addresses[1].replaces.as_ref().is_some_and(|(_, _, waits)| !waits));
    story::change(&cx, eva, &codes[0], ANNA, "anna@zwei.example").await.unwrap();
    let user = testing::user(&cx, "anna@zwei.example", "Anna").await;
    testing::sign_in(&cx, user).await;
    everybody(&cx, &staff, &contacts, "one accepted, one expired").await;
    let card = compare(&cx, eva, anna, "accepted").await.unwrap();
    assert_eq!(
        card.unlinked.iter().map(|old| old.change.progress).collect::<Vec<_>>(),
        [Progress::Accepted, Progress::Expired]
    );
});

on_both!(a_contact_of_many_accounts_and_addresses_lists_each_once, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let mut codes = Vec::new();
    for place in 0..30 {
        codes.push(story::account(&cx, &eva, &format!("Konto {place:02}")).await);
    }
    story::contact(&cx, &eva, &codes[0], "Anna", ANNA).await;
    let anna: ContactId = story::group_of(&cx, &eva, &codes[0], ANNA).await.parse().unwrap();
    for place in 0..8 {
        let email = addresses::parse(&cx, &format!("a{place}@meier.example")).unwrap();
        addresses::add(&cx, &eva, anna, email, true).await.unwrap();
    }
    for code in &codes[1..] {
        actions::link(&cx, &eva, code, anna, "").await.unwrap();
    }
    let card = compare(&cx, &eva, anna, "many").await.unwrap();
    assert_eq!((card.accounts.len(), card.addresses.len()), (30, 9));
    assert_eq!(card.accounts.iter().map(|it| it.code.clone()).collect::<Vec<_>>(), codes);
});

on_both!(the_page_of_a_contact_takes_one_statement, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let contact = story::group_of(&cx, &eva, &code, ANNA).await;
    let before = cx.db.statements();
    reading::card(&cx, &eva, &contact).await.unwrap();
    assert_eq!(cx.db.statements() - before, 1);
});
