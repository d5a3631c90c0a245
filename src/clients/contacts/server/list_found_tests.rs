//! A search says what it found in a contact, and the address of a list how much of it is shown.

use super::list_store_tests::{stored, walk};
use super::listing;
use crate::contacts::Contacts;
use crate::info::Which;
use crate::testing::{self as story, contact_list as list};
use access::gate::testing;
use kernel::Piece;
use lists::Wanted;
use platform::on_both;

on_both!(a_search_marks_what_it_found_and_tells_of_an_address_that_was_replaced, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Adler").await;
    story::contact(&cx, &eva, &code, "Anna Müller", "anna@alt.example").await;
    story::click(&cx, &eva, &code, "anna@alt.example", Which::Login, true).await.unwrap();
    testing::user(&cx, "anna@alt.example", "Anna").await;
    story::change(&cx, &eva, &code, "anna@alt.example", "anna@neu.example").await.unwrap();
    let show = |pieces: &[Piece]| {
        let piece = |it: &Piece| if it.is_found { format!("[{}]", it.text) } else { it.text.clone() };
        pieces.iter().map(piece).collect::<String>()
    };
    let nothing: &[&str] = &[];
    for (search, name, addresses, why) in [
        ("mueller", "Anna [Müller]", &[""][..], nothing),
        ("neu", "", &["anna@[neu].example"], nothing),
        ("anna", "[Anna] Müller", &["[anna]@neu.example"], nothing),
        ("alt.example", "", &["anna@neu.[example]"], &["anna@[alt.example]"]),
    ] {
        let rows = list(&cx, &eva, search, None).await.unwrap().rows;
        let found = &rows[0].found;
        let all = |texts: &[Vec<Piece>]| texts.iter().map(|it| show(it)).collect::<Vec<_>>();
        assert_eq!(rows[0].addresses, ["anna@neu.example"], "{search}");
        assert_eq!(show(&found.name), name, "{search}");
        assert_eq!(all(&found.addresses), addresses, "{search}");
        assert_eq!(all(&found.why), why, "{search}");
    }
});

on_both!(an_address_that_asks_for_more_rows_shows_them_all_at_once, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    stored(&cx, &eva, (0..120).map(|_| ("Meier", 1)).collect()).await;
    crate::search::index_all(&t.platform.db, cx.now()).await.unwrap();
    for search in ["", "meier"] {
        let all = walk(&cx, &eva, search).await;
        let all_of_it = Wanted::<Contacts>::searching(search);
        let two = listing::list(&cx, &eva, &all_of_it.clone().of_parts(2)).await.unwrap();
        assert_eq!((&two.rows[..], two.next.is_some()), (&all[..100], true), "{search:?}");
        let rest = all_of_it.behind(&two.next.unwrap()).of_parts(9);
        let rest = listing::list(&cx, &eva, &rest).await.unwrap();
        assert_eq!((&rest.rows[..], rest.next), (&all[100..], None), "{search:?}");
    }
});

on_both!(what_a_search_found_is_read_once_for_all_of_its_parts, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    stored(&cx, &eva, (0..120).map(|_| ("Meier", 1)).collect()).await;
    crate::search::index_all(&t.platform.db, cx.now()).await.unwrap();
    let before = cx.db.statements();
    let three = Wanted::<Contacts>::searching("meier").of_parts(3);
    assert_eq!(listing::list(&cx, &eva, &three).await.unwrap().rows.len(), 120);
    assert_eq!(cx.db.statements() - before, 1 + 3);
});
