//! The list of accounts beside a plain reading of the tables, walked to its end while others work, and searched.

use super::actions;
use super::list_fixtures_tests::{accounts, codes, fixtures, plainly, restricted, walk, walk_from};
use crate::accounts::model::{AccountRow, Found};
use crate::testing::{self as story, account_list as list};
use access::access_state::AccessState;
use directory::accounts::sort_key;
use lists::{BEST, Cursor, Part};
use platform::on_both;
use std::collections::BTreeSet;
use uuid::Uuid;

on_both!(the_list_says_what_a_plain_reading_of_the_tables_says, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    let made = fixtures(&cx, &eva).await;
    for code in made.iter().step_by(2) {
        story::assign(&cx, &eva, &tom, code).await;
    }
    let other = t.cx_of(&t.other_firm().await);
    let max = story::max(&other).await;
    accounts(&other, &max, ["bauer".to_owned(), "adler".to_owned()]).await;
    for (cx, staff) in [(&cx, &*eva), (&cx, &tom), (&other, &max)] {
        for archived in [false, true] {
            assert_eq!(walk(cx, staff, "", archived).await, plainly(cx, staff, archived).await);
        }
    }
    let all = walk(&cx, &eva, "", false).await;
    for state in AccessState::ALL {
        assert!(all.iter().any(|row| row.access.of(state) > 0), "nobody is {state:?} in the fixtures");
    }
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
    for code in &fixtures(&cx, &eva).await {
        story::assign(&cx, &eva, &tom, code).await;
    }
    for staff in [&eva, &tom] {
        for archived in [false, true] {
            let mut listed = walk(&cx, staff, "", archived).await;
            listed.retain(|row| row.name == "zorn");
            let mut found = walk(&cx, staff, "zorn", archived).await;
            assert!(found.iter().all(|row| !row.found.name.is_empty()), "and what was found");
            found.iter_mut().for_each(|row| row.found = Found::default());
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
        let key = Cursor::at("\u{10FFFF}' %_", Uuid::max()).to_text();
        assert_eq!(list(&cx, staff, "", false, Some(&key)).await.unwrap(), Part::default());
        let mut first = list(&cx, staff, "meier", false, None).await.unwrap();
        for after in
            [id, "\0", &format!("0.{id} me\0ier"), &format!("256.{id} meier"), &format!("{id} meier")]
        {
            assert_eq!(list(&cx, staff, "meier", false, Some(after)).await.unwrap(), first, "{after:?}");
        }
        first = list(&cx, staff, "meier", false, Some(&format!("255.{id} meier"))).await.unwrap();
        assert_eq!(first, Part::default(), "behind all hits");
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
    let max = story::max(&other).await;
    accounts(&other, &max, ["zorn".to_owned()]).await;
    let tom = restricted(&cx, "tom").await;
    for (search, after) in [("", place), ("meier", found)] {
        for (cx, staff, expected) in [(&other, &*max, usize::from(search.is_empty())), (&cx, &tom, 0)] {
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

on_both!(a_part_takes_one_statement_and_a_search_at_most_three, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", "anna@meier.example").await;
    story::assign(&cx, &eva, &tom, &code).await;
    for staff in [&eva, &tom] {
        for (search, most) in [("", 1), ("anna", 3), ("m", 2), ("nobody", 1), ("%", 1)] {
            let before = cx.db.statements();
            list(&cx, staff, search, false, None).await.unwrap();
            assert!(cx.db.statements() - before <= most, "{search:?}");
        }
    }
});
