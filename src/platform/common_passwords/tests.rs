use proptest::prelude::*;

use super::*;

const CONTEXT: [&str; 5] =
    ["Weber & Partner Steuerberatung", "Portico", "Anna Müller", "anna.mueller", "mueller-soehne.example"];

fn found(password: &str) -> Option<Weakness> {
    weakness(password, &CONTEXT)
}

#[test]
fn a_good_passphrase_passes_in_every_language() {
    for password in [
        "correct horse battery staple moon",
        "seven green kettles whistle",
        "Tr0ub4dor&3-vs-the-tide",
        "summer rain on the tin roof",
        "drei Äpfel am Fenster",
        "Der Regen malt Kreise in den Hof",
        "Steuern zahlt man am besten mit Humor",
        "anna-liebt-den-regen-in-tokio",
        "今日はとても良い天気ですね",
        "猫は窓辺で丸くなって眠る",
        "さくらの下で三年まつ人",
        "kX7#vQ9!mZ2$",
        "u4PkGgZ0sWvEoQ1d",
        "8391 4417 0922 5561",
    ] {
        assert_eq!(found(password), None, "{password}");
    }
}

#[test]
fn listed_passwords_are_common_in_any_case_and_with_an_ending() {
    for password in [
        "1qaz2wsx3edc!",
        "PolniyPizdec0211",
        "leavemealone",
        "LeaveMeAlone",
        "leavemealone1!",
        "SonyEricsson2024",
        "l3avem3alon3",
        "finalfantasy",
    ] {
        assert!(matches!(found(password), Some(Weakness::Common | Weakness::Sequence)), "{password}");
    }
}

#[test]
fn a_very_common_word_stays_common_when_repeated_or_extended() {
    for password in [
        "password2024!",
        "P@ssw0rd2024!",
        "passwordpassword",
        "password-password1",
        "Passwort1234!",
        "Sommer2026!!!",
        "2026Fruehling!",
        "Frühling2026!",
        "sunshine12345",
        "Dragon!!1984!",
        "willkommen123",
        "ｐａｓｓｗｏｒｄ１２３４",
        "パスワード1234567",
        "Buchhaltung2026",
        "passwortpasswort",
        "password1234567890",
    ] {
        assert_eq!(found(password), Some(Weakness::Common), "{password}");
    }
}

#[test]
fn a_common_word_in_a_longer_sentence_is_no_weakness() {
    for password in ["password hidden under a fern", "my dragon eats sunshine", "Sommer am Bodensee 1987"] {
        assert_eq!(found(password), None, "{password}");
    }
}

#[test]
fn words_known_about_firm_and_person_are_refused_and_named() {
    for (password, word) in [
        ("WeberPartner2026!", "partner"),
        ("weber-und-partner", "partner"),
        ("AnnaMueller1987", "annamueller"),
        ("annamüller!!!", "annamüller"),
        ("Mueller123456", "mueller"),
        ("mu3ll3rmu3ll3r", "mueller"),
        ("Portico2026!!", "portico"),
        ("porticoportico", "portico"),
        ("MuellerSoehne1", "mueller"),
        ("weber1234567890", "weber"),
        ("Steuerberatung24", "steuerberatung"),
    ] {
        assert_eq!(found(password), Some(Weakness::Context(word.to_owned())), "{password}");
    }
    assert_eq!(
        weakness("佐藤税理士事務所2026!", &["佐藤税理士事務所"]),
        Some(Weakness::Context("佐藤税理士事務所".to_owned()))
    );
}

#[test]
fn short_context_words_do_not_count() {
    assert_eq!(weakness("Adas Uhr tickt leise", &["Ada", "ag"]), None);
}

#[test]
fn patterns_are_refused_as_what_they_are() {
    assert_eq!(found("aaaaaaaaaaaa"), Some(Weakness::Repeats));
    assert_eq!(found("abc123abc123"), Some(Weakness::Repeats));
    assert_eq!(found("geheimgeheimgeheim"), Some(Weakness::Repeats));
    assert_eq!(found("abcdefghijkl"), Some(Weakness::Sequence));
    assert_eq!(found("qwertzuiop123"), Some(Weakness::Sequence));
}

#[test]
fn the_lists_are_complete_sorted_and_folded() {
    assert_eq!(PASSWORDS.len(), 100_000);
    assert!(BASES.len() > 5_000);
    for list in [&PASSWORDS, &BASES] {
        assert!(list.is_sorted());
        assert!(list.iter().all(|entry| !entry.is_empty() && **entry == entry.to_lowercase()));
    }
    assert!(PASSWORDS.iter().all(|entry| (12..=128).contains(&entry.chars().count())));
}

proptest! {
    #[test]
    fn no_password_makes_it_panic(password in "(\\PC|pass|123|ß|ﬀ|\u{0}){0,40}", word in "\\PC{0,12}") {
        let _ = weakness(&password, &[&word]);
    }
}
