//! A search says why it found an account, and nothing else of its people.

use super::list_fixtures_tests::{accounts, restricted};
use super::reading;
use crate::accounts::Accounts;
use crate::accounts::model::AccountRow;
use crate::info::Which;
use crate::testing::{self as story, account_list as list};
use access::access_state::AccessState;
use access::gate::{Staff, testing};
use kernel::Piece;
use lists::MOST_PARTS;
use platform::{Cx, on_both};

/// Short id, name and reasons of the rows, with brackets around what is marked.
async fn marked(cx: &Cx, staff: &Staff, search: &str) -> Vec<(String, String, Vec<String>)> {
    let show = |pieces: &[Piece]| {
        let piece = |it: &Piece| if it.is_found { format!("[{}]", it.text) } else { it.text.clone() };
        pieces.iter().map(piece).collect::<String>()
    };
    let rows = list(cx, staff, search, false, None).await.unwrap().rows;
    let row = |row: AccountRow| {
        let or_plain = |pieces: &[Piece], plain: String| if pieces.is_empty() { plain } else { show(pieces) };
        let why = row.found.why.iter().map(|it| show(it)).collect();
        (or_plain(&row.found.code, row.code), or_plain(&row.found.name, row.name), why)
    };
    rows.into_iter().map(row).collect()
}

fn line(code: &str, name: &str, why: &[&str]) -> (String, String, Vec<String>) {
    (code.to_owned(), name.to_owned(), why.iter().map(|it| (*it).to_owned()).collect())
}

on_both!(each_row_that_was_found_says_what_was_found_in_it, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let bolt = story::account(&cx, &eva, "Bolt Ltd").await;
    story::account(&cx, &eva, "Müller GmbH").await;
    story::contact(&cx, &eva, &bolt, "Anna Lang", "anna@mueller.example").await;
    story::contact(&cx, &eva, &bolt, "Bert Ott", "bert@bolt.example").await;
    for (search, rows) in [
        (
            "mueller",
            vec![line("M1", "[Müller] GmbH", &[]), line("B1", "Bolt Ltd", &["anna@[mueller].example"])],
        ),
        ("lang", vec![line("B1", "Bolt Ltd", &["Anna [Lang]"])]),
        ("anna@mueller", vec![line("B1", "Bolt Ltd", &["[anna@mueller].example"])]),
        ("bolt ott", vec![line("B1", "[Bolt] Ltd", &["Bert [Ott]"])]),
        ("b1", vec![line("[B1]", "Bolt Ltd", &[])]),
        ("", vec![line("B1", "Bolt Ltd", &[]), line("M1", "Müller GmbH", &[])]),
    ] {
        assert_eq!(marked(&cx, &eva, search).await, rows, "{search:?}");
    }
});

on_both!(an_address_that_is_being_replaced_says_why_as_long_as_it_finds, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Adler").await;
    story::contact(&cx, &eva, &code, "Anna", "anna@alt.example").await;
    story::click(&cx, &eva, &code, "anna@alt.example", Which::Login, true).await.unwrap();
    testing::user(&cx, "anna@alt.example", "Anna").await;
    story::change(&cx, &eva, &code, "anna@alt.example", "anna@neu.example").await.unwrap();
    for (search, why) in [("alt.example", "anna@[alt.example]"), ("neu.example", "anna@[neu.example]")] {
        assert_eq!(marked(&cx, &eva, search).await, [line(&code, "Adler", &[why])], "{search}");
    }
});

on_both!(restricted_staff_are_told_of_nobody_whose_account_they_do_not_see, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let tom = restricted(&cx, "tom").await;
    let theirs = story::account(&cx, &eva, "Adler").await;
    story::contact(&cx, &eva, &theirs, "Anna Kanarie", "anna@kanarie.example").await;
    let hidden = story::account(&cx, &eva, "Bauer").await;
    story::contact(&cx, &eva, &hidden, "Bert Kanarie", "bert@kanarie.example").await;
    story::assign(&cx, &eva, &tom, &theirs).await;
    assert_eq!(marked(&cx, &eva, "kanarie").await.len(), 2);
    assert_eq!(marked(&cx, &tom, "kanarie").await, [line(&theirs, "Adler", &["Anna [Kanarie]"])]);
    assert!(marked(&cx, &tom, "bert").await.is_empty());
});

on_both!(only_a_search_that_has_to_look_at_people_asks_for_them, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", "anna@adler.example").await;
    for (search, statements) in [("", 1), ("meier", 2), ("m1", 2), ("adler", 3)] {
        let before = cx.db.statements();
        list(&cx, &eva, search, false, None).await.unwrap();
        assert_eq!(cx.db.statements() - before, statements, "{search:?}");
    }
});

on_both!(an_address_that_asks_for_more_rows_shows_them_all_at_once, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    accounts(&cx, &eva, (0..130).map(|_| "meier".to_owned())).await;
    for search in ["", "meier"] {
        let of = |parts| Accounts::current(search, None).of_parts(parts);
        let two = reading::list(&cx, &eva, &of(2)).await.unwrap();
        let first = list(&cx, &eva, search, false, None).await.unwrap();
        let second = list(&cx, &eva, search, false, first.next.as_deref()).await.unwrap();
        assert_eq!(two.rows, [first.rows, second.rows].concat(), "as if loaded one after the other");
        assert_eq!(two.next, second.next);
        let all = reading::list(&cx, &eva, &of(MOST_PARTS)).await.unwrap();
        assert_eq!((all.rows.len(), all.next), (130, None));
        assert_eq!(reading::list(&cx, &eva, &of(0)).await.unwrap().rows.len(), 50);
        assert_eq!(reading::list(&cx, &eva, &of(usize::MAX)).await.unwrap().rows.len(), 130);
        let behind = of(1).behind(&two.next.unwrap()).of_parts(3);
        assert_eq!(reading::list(&cx, &eva, &behind).await.unwrap().rows, all.rows[100..]);
    }
});

on_both!(what_all_parts_are_taken_from_is_read_once, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, restricted(&cx, "tom").await);
    for code in accounts(&cx, &eva, (0..130).map(|_| "meier".to_owned())).await {
        story::assign(&cx, &eva, &tom, &code).await;
    }
    let state = Some(AccessState::NoAccess);
    // One statement a part, behind what is read once: the hits, what the tables keep of them, the assigned accounts.
    for (staff, search, access, once) in [
        (&*eva, "meier", None, 1),
        (&eva, "meier", state, 2),
        (&tom, "", state, 1),
        (&tom, "meier", None, 1),
        (&tom, "meier", state, 2),
    ] {
        let at = Accounts::current(search, access).of_parts(3);
        let before = cx.db.statements();
        assert_eq!(reading::list(&cx, staff, &at).await.unwrap().rows.len(), 130);
        assert_eq!(cx.db.statements() - before, once + 3, "{} {search:?} {access:?}", staff.name());
    }
});
