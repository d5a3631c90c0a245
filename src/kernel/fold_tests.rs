//! What finds what.

use super::{MOST_WORDS, is_anywhere, lead, matches, of_document, of_query, phone};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn finds(query: &str, document: &str) -> bool {
    matches(&of_document(document), &of_query(query))
}

#[test]
fn one_name_is_found_however_it_is_spelled() {
    for (query, document) in [
        // Marks.
        ("muller", "Müller GmbH"),
        ("MÜLLER", "müller"),
        ("Renée", "RENEE Dubois"),
        ("renee", "Renée"),
        ("Łódź", "Lodz"),
        ("lodz", "Łódź"),
        ("sokol", "Şökøł"),
        ("Đặng", "dang"),
        ("Ελληνας", "ΈΛΛΗΝΑΣ"),
        ("соловьев", "Соловьёв"),
        // Two letters for one.
        ("Müller", "Mueller"),
        ("Mueller", "Müller"),
        ("mueller", "MUELLER"),
        ("Bäuerle", "Baeuerle"),
        ("Baeuerle", "Bäuerle"),
        ("erle", "Bäuerle"),
        ("Bauer", "Bauer"),
        ("uer", "Bauer"),
        ("Goethe", "Göthe"),
        ("Göthe", "Goethe"),
        ("Århus", "Aarhus"),
        ("Aarhus", "Århus"),
        ("arhus", "Århus"),
        ("Sørensen", "Soerensen"),
        ("Soerensen", "Sørensen"),
        ("sorensen", "Sørensen"),
        ("Ærø", "Aeroe"),
        ("Aero", "Ærø"),
        ("Michaël", "Michael"),
        ("strasse", "Große Straße"),
        ("GROSSE STRASSE", "Große Straße"),
        ("Straße", "Strasse"),
        ("Þór", "Thor"),
        // Case where it is not simple.
        ("istanbul", "İSTANBUL"),
        ("İstanbul", "istanbul"),
        ("ISPARTA", "ısparta"),
        ("Isparta", "Isparta"),
        // Width and other forms of one letter.
        ("abc123", "ＡＢＣ１２３"),
        ("ＡＢＣ", "abc"),
        ("№ 5", "No 5"),
        ("ﬁnanz", "Finanz"),
        // Kana.
        ("さとう", "サトウ"),
        ("サトウ", "ｻﾄｳ"),
        ("がっこう", "ｶﾞｯｺｳ"),
        ("ガ", "\u{304B}\u{3099}"),
        ("ラーメン", "ﾗｰﾒﾝ屋"),
        ("スミス", "ジョン・スミス"),
        ("ジョンスミス", "ジョン・スミス"),
        ("商店", "佐藤商店"),
        ("藤", "佐藤商店"),
        ("佐藤商店", "佐藤 商店"),
        ("商店 佐藤", "佐藤商店"),
        ("商事abc", "ABC商事"),
        // Apostrophes.
        ("obrien", "O'Brien"),
        ("O’Brien", "O'Brien"),
        ("O´Brien", "OBrien"),
        ("o brien", "O'Brien"),
        ("O'Brien", "O Brien"),
        ("wirtshaus s", "'s Wirtshaus"),
        // Hyphens.
        ("Meyer-Schmidt", "Meyer Schmidt"),
        ("Meyer-Schmidt", "MeyerSchmidt"),
        ("Meyer Schmidt", "Meyer-Schmidt"),
        ("Meyer Schmidt", "MeyerSchmidt"),
        ("MeyerSchmidt", "Meyer-Schmidt"),
        ("MeyerSchmidt", "Meyer Schmidt"),
        ("Mueller Ludenscheidt", "Müller-Lüdenscheidt"),
        ("muellerluedenscheidt", "Müller-Lüdenscheidt"),
        ("mullerludenscheidt", "Müller-Lüdenscheidt"),
        // Word order, and what letters stand where.
        ("gmbh müller", "Müller & Söhne GmbH"),
        ("schm an", "Anna Schmidt"),
        ("ülle", "Müller"),
        ("m", "Müller"),
        // Addresses.
        ("anna@mueller", "anna.maria@mueller.example"),
        ("mueller.example", "anna@mueller.example"),
        ("anna@mueller.example", "anna@mueller.example"),
        ("müller", "anna@mueller.example"),
        ("annamaria", "anna.maria@mueller.example"),
        // Numbers to dial.
        ("+49 30 555-0100", "+49 (0)30 5550100"),
        ("0049 30 5550100", "+49 30 5550100"),
        ("030 555 01 00", "+49 (30) 555-0100"),
        ("305550100", "+49 30 5550100"),
        ("555", "+49 30 5550100"),
        // What cannot be seen.
        ("mul\u{AD}ler", "Müller"),
        ("\u{202E}müller\u{200F}", "Müller"),
        ("علي", "عَلِيّ"),
        // Scripts whose marks are letters.
        ("कुमार", "अजय कुमार"),
        ("김", "김민수"),
    ] {
        assert!(finds(query, document), "{query} finds {document}: {:?}", of_document(document));
    }
}

#[test]
fn what_is_another_name_is_not_found() {
    for (query, document) in [
        ("Muller", "Miller"),
        ("Mueller", "Muller"),
        ("ül", "Müller"),
        ("ll", "Müller"),
        ("Anna Schmidt", "Anna Meyer"),
        ("कमर", "कुमार"),
        ("か", "がっこう"),
        ("商会", "佐藤商店"),
        ("%", "100 %"),
        ("a_b", "axb"),
        ("", "Müller"),
        ("*", "Müller"),
        ("🦀", "🦀 Ltd"),
    ] {
        assert!(!finds(query, document), "{query} does not find {document}");
    }
}

#[test]
fn a_query_has_six_words_and_the_longest_stay() {
    assert_eq!(
        of_query("a bb ccc dddd eeeee ffffff ggggggg a"),
        ["bb", "ccc", "dddd", "eeeee", "ffffff", "ggggggg"]
    );
    assert_eq!(of_query("x y z u v w t").len(), MOST_WORDS);
    assert_eq!(of_query("x y z u v w t"), ["x", "y", "z", "u", "v", "w"], "the first of equals");
    assert_eq!(of_query("Anna ANNA ánna"), ["anna"]);
    assert!(of_query(" \t%_*'\"\\\u{0}").is_empty());
    assert!(of_query(&"x ".repeat(10_000)).len() == 1);
    assert_eq!(of_query(&"x".repeat(10_000)).concat().len(), 200);
}

#[test]
fn a_word_with_many_spellings_stays_small() {
    let all = of_document(&"aeoeue".repeat(30));
    assert!(all.len() <= 3, "{}", all.len());
    assert_eq!(of_document("Baeuerle"), ["baeuerle", "baurle", "baeurle", "bauerle"]);
}

#[test]
fn a_number_is_one_only_when_it_looks_like_one_to_dial() {
    assert_eq!(phone("+49 (0)30/555-0100").as_deref(), Some("49305550100"));
    assert_eq!(phone("+49 (0) 30/555-0100").as_deref(), Some("49305550100"));
    assert_eq!(phone("０３-３５５５-０１００").as_deref(), Some("335550100"));
    for other in ["2023 2024", "030", "0 1", "12/3", "+", "0", "+49 anna", "M 12", "0305550100"] {
        assert_eq!(phone(other), None, "{other}");
    }
}

#[test]
fn names_lead_in_one_spelling() {
    for (name, expected) in [
        ("Müller-Lüdenscheidt", "muller ludenscheidt"),
        ("Mueller Luedenscheidt", "muller ludenscheidt"),
        ("  O'Brien & Söhne KG", "obrien sohne kg"),
        ("佐藤AG", "佐藤 ag"),
        ("***", ""),
    ] {
        assert_eq!(lead(name), expected, "{name}");
    }
}

proptest! {
    #[test]
    fn composed_and_taken_apart_are_one(text in "\\PC{0,40}", other in "[äöüÄåøßİıéがｶﾞa-z '-]{0,20}") {
        for text in [text, other] {
            let (nfc, nfd): (String, String) = (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(of_document(&nfc), of_document(&nfd));
            prop_assert_eq!(lead(&nfc), lead(&nfd));
            let (short_nfc, short_nfd): (String, String) = (nfc.chars().take(15).collect(), nfc.chars().take(15).nfd().collect());
            prop_assert_eq!(of_query(&short_nfc), of_query(&short_nfd));
        }
    }

    #[test]
    fn a_name_finds_itself_and_each_of_its_words(text in "[\\p{L}\\p{N}äöüaeouß '&.-]{1,40}") {
        let document = of_document(&text);
        let query = of_query(&text);
        prop_assert!(query.is_empty() || phone(&text).is_some() || matches(&document, &query), "{:?} in {:?}", query, document);
        for word in text.split_whitespace() {
            let query = of_query(word);
            prop_assert!(query.is_empty() || phone(word).is_some() || matches(&document, &query), "{:?} in {:?}", query, document);
        }
    }

    #[test]
    fn words_hold_nothing_that_an_index_or_a_pattern_would_read(text in "\\PC{0,60}", bytes in any::<Vec<u16>>()) {
        let odd = String::from_utf16_lossy(&bytes);
        for text in [text, odd] {
            for word in of_document(&text).iter().chain(&of_query(&text)) {
                prop_assert!(!word.is_empty());
                let is_sound = |c: char| !c.is_control() && !c.is_whitespace() && (!c.is_ascii() || c.is_ascii_alphanumeric());
                prop_assert!(word.chars().all(is_sound), "{:?}", word);
                let _ = is_anywhere(word);
            }
        }
    }
}
