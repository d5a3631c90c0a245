//! The list of accounts narrowed to a state of access, beside what the list says of each account.

use super::list_fixtures_tests::{accounts, fixtures, restricted, walk};
use super::reading;
use crate::accounts::list::Accounts;
use crate::info::Which;
use crate::info::server::actions as settings;
use crate::testing::{self as story, narrowed_accounts as narrowed};
use access::access_state::AccessState;
use access::gate::{Staff, testing};
use access::invitations::links_for_testing::accept_mailed;
use kernel::{AppError, Ts};
use platform::testing::{On, TestPlatform};
use platform::{Cx, on_both, sql};
use std::collections::BTreeSet;

on_both!(a_list_narrowed_to_a_state_has_the_accounts_with_somebody_in_it, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    for code in fixtures(&cx, &eva).await.iter().step_by(2) {
        story::assign(&cx, &eva, &tom, code).await;
    }
    // What runs out meanwhile is written nowhere: the clock alone tells.
    for _ in 0..2 {
        for staff in [&eva, &tom] {
            for search in ["", "zorn"] {
                let all = walk(&cx, staff, search, false).await;
                for state in AccessState::ALL {
                    let there: BTreeSet<_> =
                        all.iter().filter(|row| row.access.of(state) > 0).map(|row| &row.code).collect();
                    let part = narrowed(&cx, staff, search, false, Some(state), None).await.unwrap();
                    let found: BTreeSet<_> = part.rows.iter().map(|row| &row.code).collect();
                    assert_eq!(found, there, "{state:?} of “{search}”");
                    assert!(part.rows.iter().all(|row| all.contains(row)), "each as the list shows it");
                }
            }
        }
        t.clock.advance(2 * Ts::DAY);
    }
});

on_both!(a_narrowed_list_is_walked_to_its_end, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    accounts(&cx, &eva, (0..120).map(|_| "meier".to_owned())).await;
    let c = cx.clone();
    // Half of their invitations end at the same moment.
    cx.write(move |tx| {
        Box::pin(async move {
            let one = sql!(
                "UPDATE account SET access_first_end = $2, access_last_end = $2 WHERE firm_id = $1",
                c.firm.id,
                c.now().plus(Ts::DAY)
            );
            one.run(tx).await?;
            let half = sql!(
                "UPDATE account SET access_first_end = $2, access_last_end = $2 WHERE firm_id = $1
                   AND CAST(SUBSTR(code, 2) AS BIGINT) % 2 = 0",
                c.firm.id,
                c.now().plus(2 * Ts::DAY)
            );
            Ok(half.run(tx).await?)
        })
    })
    .await
    .unwrap();
    for (state, later) in [(AccessState::Invited, 0), (AccessState::Expired, 3)] {
        t.clock.advance(later * Ts::DAY);
        let (mut seen, mut after) = (BTreeSet::new(), None::<String>);
        loop {
            let part = narrowed(&cx, &eva, "", false, Some(state), after.as_deref()).await.unwrap();
            assert!(part.rows.len() <= 50);
            assert!(part.rows.into_iter().all(|row| seen.insert(row.code)), "one twice");
            after = part.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 120, "{state:?}");
        for nonsense in ["", "x", "00000000-0000-0000-0000-000000000000 never"] {
            let part = narrowed(&cx, &eva, "", false, Some(state), Some(nonsense)).await.unwrap();
            assert_eq!(part.rows.len(), 50, "{nonsense}");
        }
    }
});

on_both!(all_in_a_state_are_chosen_however_far_down_the_list_they_stand, |t| {
    use AccessState::{Active, NoAccess};
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    let mut codes = accounts(&cx, &eva, (0..120).map(|_| "adler".to_owned())).await;
    let last = story::account(&cx, &eva, "zorn").await;
    story::contact(&cx, &eva, &last, "Anna", "anna@zorn.example").await;
    story::click(&cx, &eva, &last, "anna@zorn.example", Which::Login, true).await.unwrap();
    testing::user(&cx, "anna@zorn.example", "Anna").await;
    codes.push(last);
    for code in &codes {
        story::assign(&cx, &eva, &tom, code).await;
    }
    let all = async |staff: &Staff, search: &str, state: AccessState, most: i64| {
        let mut conn = story::look(&cx).await;
        let wanted = Accounts::current(search, Some(state));
        let (ids, is_cut) = reading::all_of(&cx, &mut conn, staff, &wanted, most).await.unwrap();
        (ids.len(), is_cut)
    };
    assert_eq!(all(&eva, "", Active, 100).await, (1, false), "the last of more than are looked through");
    assert_eq!(all(&eva, "", NoAccess, 100).await, (100, true));
    assert_eq!(all(&eva, "", NoAccess, 120).await, (120, false));
    // Where only the first ones are looked through, nobody is told that these are all.
    assert!(all(&eva, "adler", NoAccess, 100).await.1);
    for search in ["", "adler"] {
        assert!(all(&tom, search, NoAccess, 100).await.1, "{search}");
    }
    assert!(
        all(&tom, "zorn", Active, 100).await.1,
        "his accounts are looked through, whatever the search says"
    );
    for staff in [&eva as &Staff, &tom] {
        assert_eq!(all(staff, "", NoAccess, 1000).await, (120, false));
        assert_eq!(all(staff, "zorn", Active, 1000).await, (1, false));
    }
});

/// The states in which the only account of this staff member is found.
async fn found_in(cx: &Cx, staff: &Staff) -> Vec<AccessState> {
    let mut found = Vec::new();
    for state in AccessState::ALL {
        if !narrowed(cx, staff, "", false, Some(state), None).await.unwrap().rows.is_empty() {
            found.push(state);
        }
    }
    found
}

on_both!(an_account_moves_from_filter_to_filter_as_its_people_do, |t| {
    use AccessState::{Active, Expired, Invited, NoAccess, NotDelivered};
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    assert_eq!(found_in(&cx, &eva).await, [NoAccess]);
    story::contact(&cx, &eva, &code, "Anna", "anna@meier.example").await;
    story::click(&cx, &eva, &code, "anna@meier.example", Which::Login, true).await.unwrap();
    assert_eq!(found_in(&cx, &eva).await, [NoAccess], "nobody has invited her");
    let row = story::row(&cx, &eva, &code, "anna@meier.example").await;
    settings::invite(&cx, &eva, &code, story::id(&row), String::new()).await.unwrap();
    assert_eq!(found_in(&cx, &eva).await, [Invited]);
    t.clock.advance(30 * Ts::DAY);
    assert_eq!(found_in(&cx, &eva).await, [Expired]);
    t.mail.refuse("anna@meier.example", 550);
    settings::invite(&cx, &eva, &code, story::id(&row), String::new()).await.unwrap();
    t.drain_mail().await;
    assert_eq!(found_in(&cx, &eva).await, [NotDelivered]);
    story::contact(&cx, &eva, &code, "Jo", "jo@meier.example").await;
    story::invite(&cx, &eva, &code, "jo@meier.example").await;
    assert_eq!(found_in(&cx, &eva).await, [Invited, NotDelivered]);
    t.drain_mail().await;
    accept_mailed(&cx, "jo@meier.example", 0).await.unwrap();
    assert_eq!(found_in(&cx, &eva).await, [Active, NotDelivered]);
    story::click(&cx, &eva, &code, "anna@meier.example", Which::Login, false).await.unwrap();
    assert_eq!(found_in(&cx, &eva).await, [Active]);
    story::click(&cx, &eva, &code, "jo@meier.example", Which::Login, false).await.unwrap();
    assert_eq!(found_in(&cx, &eva).await, [NoAccess]);
});

on_both!(people_let_in_side_by_side_are_all_found, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    let invited = |n| format!("i{n}@meier.example");
    testing::user(&cx, "anna@meier.example", "Anna").await;
    story::contact(&cx, &eva, &code, "Anna", "anna@meier.example").await;
    for n in 0..4 {
        story::contact(&cx, &eva, &code, &format!("I{n}"), &invited(n)).await;
    }
    let lets = async |email: String, words: Option<String>| -> Result<(), AppError> {
        let row = story::row(&cx, &eva, &code, &email).await;
        settings::allow_login(&cx, &story::sure(&eva), &code, story::id(&row), row.version, words).await
    };
    let all = (0..4).map(|n| lets(invited(n), Some(String::new())));
    let (anna, others) =
        tokio::join!(lets("anna@meier.example".to_owned(), None), futures::future::join_all(all));
    assert!(anna.is_ok() && others.iter().all(Result::is_ok), "{anna:?} {others:?}");
    assert_eq!(found_in(&cx, &eva).await, [AccessState::Active, AccessState::Invited]);
});

/// Two of PostgreSQL's transactions that have no row in common: one lets an address in, the other activates its login.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_let_in_while_it_is_activated_is_found_among_the_active() {
    const ANNA: &str = "anna@meier.example";
    const ACTIVATED: &str =
        "INSERT INTO portal_user (id, firm_id, email, email_norm, name, activated_at, created_at)
        SELECT gen_random_uuid(), firm_id, email, email_norm, 'Anna', 1, 1 FROM contact_email";
    const LET_IN: &str = "UPDATE contact_setting SET login = TRUE";
    for first in [ACTIVATED, LET_IN] {
        let Some(t) = TestPlatform::new(On::Postgres).await else { return };
        let cx = t.cx();
        let eva = story::eva(&cx).await;
        let code = story::account(&cx, &eva, "Meier").await;
        story::contact(&cx, &eva, &code, "Anna", ANNA).await;
        let (c, staff) = (cx.clone(), eva.clone());
        let second = async move {
            if first == LET_IN {
                testing::user(&c, ANNA, "Anna").await;
            } else {
                story::click(&c, &staff, &code, ANNA, Which::Login, true).await.unwrap();
            }
        };
        // The first has looked where the people stand, and has not committed yet.
        story::beside(&t, &[first, "SET CONSTRAINTS ALL IMMEDIATE"], second).await;
        assert_eq!(found_in(&cx, &eva).await, [AccessState::Active], "{first}");
    }
}

/// A database whose texts have the order of a language, in which "þ" stands before "z".
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn restricted_staff_walk_a_narrowed_list_to_its_end_in_any_order_of_texts() {
    let Some(t) = TestPlatform::new(On::Postgres).await else { return };
    let order = "ALTER TABLE account ALTER COLUMN sort_key TYPE TEXT COLLATE \"und-x-icu\"";
    if sqlx::raw_sql(order).execute(t.platform.db.postgres().unwrap()).await.is_err() {
        // A server without the tables of languages.
        return;
    }
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    let names = (0..120).map(|place| format!("{} {place}", if place % 2 == 0 { "zorn" } else { "þorn" }));
    for code in accounts(&cx, &eva, names).await {
        story::assign(&cx, &eva, &tom, &code).await;
    }
    let (mut seen, mut after) = (BTreeSet::new(), None::<String>);
    loop {
        let part =
            narrowed(&cx, &tom, "", false, Some(AccessState::NoAccess), after.as_deref()).await.unwrap();
        assert!(part.rows.into_iter().all(|row| seen.insert(row.code)), "one twice");
        after = part.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 120);
}
