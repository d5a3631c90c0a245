//! The list of accounts beside a plain reading of the tables, walked to its end while others work, and searched.

use super::actions::{self, Draft};
use super::reading::list;
use crate::accounts::model::{AccountKind, AccountPage, AccountRow};
use crate::accounts::rules::{BEST, Cursor, sort_key};
use crate::testing as story;
use access::gate::{Staff, testing};
use kernel::{AccountId, ContactId, Role, SettingId, Ts, UserId};
use platform::{Cx, on_both, sql};
use std::collections::BTreeSet;
use uuid::Uuid;

/// All parts of the list, one after the other.
async fn walk(cx: &Cx, staff: &Staff, search: &str, archived: bool) -> Vec<AccountRow> {
    walk_from(cx, staff, search, archived, None).await
}

async fn walk_from(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    archived: bool,
    mut after: Option<String>,
) -> Vec<AccountRow> {
    let mut all = Vec::new();
    loop {
        let part = list(cx, staff, search, archived, after.as_deref()).await.unwrap();
        assert!(part.rows.len() <= 50);
        all.extend(part.rows);
        after = part.next;
        if after.is_none() {
            return all;
        }
    }
}

fn codes(rows: &[AccountRow]) -> Vec<&str> {
    rows.iter().map(|row| row.code.as_str()).collect()
}

/// Accounts of these names, stored at once; their short ids.
async fn accounts(cx: &Cx, staff: &Staff, names: impl IntoIterator<Item = String>) -> Vec<String> {
    let drafts: Vec<Draft> =
        names.into_iter().map(|name| Draft { name, kind: AccountKind::Company }).collect();
    let (c, staff) = (cx.clone(), staff.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let mut made = Vec::new();
            for draft in &drafts {
                made.push(actions::create_in(tx, &c, &staff, draft).await?.code);
            }
            Ok(made)
        })
    })
    .await
    .unwrap()
}

async fn restricted(cx: &Cx, name: &str) -> Staff {
    testing::staff_named(cx, &format!("{name}@weber.example"), name, Role::Employee, &[]).await
}

/// A number that looks like chance and is the same every time.
fn chance(place: usize, salt: usize, of: usize) -> usize {
    let mixed = (place * 31 + salt * 17 + 7).wrapping_mul(2_654_435_761) >> 7;
    mixed % of
}

#[derive(sqlx::FromRow)]
struct SettingOf {
    id: SettingId,
    account_id: AccountId,
    contact_id: ContactId,
    email_norm: String,
    login: bool,
    notify: bool,
    login_since: Option<Ts>,
    changed_at: Ts,
}

async fn settings(cx: &Cx) -> Vec<SettingOf> {
    sql!(
        "SELECT s.id, s.account_id, s.contact_id, e.email_norm, s.login, s.notify, s.login_since, s.changed_at
         FROM contact_setting s JOIN contact_email e ON e.id = s.email_id WHERE s.firm_id = $1 ORDER BY e.email LIMIT 1000",
        cx.firm.id
    )
    .all(&mut story::look(cx).await)
    .await
    .unwrap()
}

/// What the list must say, from every row of every table.
async fn plainly(cx: &Cx, staff: &Staff, archived: bool) -> Vec<AccountRow> {
    let mut conn = story::look(cx).await;
    let accounts: Vec<(AccountId, String, String, String, Option<Ts>)> = sql!(
        "SELECT id, code, name, kind, archived_at FROM account WHERE firm_id = $1 ORDER BY sort_key, id LIMIT 1000",
        cx.firm.id
    )
    .all(&mut conn)
    .await
    .unwrap();
    let mine: Vec<(AccountId, UserId)> =
        sql!("SELECT account_id, user_id FROM account_assignment WHERE firm_id = $1 LIMIT 1000", cx.firm.id)
            .all(&mut conn)
            .await
            .unwrap();
    let users: Vec<(String, Option<Ts>)> =
        sql!("SELECT email_norm, last_login_at FROM portal_user WHERE firm_id = $1 LIMIT 1000", cx.firm.id)
            .all(&mut conn)
            .await
            .unwrap();
    drop(conn);
    let settings = settings(cx).await;
    accounts
        .into_iter()
        .filter(|(id, _, _, _, at)| {
            at.is_some() == archived && (staff.sees_all() || mine.contains(&(*id, staff.user())))
        })
        .map(|(id, code, name, kind, _)| {
            let of: Vec<_> = settings.iter().filter(|it| it.account_id == id).collect();
            let with_login = || of.iter().filter(|it| it.login);
            let logins = with_login().flat_map(|it| {
                let since = it.login_since.unwrap_or(it.changed_at);
                let of_it = users.iter().filter(move |(norm, _)| *norm == it.email_norm);
                of_it.filter_map(|(_, at)| *at).filter(move |at| staff.sees_all() || *at >= since)
            });
            let people: BTreeSet<Uuid> = with_login().map(|it| it.contact_id.0).collect();
            AccountRow {
                code,
                name,
                kind: AccountKind::from_key(&kind).unwrap(),
                people: i64::try_from(people.len()).unwrap(),
                notify: of.iter().any(|it| it.notify),
                last_login: logins.max().map(|at| cx.when(at)),
            }
        })
        .collect()
}

/// Thirty accounts in all states: archived and not, nobody to three people behind them, one address or two, some of them
/// shared, switches and logins at all times.
async fn cast(cx: &Cx, eva: &Staff) -> Vec<String> {
    let names = (0..30).map(|place| ["adler", "bauer", "Bauer", "zorn"][place % 4].to_owned());
    let made = accounts(cx, eva, names).await;
    for (place, code) in made.iter().enumerate() {
        for person in 0..chance(place, 1, 4) {
            let shared = chance(place, person + 2, 5);
            let email =
                if shared == 0 { "all@meier.example" } else { &format!("p{place}x{person}@meier.example") };
            story::contact(cx, eva, code, &format!("person {person}"), email).await;
        }
        if chance(place, 9, 3) == 0 {
            actions::archive(cx, eva, code, 1).await.unwrap();
        }
    }
    let rows = settings(cx).await;
    let c = cx.clone();
    cx.write(move |tx| {
        Box::pin(async move {
            let mut known = BTreeSet::new();
            for (place, row) in rows.into_iter().enumerate() {
                let at = |salt: usize, of: usize| Ts(i64::try_from(chance(place, salt, of)).unwrap() * Ts::DAY);
                let since = (chance(place, 3, 2) == 0).then(|| at(4, 12));
                sql!(
                    "UPDATE contact_setting SET login = $2, notify = $3, login_since = $4, changed_at = $5 WHERE id = $1",
                    row.id,
                    chance(place, 1, 3) > 0,
                    chance(place, 2, 2) > 0,
                    since,
                    at(5, 12)
                )
                .run(tx)
                .await?;
                if chance(place, 6, 4) > 0 && known.insert(row.email_norm.clone()) {
                    let last = (chance(place, 7, 3) > 0).then(|| at(8, 8));
                    sql!(
                        "INSERT INTO portal_user (id, firm_id, email, email_norm, name, last_login_at, created_at)
                         VALUES ($1, $2, $3, $3, 'x', $4, 1)",
                        UserId(c.ids.next()),
                        c.firm.id,
                        &row.email_norm,
                        last
                    )
                    .run(tx)
                    .await?;
                }
            }
            Ok(())
        })
    })
    .await
    .unwrap();
    made
}

on_both!(the_list_says_what_a_plain_reading_of_the_tables_says, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    let made = cast(&cx, &eva).await;
    for code in made.iter().step_by(2) {
        story::assign(&cx, &eva, &tom, code).await;
    }
    let other = t.cx_of(&t.other_firm().await);
    let max = testing::staff_named(&other, "max@other.example", "Max", Role::Owner, &[]).await;
    accounts(&other, &max, ["bauer".to_owned(), "adler".to_owned()]).await;
    for (cx, staff) in [(&cx, &eva), (&cx, &tom), (&other, &max)] {
        for archived in [false, true] {
            assert_eq!(walk(cx, staff, "", archived).await, plainly(cx, staff, archived).await);
        }
    }
    let all = walk(&cx, &eva, "", false).await;
    assert!(
        all.iter().any(|row| row.people > 1) && all.iter().any(|row| row.people == 0),
        "a cast in all states"
    );
    assert!(all.iter().any(|row| row.last_login.is_some()) && all.iter().any(|row| !row.notify));
    let toms = walk(&cx, &tom, "", false).await;
    let seen_less =
        |row: &AccountRow| all.iter().any(|it| it.code == row.code && it.last_login != row.last_login);
    assert!(toms.iter().any(seen_less), "a login from before the account was open to them is not shown");
    for archived in [false, true] {
        let found: BTreeSet<_> =
            walk(&cx, &tom, "bauer", archived).await.into_iter().map(|row| row.code).collect();
        let plain =
            plainly(&cx, &tom, archived).await.into_iter().filter(|row| row.name.to_lowercase() == "bauer");
        assert_eq!(found, plain.map(|row| row.code).collect());
    }
});

on_both!(a_search_shows_each_account_as_the_list_does, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    for code in &cast(&cx, &eva).await {
        story::assign(&cx, &eva, &tom, code).await;
    }
    for staff in [&eva, &tom] {
        for archived in [false, true] {
            let mut listed = walk(&cx, staff, "", archived).await;
            listed.retain(|row| row.name == "zorn");
            let mut found = walk(&cx, staff, "zorn", archived).await;
            for rows in [&mut listed, &mut found] {
                rows.sort_by(|a, b| a.code.cmp(&b.code));
            }
            assert_eq!(found, listed);
        }
    }
});

on_both!(whoever_pages_while_others_work_meets_every_account_once, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let before = accounts(&cx, &eva, (0..120).map(|_| "meier".to_owned())).await;
    let first = list(&cx, &eva, "", false, None).await.unwrap();
    let behind: BTreeSet<_> =
        accounts(&cx, &eva, ["adler".to_owned(), "zorn".to_owned(), "meier".to_owned()])
            .await
            .into_iter()
            .collect();
    let gone = first.rows[49].code.clone();
    actions::archive(&cx, &eva, &gone, 1).await.unwrap();
    let rest = walk_from(&cx, &eva, "", false, first.next.clone()).await;
    let shown: Vec<&str> = codes(&first.rows).into_iter().chain(codes(&rest)).collect();
    assert_eq!(shown.iter().collect::<BTreeSet<_>>().len(), shown.len(), "nobody twice");
    assert!(before.iter().all(|code| shown.contains(&code.as_str())), "nobody missed, with equal names");
    assert!(rest.iter().any(|row| row.name == "zorn"), "what was added further down is met");
    assert!(
        !shown.iter().any(|code| code.starts_with('A') && behind.contains(*code)),
        "what was added above is not"
    );
});

on_both!(no_typed_place_breaks_the_list, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    let made = accounts(&cx, &eva, (0..60).map(|place| format!("meier {place}"))).await;
    for code in &made {
        story::assign(&cx, &eva, &tom, code).await;
    }
    let start = walk(&cx, &eva, "", false).await;
    let id = "0198c0de-0000-7000-8000-000000000000";
    let long = format!("{id} {}", "x".repeat(10_000));
    let nowhere = [
        "",
        " ",
        "\0",
        "%",
        "' OR 1=1 --",
        id,
        "x meier",
        &long,
        &format!("{id} \0"),
        &format!("{id} me\0ier"),
        &format!("0.{id} meier"),
    ];
    for staff in [&eva, &tom] {
        for after in nowhere {
            let part = list(&cx, staff, "", false, Some(after)).await.unwrap();
            assert_eq!(codes(&part.rows), codes(&start)[..50], "{after:?} is no place");
        }
        let key = Cursor { sort_key: "\u{10FFFF}' %_".to_owned(), id: Uuid::max() }.to_text();
        assert_eq!(list(&cx, staff, "", false, Some(&key)).await.unwrap(), AccountPage::default());
        let mut first = list(&cx, staff, "meier", false, None).await.unwrap();
        for after in
            [id, "\0", &format!("0.{id} me\0ier"), &format!("256.{id} meier"), &format!("{id} meier")]
        {
            assert_eq!(list(&cx, staff, "meier", false, Some(after)).await.unwrap(), first, "{after:?}");
        }
        first = list(&cx, staff, "meier", false, Some(&format!("255.{id} meier"))).await.unwrap();
        assert_eq!(first, AccountPage::default(), "behind all hits");
    }
});

on_both!(a_place_in_another_firms_list_opens_nothing_of_it, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    accounts(&cx, &eva, (0..60).map(|_| "meier".to_owned())).await;
    let place = list(&cx, &eva, "", false, None).await.unwrap().next;
    let found = list(&cx, &eva, "meier", false, None).await.unwrap().next;
    assert!(place.is_some() && found.is_some());
    let other = t.cx_of(&t.other_firm().await);
    let max = testing::staff_named(&other, "max@other.example", "Max", Role::Owner, &[]).await;
    accounts(&other, &max, ["zorn".to_owned()]).await;
    let tom = restricted(&cx, "tom").await;
    for (search, after) in [("", place), ("meier", found)] {
        for (cx, staff, expected) in [(&other, &max, usize::from(search.is_empty())), (&cx, &tom, 0)] {
            let rows = list(cx, staff, search, false, after.as_deref()).await.unwrap().rows;
            assert_eq!(rows.len(), expected, "{search:?}");
        }
    }
});

on_both!(a_search_is_walked_to_its_end_best_hits_first, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    let names = (0..120).map(|place| format!("{} meier", ["zorn", "adler", "meier"][place % 3]));
    let made = accounts(&cx, &eva, names).await;
    for code in &made {
        story::assign(&cx, &eva, &tom, code).await;
    }
    for staff in [&eva, &tom] {
        let all = walk(&cx, staff, "meier", false).await;
        assert_eq!(all.len(), 120);
        assert_eq!(all.iter().map(|row| &row.code).collect::<BTreeSet<_>>(), made.iter().collect());
        assert!(all[..40].iter().all(|row| row.name == "meier meier"), "whose name begins so comes first");
        assert!(all[40..].iter().map(|row| sort_key(&row.name)).is_sorted());
        let found = walk(&cx, staff, "m1", false).await;
        assert_eq!(found[0].code, "M1", "a short id comes before what contains it");
        assert_eq!(walk(&cx, staff, "m", false).await[0].code, "M1", "one letter means its first account");
        assert!(walk(&cx, staff, "7", false).await[..3].iter().all(|row| row.code.ends_with('7')));
        assert!(walk(&cx, staff, "%", false).await.is_empty(), "signs alone find nothing");
        assert!(walk(&cx, staff, "nobody", false).await.is_empty());
        assert!(!list(&cx, staff, "meier", false, None).await.unwrap().capped);
    }
});

on_both!(of_too_many_hits_the_best_are_shown_and_it_is_said, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    let made = accounts(&cx, &eva, (0..BEST + 30).map(|_| "meier".to_owned())).await;
    for code in &made {
        story::assign(&cx, &eva, &tom, code).await;
    }
    for staff in [&eva, &tom] {
        let all = walk(&cx, staff, "meier", false).await;
        assert_eq!((all.len(), codes(&all).iter().collect::<BTreeSet<_>>().len()), (BEST, BEST));
        assert!(list(&cx, staff, "meier", false, None).await.unwrap().capped);
        let last = &made[BEST + 29];
        assert_eq!(
            codes(&walk(&cx, staff, &format!("meier {last}"), false).await),
            [last.as_str()],
            "a word more"
        );
        assert_eq!(
            walk(&cx, staff, "", false).await.len(),
            BEST + 30,
            "the list itself has no end before its end"
        );
    }
});

on_both!(a_part_takes_one_statement_and_a_search_two, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", "anna@meier.example").await;
    story::assign(&cx, &eva, &tom, &code).await;
    for staff in [&eva, &tom] {
        for (search, most) in [("", 1), ("anna", 2), ("m", 2), ("nobody", 1), ("%", 1)] {
            let before = cx.db.statements();
            list(&cx, staff, search, false, None).await.unwrap();
            assert!(cx.db.statements() - before <= most, "{search:?}");
        }
    }
});
