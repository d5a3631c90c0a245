//! The index finds what the plain filter finds, on both engines.

use super::{Doc, Found, Kind, Query, Rank, after, find, find_all, put, put_anew, remove};
use crate::on_both;
use crate::rng::{Rng, SeededRng};
use crate::testing::TestPlatform;
use kernel::{AppError, FirmId};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Names in many scripts and spellings.
const NAMES: &[&str] = &[
    "Müller GmbH",
    "Mueller & Söhne KG",
    "Muller Ltd",
    "Anna Müller-Lüdenscheidt",
    "Bäuerle",
    "Baeuerle AG",
    "Bauer",
    "Meyer-Schmidt",
    "Meyer Schmidt",
    "MeyerSchmidt",
    "O'Brien & Co.",
    "O’Brien",
    "OBrien",
    "Renée Dubois",
    "Łukasz Żółć",
    "İpek Yıldız",
    "ISPARTA Ltd",
    "Ærø Færge",
    "Søren Sørensen",
    "Århus Kommune",
    "Aarhus Havn",
    "Þór Guðmundsson",
    "Straße & Gasse",
    "STRASSE",
    "Соловьёв Пётр",
    "Ελληνας ΑΕ",
    "ΈΛΛΗΝΑΣ",
    "佐藤商店",
    "佐藤 花子",
    "サトウ商事ABC",
    "ｻﾄｳ",
    "さとう",
    "ジョン・スミス",
    "ガッコウ",
    "王小明",
    "김민수",
    "अजय कुमार",
    "علي حسن",
    "عَلِيّ",
    "דוד כהן",
    "สมชาย ใจดี",
    "Nguyễn Văn Đức",
    "ＡＢＣ　Ｃｏｒｐ",
    "42 Degrees",
    "4you Ltd",
    "A",
    "Ö",
    "AG & Co. KG aA",
    "Steuerberatungsgesellschaft mbH",
    "Zoë Ångström",
    "d'Artagnan",
    "'s Wirtshaus",
    "Jean-Luc Étienne",
    "van der Berg",
    "aa aaa aaaa",
    "abab baba",
];

fn word(dice: &SeededRng, from: usize) -> usize {
    let mut bytes = [0; 4];
    dice.fill(&mut bytes);
    usize::try_from(u32::from_le_bytes(bytes)).unwrap() % from
}

fn pick<'a>(dice: &SeededRng, from: &[&'a str]) -> &'a str {
    from[word(dice, from.len())]
}

fn docs(firm: FirmId, kind: Kind, count: usize, dice: &SeededRng, ids: impl Fn() -> Uuid) -> Vec<Doc> {
    (0..count)
        .map(|place| {
            let name = format!("{} {}", pick(dice, NAMES), pick(dice, NAMES));
            let mut doc = Doc::new(firm, kind, ids(), &name, &kernel::fold::lead(&name));
            if kind != Kind::Contact {
                let letter = char::from(b'A' + u8::try_from(place % 26).unwrap());
                doc = doc.with_code(&format!("{letter}{}", place / 26 + 1));
            }
            for _ in 0..word(dice, 4) {
                let person = pick(dice, NAMES);
                doc.add(person);
                let local = kernel::fold::of_document(person).first().cloned().unwrap_or_default();
                doc.add(&format!(
                    "{local}.{place}@{}.example",
                    pick(dice, &["mueller", "gmx", "ärzte", "weber"])
                ));
            }
            if word(dice, 5) == 0 {
                doc.add(&format!("+49 (0)30 {:03}-{:04}", word(dice, 1000), word(dice, 10_000)));
            }
            doc
        })
        .collect()
}

/// Something that somebody may type: pieces of names, of addresses and of what nobody is called, in any order and spelling.
fn typed(dice: &SeededRng) -> String {
    let mut query = String::new();
    for _ in 0..1 + word(dice, 3) {
        let source = match word(dice, 8) {
            0 => format!(
                "{}@{}.example",
                pick(dice, NAMES),
                pick(dice, &["mueller", "gmx", "müller", "weber"])
            ),
            1 => format!("{}{}", pick(dice, &["M", "a", "Z", "", "q"]), word(dice, 30)),
            2 => {
                pick(dice, &["xyz", "qqqq", "%", "*", "\"", "NEAR", "AND", "mul", "ae", "gmb", "30 55", "ll"])
                    .to_owned()
            }
            _ => pick(dice, NAMES).to_owned(),
        };
        let letters: Vec<char> = source.chars().collect();
        let from = word(dice, letters.len());
        let many = 1 + word(dice, (letters.len() - from).min(1 + word(dice, 12)));
        let piece: String = letters[from..(from + many).min(letters.len())].iter().collect();
        let piece = match word(dice, 4) {
            0 => piece.to_uppercase(),
            1 => piece.replace('ü', "ue").replace('ö', "oe"),
            _ => piece,
        };
        query.push_str(pick(dice, &["", " ", " ", "-"]));
        query.push_str(&piece);
    }
    query
}

async fn stored(t: &TestPlatform, docs: &[Doc]) {
    for some in docs.chunks(50) {
        let some = some.to_vec();
        t.platform.db.write(move |tx| Box::pin(async move { Ok(put(tx, &some).await?) })).await.unwrap();
    }
}

fn expected(docs: &[Doc], query: &Query) -> BTreeSet<Uuid> {
    docs.iter().filter(|doc| query.matches(doc.words())).map(|doc| doc.entity).collect()
}

/// `PORTICO_QUERIES=10000` makes it long (`make long-proofs`).
#[expect(clippy::disallowed_methods, reason = "tests are configured by the environment")]
fn queries() -> usize {
    std::env::var("PORTICO_QUERIES").ok().and_then(|text| text.parse().ok()).unwrap_or(2_000)
}

on_both!(an_index_finds_what_the_plain_filter_finds, |t| {
    let dice = SeededRng::new(20_261_129);
    let (firm, other) = (t.firm.id, t.other_firm().await.id);
    let ids = || t.platform.ids.next();
    let mine = docs(firm, Kind::ActiveAccount, 300, &dice, ids);
    let people = docs(firm, Kind::Contact, 100, &dice, ids);
    let old = docs(firm, Kind::ArchivedAccount, 50, &dice, ids);
    let foreign = docs(other, Kind::ActiveAccount, 100, &dice, ids);
    stored(&t, &[mine.clone(), people.clone(), old.clone(), foreign.clone()].concat()).await;
    let mut conn = t.platform.db.read().await.unwrap();
    let mut found_some = 0;
    for _ in 0..queries() {
        let text = typed(&dice);
        let Some(query) = Query::parse(&text) else { continue };
        for (firm, kind, docs) in [
            (firm, Kind::ActiveAccount, &mine),
            (firm, Kind::Contact, &people),
            (firm, Kind::ArchivedAccount, &old),
            (other, Kind::ActiveAccount, &foreign),
        ] {
            let expected = expected(docs, &query);
            found_some += usize::from(!expected.is_empty());
            let all = find_all(&mut conn, firm, kind, &query, 1_000).await.unwrap().ids;
            assert_eq!(all.len(), expected.len(), "nothing twice: {text:?}");
            assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), expected, "{text:?} {:?}", query.words());
            let best = find(&mut conn, firm, kind, &query, 1_000).await.unwrap();
            let hits: BTreeSet<Uuid> = best.hits.iter().map(|hit| hit.entity).collect();
            assert_eq!(hits.len(), best.hits.len(), "nothing twice: {text:?}");
            assert_eq!(best.capped, expected.len() >= 200, "{text:?}");
            if best.capped {
                assert!(hits.is_subset(&expected) && hits.len() >= 200, "{text:?}");
            } else {
                assert_eq!(hits, expected, "{text:?} {:?}", query.words());
            }
        }
    }
    assert!(found_some > queries() / 2, "the queries are worth asking: {found_some}");
});

async fn best(t: &TestPlatform, text: &str) -> Found {
    let mut conn = t.platform.db.read().await.unwrap();
    find(&mut conn, t.firm.id, Kind::ActiveAccount, &Query::parse(text).unwrap(), 50).await.unwrap()
}

/// An account whose last twelve digits of the id say which.
fn account(t: &TestPlatform, code: &str, name: &str) -> Doc {
    let id = t.platform.ids.next();
    Doc::new(t.firm.id, Kind::ActiveAccount, id, name, &kernel::fold::lead(name)).with_code(code)
}

on_both!(the_best_comes_first, |t| {
    let made = [
        ("M1", "Meier"),
        ("M12", "Maier"),
        ("A12", "Adler 12"),
        ("M7", "Zwölf Müller"),
        ("B7", "Bauer Siebenmüller"),
        ("C3", "Müller Alt"),
        ("D4", "Mueller Zuletzt"),
        ("E120", "Eder"),
        ("F5", "12 Apostel"),
    ];
    let docs: Vec<Doc> = made.iter().map(|(code, name)| account(&t, code, name)).collect();
    stored(&t, &docs).await;
    for (query, codes) in [
        ("m12", vec!["M12"]),
        ("M", vec!["M1", "M12", "C3", "D4", "M7"]),
        ("7", vec!["B7", "M7"]),
        ("12", vec!["A12", "M12", "F5", "E120"]),
        ("müller", vec!["C3", "D4", "M7", "B7"]),
        ("mueller z", vec!["D4", "M7"]),
        ("mueller", vec!["C3", "D4", "M7", "B7"]),
        ("e120", vec!["E120"]),
        ("120", vec!["E120"]),
        ("%", vec![]),
        ("nobody", vec![]),
    ] {
        let found = best(&t, query).await;
        let place = |id| docs.iter().position(|doc| doc.entity == id).unwrap();
        let found_codes: Vec<&str> = found.hits.iter().map(|hit| made[place(hit.entity)].0).collect();
        assert_eq!(found_codes, codes, "{query}: {:?}", found.hits);
        assert!(!found.capped);
    }
    assert_eq!(best(&t, "m12").await.hits[0].rank, Rank::ShortId);
    assert_eq!(best(&t, "7").await.hits[0].rank, Rank::Number);
    assert_eq!(best(&t, "müller").await.hits.last().unwrap().rank, Rank::Other);
});

on_both!(more_than_was_asked_for_is_said, |t| {
    let docs: Vec<Doc> = (1..=260).map(|n| account(&t, &format!("G{n}"), &format!("Gruber {n}"))).collect();
    stored(&t, &docs).await;
    let found = best(&t, "gruber").await;
    assert_eq!((found.hits.len(), found.capped), (50, true));
    let found = best(&t, "gruber 260").await;
    assert_eq!((found.hits.len(), found.capped), (1, false));
    let mut conn = t.platform.db.read().await.unwrap();
    let query = Query::parse("gruber").unwrap();
    for (limit, count) in [(100, 100), (1_000, 260)] {
        let all = find_all(&mut conn, t.firm.id, Kind::ActiveAccount, &query, limit).await.unwrap();
        assert_eq!((all.ids.len(), all.is_cut), (count, count == 100));
    }
});

on_both!(words_whose_grams_are_in_every_document_are_not_looked_for_in_all_of_them, |t| {
    let name = |n| if n == 2_550 { "Comcom".to_owned() } else { format!("Comet {n}") };
    let docs: Vec<Doc> = (1..=5_100).map(|n| account(&t, &format!("C{n}"), &name(n))).collect();
    for some in docs.chunks(1_000) {
        stored(&t, some).await;
    }
    let found = best(&t, "comcom").await;
    assert_eq!(found.hits.iter().map(|hit| hit.entity).collect::<Vec<_>>(), [docs[2_549].entity]);
    assert!(found.capped, "there may be more, and it says so");
    let found = best(&t, "tcomcom").await;
    assert_eq!((found.hits.len(), found.capped), (0, false));
    let nowhere = best(&t, "comcomcom").await;
    assert_eq!((nowhere.hits.len(), nowhere.capped), (0, true));
    let mut conn = t.platform.db.read().await.unwrap();
    let query = Query::parse("comcom").unwrap();
    let all = find_all(&mut conn, t.firm.id, Kind::ActiveAccount, &query, 100).await.unwrap();
    assert_eq!((all.ids, all.is_cut), (vec![docs[2_549].entity], false), "an act on all looks at more");
});

on_both!(a_document_is_found_by_what_it_says_now, |t| {
    let mut doc = account(&t, "M1", "Meier");
    stored(&t, std::slice::from_ref(&doc)).await;
    assert_eq!(best(&t, "meier").await.hits.len(), 1);
    let renamed = Doc::new(t.firm.id, Kind::ActiveAccount, doc.entity, "Schulze", "schulze").with_code("M1");
    stored(&t, std::slice::from_ref(&renamed)).await;
    assert!(best(&t, "meier").await.hits.is_empty());
    assert_eq!(best(&t, "schulze").await.hits[0].sort_key, "schulze");
    doc = Doc::new(t.firm.id, Kind::ArchivedAccount, doc.entity, "Schulze", "schulze").with_code("M1");
    stored(&t, std::slice::from_ref(&doc)).await;
    assert!(best(&t, "schulze").await.hits.is_empty(), "it is in the archive");
    let mut conn = t.platform.db.read().await.unwrap();
    let query = Query::parse("schulze").unwrap();
    let old = find(&mut conn, t.firm.id, Kind::ArchivedAccount, &query, 50).await.unwrap();
    assert_eq!(old.hits.len(), 1);
    drop(conn);
    stored(&t, std::slice::from_ref(&renamed)).await;
    assert_eq!(best(&t, "schulze").await.hits.len(), 1, "and comes back");
    let anew = renamed.clone();
    let write = t.platform.db.write(move |tx| Box::pin(async move { Ok(put_anew(tx, &[anew]).await?) }));
    write.await.unwrap();
    assert_eq!(best(&t, "schul").await.hits.len(), 1);
    let gone = t.platform.db.write(|tx| {
        Box::pin(async move {
            let all = after(tx, Uuid::nil(), 10).await?;
            Ok(remove(tx, &all).await?)
        })
    });
    gone.await.unwrap();
    assert!(best(&t, "schulze").await.hits.is_empty());
});

on_both!(what_is_undone_is_not_found, |t| {
    stored(&t, &[account(&t, "M1", "Meier")]).await;
    let others: Vec<Doc> = (0..40).map(|n| account(&t, &format!("S{n}"), &format!("Schulze {n}"))).collect();
    // Queued together, so that on SQLite one commit holds what is kept and what is not.
    let writes = others.into_iter().enumerate().map(|(place, doc)| {
        t.platform.db.write(move |tx| {
            Box::pin(async move {
                put(tx, &[doc]).await?;
                if place % 2 == 0 { Err(AppError::Conflict) } else { Ok(()) }
            })
        })
    });
    let done = futures::future::join_all(writes).await;
    assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 20);
    assert_eq!(best(&t, "schulze").await.hits.len(), 20);
    assert_eq!(best(&t, "meier").await.hits.len(), 1);
    for place in 0..40 {
        assert_eq!(
            best(&t, &format!("s{place}")).await.hits.iter().any(|hit| hit.rank == Rank::ShortId),
            place % 2 == 1
        );
    }
});

on_both!(nothing_typed_is_taken_for_a_command, |t| {
    stored(&t, &[account(&t, "M1", "Meier AND Sohn"), account(&t, "N1", "NEAR OR NOT")]).await;
    let long = "meier ".repeat(2_000);
    let one_word = "m".repeat(10_000);
    for (text, count) in [
        ("\"", 0),
        ("meier\" OR \"x", 0),
        ("meier*", 1),
        ("meier AND", 1),
        ("NOT near", 1),
        ("NEAR(meier sohn)", 0),
        ("grams:meier", 0),
        ("meier ^sohn", 1),
        ("-meier", 1),
        ("meier'; DROP TABLE account; --", 0),
        ("%", 0),
        ("m_ier", 1),
        ("me\\ier", 1),
        ("{1,2}", 0),
        ("me\u{0}ier", 1),
        ("\u{202E}meier", 1),
        ("🦀 meier", 1),
        ("\u{FFFD}", 0),
        (&long, 1),
        (&one_word, 0),
    ] {
        assert_eq!(best(&t, text).await.hits.len(), count, "{text:.40?}");
    }
});
