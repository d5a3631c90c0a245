//! What is marked.

use super::super::{MOST_CHOICES, letters, matches, of_query};
use super::*;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// The text with brackets around what is marked.
fn marked(text: &str, typed: &str) -> String {
    let pieces = marks(text, &of_query(typed));
    if pieces.is_empty() {
        return text.to_owned();
    }
    pieces.iter().map(|it| if it.is_found { format!("[{}]", it.text) } else { it.text.clone() }).collect()
}

#[test]
fn what_was_searched_for_is_marked_however_it_is_spelled() {
    for (typed, text) in [
        ("mueller", "[Müller] GmbH"),
        ("müller", "Anna [Mueller]-Lang"),
        ("muller", "[MÜLLER]"),
        ("ell", "M[üll]er"),
        ("mu", "[Mü]ller [Mü] Emu"),
        ("er", "Bäuerle [Er]na"),
        ("strasse", "Große [Straße] 7"),
        ("stras", "Große [Straß]e 7"),
        ("rasse", "Große St[raße]"),
        ("renee", "[Renée] Dubois"),
        ("renee", "[Rene\u{301}e] Dubois"),
        ("aarhus", "[Århus] Kommune"),
        ("finanz", "[ﬁnanz]plan"),
        ("f", "[ﬁ]nanzplan"),
        ("さとう", "[サトウ]商事"),
        ("サトウ", "[ｻﾄｳ]"),
        ("がっこう", "[ｶﾞッコウ]ABC"),
        ("商", "佐藤[商]店"),
        ("abc", "サトウ商事[ＡＢＣ]"),
        ("obrien", "[O'Brien] & Co."),
        ("o'brien", "[O’Brien]"),
        ("meyerschmidt", "[Meyer-Schmidt]"),
        ("meyer schmidt", "[Meyer-Schmidt]"),
        ("schmidt meyer", "[Meyer] & Co. [Schmidt]"),
        ("anna@mueller.example", "[anna@mueller.example]"),
        ("@mueller", "anna@[mueller].example"),
        ("ann", "[ann]a@mueller.example"),
        ("+49 30 123456", "[+49 (0)30 123456]"),
        ("xyz", "Müller"),
    ] {
        let plain: String = text.chars().filter(|c| !"[]".contains(*c)).collect();
        assert_eq!(marked(&plain, typed), text, "{typed}");
    }
}

#[test]
fn a_letter_keeps_its_marks_and_joiners() {
    // Persian with a zero width non-joiner, Malayalam with a joiner, Devanagari with a vowel sign.
    for (typed, text) in [
        ("می", "[می\u{200C}]خواهم"),
        ("ക", "[ക\u{D4D}\u{200D}]"),
        ("क", "[की]"),
        ("o", "[o\u{308}\u{300}]ko"),
        ("mull", "[Mu\u{34F}\u{308}ll]er"),
    ] {
        let plain: String = text.chars().filter(|c| !"[]".contains(*c)).collect();
        assert_eq!(marked(&plain, typed), text, "{typed}");
    }
}

#[test]
fn a_short_id_is_marked_by_its_number_too() {
    let text = |typed: &str| {
        let pieces = code_marks("M12", &of_query(typed));
        pieces
            .iter()
            .map(|it| if it.is_found { format!("[{}]", it.text) } else { it.text.clone() })
            .collect::<String>()
    };
    assert_eq!(
        (text("m12"), text("12"), text("m"), text("2")),
        ("[M12]".into(), "M[12]".into(), "[M]12".into(), String::new())
    );
}

#[test]
fn a_word_that_is_spelled_in_very_many_ways_is_marked_in_no_time() {
    let text = "aeoeue".repeat(60);
    let query = of_query(&"aeoeue".repeat(33));
    assert!(marks(&text, &query).iter().any(|it| it.is_found));
    assert!(marks(&"a".repeat(400), &of_query(&format!("{}b", "a".repeat(150)))).is_empty());
}

/// Pieces of names in many scripts.
fn name() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Mü",
        "mu",
        "ue",
        "ller",
        "ß",
        "ss",
        "ae",
        "ä",
        "a\u{308}",
        "aa",
        "å",
        "o",
        "é",
        "e\u{301}",
        "ﬁ",
        "№",
        "Ǆ",
        "İ",
        "サ",
        "ｻ",
        "ﾞ",
        "か\u{3099}",
        "佐藤",
        "한국",
        "ക്\u{200D}",
        "می\u{200C}",
        "की",
        "👩\u{200D}👧",
        "-",
        " ",
        "@",
        ".",
        "'",
        "’",
        "1",
        "+49 30",
        "(0)",
        "\u{34F}",
        "\u{301}",
        "\u{316}",
    ]);
    prop::collection::vec(piece, 0..10).prop_map(|all| all.concat())
}

proptest! {
    #[test]
    fn the_pieces_are_the_text(text in "\\PC{0,30}", other in name(), typed in name(), any in "\\PC{0,12}") {
        for text in [&text, &other] {
            for typed in [&typed, &any] {
                let pieces = marks(text, &of_query(typed));
                let whole: String = pieces.iter().map(|it| it.text.as_str()).collect();
                prop_assert!(pieces.is_empty() || whole == *text);
                prop_assert!(pieces.iter().all(|it| !it.text.is_empty()));
                prop_assert!(pieces.is_empty() || pieces.iter().any(|it| it.is_found));
                prop_assert!(pieces.is_sorted_by(|one, next| one.is_found != next.is_found), "no two of a kind");
                prop_assert!(pieces.iter().skip(1).all(|it| !it.text.starts_with(clings)), "{pieces:?}");
            }
        }
    }

    #[test]
    fn whatever_finds_a_text_is_marked_in_it(text in name(), typed in name(), from in 0usize..12, length in 1usize..12) {
        let part: String = text.chars().skip(from).take(length).collect();
        for typed in [typed, part] {
            for wanted in of_query(&typed) {
                let query = [wanted];
                let finds = matches(&of_document(&text), &query);
                prop_assert_eq!(found_in(&text, &query), vec![finds]);
                if finds {
                    prop_assert!(!marks(&text, &query).is_empty(), "{:?} in {:?}", query, text);
                }
                let words = split(&text);
                let units = words.iter().flat_map(|it| &it.word);
                let choices = units.filter(|it| matches!(it, Unit::Either { .. })).count();
                if choices <= MOST_CHOICES && words.len() < 2 {
                    prop_assert_eq!(finds, !marks(&text, &query).is_empty());
                }
            }
        }
    }

    #[test]
    fn letters_are_taken_apart_as_the_standard_does(text in name(), any in "\\PC{0,20}") {
        for text in [text, any] {
            let plain = text.chars().filter(|c| !super::super::is_nothing(*c)).nfkd().flat_map(char::to_lowercase);
            let plain: String = plain.filter(|c| !super::super::is_nothing(*c)).collect();
            prop_assert_eq!(letters(&text).map(|(letter, _)| letter).collect::<String>(), plain);
        }
    }
}
