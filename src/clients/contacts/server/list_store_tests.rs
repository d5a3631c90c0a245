//! The list of contacts beside a plain reading of the tables, by everybody who may read it, and searched.

use crate::contacts::model::{ContactRow, Found};
use crate::testing::{self as story, contact_list as list};
use access::access_state::AccessState;
use access::gate::{Staff, testing};
use directory::testing::{a_firm, seed_all};
use kernel::{AccountId, ContactId, EmailAddress, EmailId, Right, Role, Ts, UserId};
use lists::{BEST, Cursor, Part};
use platform::{Cx, on_both, search, sql};
use std::collections::BTreeSet;
use uuid::Uuid;

pub(super) async fn walk(cx: &Cx, staff: &Staff, search: &str) -> Vec<ContactRow> {
    walk_from(cx, staff, search, None).await
}

async fn walk_from(cx: &Cx, staff: &Staff, search: &str, mut after: Option<String>) -> Vec<ContactRow> {
    let mut all = Vec::new();
    loop {
        let part = list(cx, staff, search, after.as_deref()).await.unwrap();
        assert!(part.rows.len() <= 50);
        all.extend(part.rows);
        after = part.next;
        if after.is_none() {
            return all;
        }
    }
}

fn ids(rows: &[ContactRow]) -> BTreeSet<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

/// Contacts with this many accounts each, none of them known to the search.
pub(super) async fn stored(cx: &Cx, staff: &Staff, people: Vec<(&'static str, usize)>) {
    let f = a_firm(cx);
    for (place, (name, accounts)) in people.into_iter().enumerate() {
        let contact = f.contact(name).unindexed().seed().await;
        let accounts = (0..accounts).map(|number| f.account(&format!("Y{place}X{number}")).named("x"));
        let made = seed_all(accounts.map(|account| account.unindexed().known(&contact))).await;
        f.assign_all(staff.user(), made.iter().map(|account| account.id)).await;
    }
}

#[derive(sqlx::FromRow)]
struct Link {
    contact_id: ContactId,
    account_id: AccountId,
    code: String,
    name: String,
}

/// What the list must say, from every row of every table.
async fn plainly(cx: &Cx, staff: &Staff) -> Vec<ContactRow> {
    let mut conn = story::look(cx).await;
    let contacts: Vec<(ContactId, String)> =
        sql!("SELECT id, name FROM contact WHERE firm_id = $1 ORDER BY sort_key, id LIMIT 5000", cx.firm.id)
            .all(&mut conn)
            .await
            .unwrap();
    let emails: Vec<(ContactId, String, Option<Ts>)> = sql!(
        "SELECT contact_id, email, unlinked_at FROM contact_email WHERE firm_id = $1 ORDER BY position, email LIMIT 5000",
        cx.firm.id
    )
    .all(&mut conn)
    .await
    .unwrap();
    let links: Vec<Link> = sql!(
        "SELECT l.contact_id, l.account_id, a.code, a.name FROM account_contact l JOIN account a ON a.id = l.account_id
         WHERE l.firm_id = $1 ORDER BY a.code LIMIT 5000",
        cx.firm.id
    )
    .all(&mut conn)
    .await
    .unwrap();
    let mine: Vec<(AccountId, UserId)> =
        sql!("SELECT account_id, user_id FROM account_assignment WHERE firm_id = $1 LIMIT 5000", cx.firm.id)
            .all(&mut conn)
            .await
            .unwrap();
    let sees = |account: AccountId| staff.sees_all() || mine.contains(&(account, staff.user()));
    contacts
        .into_iter()
        .map(|(id, name)| {
            let of_it = emails.iter().filter(|(contact, _, unlinked)| *contact == id && unlinked.is_none());
            let addresses: Vec<_> = of_it.map(|(_, email, _)| email.clone()).collect();
            ContactRow {
                id: id.to_string(),
                name,
                // LOGIN is on nowhere here.
                access: vec![AccessState::NoAccess; addresses.len()],
                addresses,
                accounts: links
                    .iter()
                    .filter(|link| link.contact_id == id && sees(link.account_id))
                    .map(|link| (link.code.clone(), link.name.clone()))
                    .collect(),
                ..ContactRow::default()
            }
        })
        .filter(|row| staff.sees_all_contacts() || !row.accounts.is_empty())
        .collect()
}

/// Everybody who meets contacts: by both rights, by either, by none.
async fn readers(cx: &Cx) -> Vec<Staff> {
    let mut all = vec![testing::staff(cx, Role::Owner, &[]).await];
    for (name, rights) in
        [("acc", &[Right::ViewAllAccounts][..]), ("con", &[Right::ViewAllContacts][..]), ("tom", &[][..])]
    {
        all.push(
            testing::staff_named(cx, &format!("{name}@weber.example"), name, Role::Employee, rights).await,
        );
    }
    all
}

/// Contacts with one account, several and none, one address, several, unlinked ones and none, some of the same name.
async fn fixtures(cx: &Cx, eva: &story::Manager, assigned: &[&Staff]) {
    let codes = ["Acker", "Bauer", "Clasen"].map(|name| async move { story::account(cx, eva, name).await });
    let codes = futures::future::join_all(codes).await;
    for place in 0..24_usize {
        let (name, email) = (["anna", "Anna", "jo", "uwe"][place % 4], format!("p{place}@meier.example"));
        story::contact(cx, eva, &codes[place % 3], name, &email).await;
        if place % 5 == 0 {
            story::link(cx, eva, &codes[place % 3], &email, &codes[(place + 1) % 3]).await;
        }
    }
    for staff in assigned {
        story::assign(cx, eva, staff, &codes[0]).await;
    }
    let c = cx.clone();
    cx.write(move |tx| {
        Box::pin(async move {
            let emails: Vec<(EmailId, ContactId)> = sql!(
                "SELECT id, contact_id FROM contact_email WHERE firm_id = $1 ORDER BY email LIMIT 1000",
                c.firm.id
            )
            .all(tx)
            .await?;
            for (place, (email, contact)) in emails.into_iter().enumerate() {
                if place % 7 == 3 {
                    sql!("UPDATE contact_email SET unlinked_at = 5 WHERE id = $1", email).run(tx).await?;
                }
                if place % 6 == 1 {
                    let second = EmailAddress::parse(&format!("second{place}@meier.example")).unwrap();
                    let id = EmailId(c.ids.next());
                    directory::contacts::insert_address_at(tx, c.firm.id, contact, id, &second, 2).await?;
                }
                if place % 8 == 2 {
                    sql!("DELETE FROM account_contact WHERE contact_id = $1", contact).run(tx).await?;
                }
            }
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_both!(the_list_says_what_a_plain_reading_of_the_tables_says, |t| {
    let cx = t.cx();
    let all = readers(&cx).await;
    fixtures(&cx, &testing::may(&all[0]), &[&all[2], &all[3]]).await;
    let other = t.cx_of(&t.other_firm().await);
    let max = story::max(&other).await;
    let code = story::account(&other, &max, "Fremd").await;
    story::contact(&other, &max, &code, "anna", "anna@fremd.example").await;
    let mut lengths = Vec::new();
    for (cx, staff) in all.iter().map(|staff| (&cx, staff)).chain([(&other, &*max)]) {
        let rows = walk(cx, staff, "").await;
        assert_eq!(rows, plainly(cx, staff).await, "{}", staff.name());
        lengths.push(rows.len());
        let mut found = walk(cx, staff, "anna").await;
        assert!(found.iter().all(|row| row.found != Found::default()), "a search says what it found");
        found.iter_mut().for_each(|row| row.found = Found::default());
        let mut plain: Vec<_> = rows.into_iter().filter(|row| row.name.to_lowercase() == "anna").collect();
        for rows in [&mut found, &mut plain] {
            rows.sort_by(|a, b| a.id.cmp(&b.id));
        }
        assert_eq!(found, plain, "a search of {} shows each as the list does", staff.name());
    }
    assert!(lengths[0] > lengths[1] && lengths[0] == lengths[2] && lengths[1] > lengths[3], "{lengths:?}");
});

on_both!(whoever_pages_while_others_work_meets_every_contact_once, |t| {
    let cx = t.cx();
    let all = readers(&cx).await;
    let people = |name, count| vec![(name, 1); count];
    stored(&cx, &all[3], people("meier", 120)).await;
    let before: Vec<_> = plainly(&cx, &all[0]).await;
    let mut begun = Vec::new();
    for staff in &all {
        begun.push(list(&cx, staff, "", None).await.unwrap());
    }
    for name in ["adler", "meier", "zorn"] {
        a_firm(&cx).contact(name).unindexed().seed().await;
    }
    for (staff, first) in all.iter().zip(begun) {
        let mut shown = first.rows;
        shown.extend(walk_from(&cx, staff, "", first.next).await);
        assert_eq!(ids(&shown).len(), shown.len(), "nobody twice");
        assert!(ids(&before).is_subset(&ids(&shown)), "nobody missed, with equal names");
        assert!(!shown.iter().any(|row| row.name == "adler"));
        assert_eq!(shown.iter().any(|row| row.name == "zorn"), staff.sees_all_contacts());
    }
});

on_both!(a_contact_of_very_many_accounts_cuts_nobody_off, |t| {
    let cx = t.cx();
    let all = readers(&cx).await;
    let people = vec![("a", 1), ("b", 700), ("c", 500), ("d", 0), ("e", 1005), ("f", 1)];
    stored(&cx, &all[3], people).await;
    for staff in &all {
        let rows = walk(&cx, staff, "").await;
        let told: Vec<(&str, usize)> = rows
            .iter()
            .map(|row| (row.name.as_str(), row.accounts.len()))
            .filter(|(name, _)| *name != "d")
            .collect();
        // Of one whose lines fill an answer alone, those beyond it are left out. Who sees all contacts sees no account.
        let expected = [("a", 1), ("b", 700), ("c", 500), ("e", 999), ("f", 1)];
        let in_sight = |count| if staff.name() == "con" { 0 } else { count };
        assert_eq!(told, expected.map(|(name, count)| (name, in_sight(count))), "{}", staff.name());
    }
});

on_both!(no_typed_place_breaks_the_list, |t| {
    let cx = t.cx();
    let all = readers(&cx).await;
    stored(&cx, &all[3], vec![("meier", 1); 60]).await;
    let id = "0198c0de-0000-7000-8000-000000000000";
    let long = format!("{id} {}", "x".repeat(10_000));
    let nowhere = ["", "\0", "%", id, "x meier", &long, &format!("{id} me\0ier"), &format!("0.{id} meier")];
    for staff in &all {
        let start = list(&cx, staff, "", None).await.unwrap();
        assert_eq!((start.rows.len(), start.next.is_some()), (50, true));
        for after in nowhere {
            assert_eq!(list(&cx, staff, "", Some(after)).await.unwrap(), start, "{after:?} is no place");
            assert_eq!(list(&cx, staff, "meier", Some(after)).await.unwrap(), Part::default());
        }
        let end = Cursor::at("\u{10FFFF}", Uuid::max()).to_text();
        assert_eq!(list(&cx, staff, "", Some(&end)).await.unwrap(), Part::default());
    }
});

on_both!(a_search_is_walked_to_its_end_and_says_when_there_is_more, |t| {
    let cx = t.cx();
    let all = readers(&cx).await;
    let eva = testing::may(&all[0]);
    let code = story::account(&cx, &eva, "Acker").await;
    for staff in &all[1..] {
        story::assign(&cx, &eva, staff, &code).await;
    }
    let (c, to) = (cx.clone(), code.clone());
    let drafts: Vec<_> = (0..BEST + 10)
        .map(|place| {
            let name = if place < 70 { "meier" } else { "anna" };
            story::draft(&cx, name, &format!("p{place}@adler.example"), true).unwrap()
        })
        .collect();
    for draft in drafts {
        crate::contacts::server::actions::add(&c, &eva, &to, draft).await.unwrap();
    }
    for staff in &all {
        let some = walk(&cx, staff, "meier").await;
        assert_eq!((some.len(), ids(&some).len()), (70, 70), "{}", staff.name());
        assert!(!list(&cx, staff, "meier", None).await.unwrap().capped);
        let best = walk(&cx, staff, "adler").await;
        assert_eq!((best.len(), ids(&best).len()), (BEST, BEST), "{}", staff.name());
        assert!(list(&cx, staff, "adler", None).await.unwrap().capped);
        assert_eq!(walk(&cx, staff, "adler p7").await.len(), 11, "a word more");
        assert!(walk(&cx, staff, "%").await.is_empty());
    }
});

on_both!(contacts_without_an_account_leave_no_trace_for_whoever_sees_none_of_them, |t| {
    let cx = t.cx();
    let all = readers(&cx).await;
    // In turns, so that each part would end at a contact that no account has.
    stored(&cx, &all[0], (0..180).map(|place| ("Meier", usize::from(place % 3 == 0))).collect()).await;
    crate::search::index_all(&t.platform.db, cx.now()).await.unwrap();
    let in_order: Vec<String> = plainly(&cx, &all[0]).await.into_iter().map(|row| row.id).collect();
    for staff in &all {
        let seen: Vec<String> = plainly(&cx, staff).await.into_iter().map(|row| row.id).collect();
        let seen_of = |after: usize| seen.iter().filter(|id| in_order[after..].contains(id)).count();
        let expected = match (staff.sees_all_contacts(), staff.sees_all()) {
            (true, _) => 180,
            (false, all) => {
                if all {
                    60
                } else {
                    0
                }
            }
        };
        assert_eq!(seen.len(), expected, "{}", staff.name());
        for (place, last) in in_order.iter().enumerate() {
            let after = format!("{}.{last} meier", search::Rank::Name as u8);
            let part = list(&cx, staff, "meier", Some(&after)).await.unwrap();
            let left = seen_of(place + 1);
            assert_eq!((part.rows.len(), part.next.is_some()), (left.min(50), left > 50), "{place}");
            if let Some(next) = part.next {
                assert!(seen.iter().any(|id| next.contains(id.as_str())), "{next} names one in sight");
            }
        }
    }
});

on_both!(a_part_takes_one_statement_and_a_search_two, |t| {
    let cx = t.cx();
    let all = readers(&cx).await;
    fixtures(&cx, &testing::may(&all[0]), &[&all[3]]).await;
    for staff in &all {
        for (search, most) in [("", 1), ("anna", 2), ("a", 2), ("nobody", 1), ("%", 1)] {
            let before = cx.db.statements();
            list(&cx, staff, search, None).await.unwrap();
            // Which contacts have an account is asked for whoever sees no others.
            let more = u64::from(most > 1 && staff.sees_all() && !staff.sees_all_contacts());
            assert!(cx.db.statements() - before <= most + more, "{search:?}");
        }
    }
});
