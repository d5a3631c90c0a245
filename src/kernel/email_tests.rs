use super::EmailProblem::{Character, Domain, Empty, Hidden, Malformed, Number, Several, TooLong};
use super::*;
use idna::uts46::{AsciiDenyList, Hyphens, Uts46};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn norm(text: &str) -> String {
    EmailAddress::parse(text).unwrap_or_else(|problem| panic!("{text:?}: {problem:?}")).norm().to_owned()
}

#[test]
fn matching_ignores_case_and_the_shown_form_is_kept() {
    let address = EmailAddress::parse("  Anna.Mueller+tax@Example.ORG ").unwrap();
    assert_eq!(address.shown(), "Anna.Mueller+tax@Example.ORG");
    assert_eq!(address.norm(), "anna.mueller+tax@example.org");
}

/// What was handed in, what it must become, and which kind of trouble it stands for.
const FINE: &[(&str, &str, &str)] = &[
    ("Anna <anna@mueller.example>", "anna@mueller.example", "a name around it"),
    ("\"Müller, Anna\" <anna@mueller.example>", "anna@mueller.example", "a name with a comma"),
    ("anna@mueller.example <anna@mueller.example>", "anna@mueller.example", "the address as its name"),
    ("<anna@mueller.example>", "anna@mueller.example", "brackets"),
    ("'anna@mueller.example'", "anna@mueller.example", "quotes"),
    ("mailto:anna@mueller.example", "anna@mueller.example", "a link"),
    ("MailTo:anna@mueller.example?subject=Hello%20you", "anna@mueller.example", "a link with a subject"),
    ("<mailto:anna@mueller.example>;", "anna@mueller.example", "a link in brackets"),
    ("anna@mueller.example;", "anna@mueller.example", "a trailing semicolon"),
    ("anna@mueller.example, ", "anna@mueller.example", "a trailing comma"),
    ("anna@mueller.example.", "anna@mueller.example", "a trailing dot"),
    ("; anna@mueller.example ;.,", "anna@mueller.example", "several of them"),
    ("\u{FEFF}anna@mueller.example", "anna@mueller.example", "a byte order mark"),
    ("anna@\u{200B}mueller.\u{200B}example", "anna@mueller.example", "zero-width spaces"),
    ("an\u{AD}na@mueller.example", "anna@mueller.example", "a soft hyphen"),
    ("\u{A0}anna@mueller.example\u{A0}", "anna@mueller.example", "no-break spaces"),
    ("\u{3000}anna@mueller.example\r\n", "anna@mueller.example", "a wide space and a line break"),
    ("\u{202A}anna@mueller.example\u{202C}", "anna@mueller.example", "direction marks around it"),
    ("\u{200E}anna@mueller.example\u{200D}", "anna@mueller.example", "marks at the ends"),
    ("ANNA@MUELLER.EXAMPLE", "anna@mueller.example", "case"),
    ("o'neil!#$%&*+-/=?^_`{|}~@mueller.example", "o'neil!#$%&*+-/=?^_`{|}~@mueller.example", "all signs"),
    ("büro@mueller.example", "büro@mueller.example", "an umlaut before the @"),
    ("bu\u{308}ro@mueller.example", "büro@mueller.example", "an umlaut in two pieces"),
    ("BÜRO@mueller.example", "büro@mueller.example", "an upper-case umlaut"),
    ("山田@mueller.example", "山田@mueller.example", "kanji before the @"),
    ("ผู้ใช้@mueller.example", "ผู้ใช้@mueller.example", "letters with marks"),
    ("x@kanzlei-müller.example", "x@xn--kanzlei-mller-4ob.example", "a domain in its letters"),
    ("x@kanzlei-mu\u{308}ller.example", "x@xn--kanzlei-mller-4ob.example", "the same in two pieces"),
    ("X@KANZLEI-MÜLLER.EXAMPLE", "x@xn--kanzlei-mller-4ob.example", "the same in upper case"),
    ("x@xn--kanzlei-mller-4ob.example", "x@xn--kanzlei-mller-4ob.example", "the same in punycode"),
    (
        "x@XN--KANZLEI-MLLER-4OB.example.",
        "x@xn--kanzlei-mller-4ob.example",
        "the same, upper case, with a dot",
    ),
    ("x@straße.example", "x@xn--strae-oqa.example", "sharp s is a letter of its own"),
    ("x@ｍｕｅｌｌｅｒ．ｅｘａｍｐｌｅ", "x@mueller.example", "a full-width domain"),
    ("x@mueller。example", "x@mueller.example", "an ideographic stop"),
    ("x@ab--cd.example", "x@ab--cd.example", "hyphens in the middle"),
    ("x@3com.example", "x@3com.example", "a digit at the start of a name"),
    ("x@例え.テスト", "x@xn--r8jz45g.xn--zckzah", "a top-level domain in kana"),
];

const REFUSED: &[(&str, EmailProblem, &str)] = &[
    ("   ", Empty, "nothing"),
    ("\u{FEFF}\u{200B} ;", Empty, "nothing that is seen"),
    ("anna", Malformed, "no @"),
    ("Kanzlei Müller", Malformed, "a name"),
    ("@example.org", Malformed, "nothing before the @"),
    ("anna@", Malformed, "nothing after the @"),
    ("anna@localhost", Malformed, "no dot"),
    ("a@@example.org", Malformed, "two @"),
    ("a@b@example.org", Malformed, "an @ before the @"),
    (".a@example.org", Malformed, "a dot at the start"),
    ("a.@example.org", Malformed, "a dot before the @"),
    ("a..b@example.org", Malformed, "two dots"),
    ("mailto:a%2Bb@example.org", Malformed, "a link that is encoded"),
    ("a@example.org,b@example.org", Several, "two with a comma"),
    ("a@example.org; b@example.org", Several, "two with a semicolon"),
    ("Anna <a@example.org>, Bo <b@example.org>", Several, "two with names"),
    ("a@example.org b@example.org", Several, "two with a space"),
    ("a b@example.org", Hidden, "a space before the @"),
    ("a@exa mple.org", Hidden, "a space after the @"),
    ("a\u{A0}b@example.org", Hidden, "a no-break space inside"),
    ("a\r\nBcc: x@example.org", Hidden, "a header"),
    ("a\u{0}@example.org", Hidden, "a NUL"),
    ("a@example.org\u{0}", Hidden, "a NUL at the end"),
    ("a\u{202E}@example.org", Hidden, "a change of direction"),
    ("a\u{200D}b@example.org", Hidden, "a joiner"),
    ("ａｎｎａ@example.org", Character, "full-width letters"),
    ("ｱﾝﾅ@example.org", Character, "half-width katakana"),
    ("😀@example.org", Character, "an emoji"),
    ("1\u{FE0F}\u{20E3}@example.org", Character, "a digit in a box"),
    ("①@example.org", Character, "a circled digit"),
    ("ﬁscus@example.org", Character, "two letters in one"),
    ("𝐚nna@example.org", Character, "a letter from mathematics"),
    ("\u{3164}@example.org", Character, "a letter that draws nothing"),
    ("\"a b\"@example.org", Hidden, "a quoted space"),
    ("\"a\"@example.org", Character, "a quoted name"),
    ("a(work)@example.org", Character, "a comment"),
    ("a\\b@example.org", Character, "a backslash"),
    ("a„b“@example.org", Character, "typographic quotes"),
    ("office@10.0.0.1", Number, "an IPv4 address"),
    ("office@[10.0.0.1]", Number, "an IPv4 literal"),
    ("office@[IPv6:::1]", Number, "an IPv6 literal"),
    ("info@weber.1", Number, "a number as top-level domain"),
    ("a@ex.123", Number, "a longer number"),
    ("a@ex.0x7f", Number, "a hexadecimal number"),
    ("a@ex.①", Number, "a number that is drawn differently"),
    ("info@xn--a.example", Domain, "wrong punycode"),
    ("info@xn--.example", Domain, "no punycode at all"),
    ("info@xn--abc-.example", Domain, "punycode of plain letters"),
    ("a@example..org", Domain, "two dots"),
    ("a@.example.org", Domain, "a dot after the @"),
    ("a@-x.org", Domain, "a hyphen at the start"),
    ("a@x-.org", Domain, "a hyphen at the end"),
    ("a@ex_ample.org", Domain, "an underscore"),
    ("a@exam:ple.org", Domain, "a colon"),
    ("a@example.org/path", Domain, "a path"),
    ("a@ex%61mple.org", Domain, "an encoded letter"),
    ("a@\u{301}x.org", Domain, "a mark without its letter"),
];

#[test]
fn what_can_be_cleaned_is_cleaned_and_one_mailbox_has_one_form() {
    for (typed, expected, kind) in FINE {
        assert_eq!(norm(typed), *expected, "{kind}: {typed:?}");
    }
}

#[test]
fn what_the_mailer_could_not_use_is_refused_with_its_reason() {
    for (typed, problem, kind) in REFUSED {
        assert_eq!(
            EmailAddress::parse(typed).map(|it| it.norm().to_owned()),
            Err(*problem),
            "{kind}: {typed:?}"
        );
    }
}

#[test]
fn lengths_are_those_of_the_wire() {
    let local = "a".repeat(64);
    assert!(EmailAddress::parse(&format!("{local}@example.org")).is_ok());
    assert_eq!(EmailAddress::parse(&format!("a{local}@example.org")), Err(TooLong));
    let domain = ["b".repeat(60), "c".repeat(60), "d".repeat(60)].join(".");
    let longest = format!("{local}@{domain}.exampl");
    assert_eq!(longest.len(), EmailAddress::MAX_BYTES);
    assert!(EmailAddress::parse(&longest).is_ok());
    assert_eq!(EmailAddress::parse(&format!("{longest}e")), Err(TooLong));
    // Short in its letters, long in ASCII.
    let wide = ["山".repeat(18), "田".repeat(18), "川".repeat(18), "森".repeat(18)].join(".");
    assert!(wide.len() < 230 && EmailAddress::parse(&format!("{local}@{wide}")).is_err());
    assert_eq!(EmailAddress::parse(&format!("a@{}.example", "b".repeat(64))), Err(Domain));
    assert_eq!(EmailAddress::parse(&"a".repeat(10_000)), Err(TooLong));
}

#[test]
fn people_read_the_domain_in_its_letters_and_servers_in_ascii() {
    for typed in ["Büro.Nord@xn--kanzlei-mller-4ob.example", "Büro.Nord@Kanzlei-Müller.example"] {
        let address = EmailAddress::parse(typed).unwrap();
        assert_eq!(address.shown(), "Büro.Nord@kanzlei-müller.example");
        assert_eq!(address.on_the_wire(), ("Büro.Nord", "xn--kanzlei-mller-4ob.example"));
        assert!(!address.is_plain());
    }
}

#[test]
fn a_row_of_an_older_grammar_keeps_its_address() {
    let old = EmailAddress::stored("Office@10.0.0.1");
    assert_eq!((old.shown(), old.norm()), ("Office@10.0.0.1", "office@10.0.0.1"));
    assert_eq!(EmailAddress::stored("x@Kanzlei-Müller.example").norm(), "x@xn--kanzlei-mller-4ob.example");
}

#[test]
fn a_look_up_tries_the_spelling_and_the_mailbox() {
    let typed = Lookup::of(" X@Kanzlei-Müller.example");
    assert_eq!(typed.spelling, "x@kanzlei-müller.example");
    assert_eq!(typed.norm, "x@xn--kanzlei-mller-4ob.example");
    let typed = Lookup::of("Anna <X@XN--kanzlei-mller-4ob.example>");
    assert_eq!(
        (typed.spelling.as_str(), typed.spelling == typed.norm),
        ("x@xn--kanzlei-mller-4ob.example", true)
    );
    for nothing in ["a\u{0}@b.example", &"a".repeat(255)] {
        assert_eq!(Lookup::of(nothing).norm, "");
    }
}

#[test]
fn what_finds_one_row_is_counted_as_one_however_it_is_typed() {
    for (row, typed) in [
        // Of an older grammar: today's reads none of these as an address.
        (
            "office@10.0.0.1",
            vec!["office@10.0.0.1", "OFFICE@10.0.0.1", " Office@10.0.0.1; ", "O\u{200B}ffice@10.0.0.1"],
        ),
        (
            "a..b@x.example",
            vec!["a..b@x.example", "A..b@X.example", "Anna <a..B@x.example>", "'a..b@x.example',"],
        ),
        ("θ@x.example", vec!["θ@x.example", "Θ@X.example", "ϴ@x.example"]),
    ] {
        for text in typed {
            let lookup = Lookup::of(text);
            assert!(
                [&lookup.norm, &lookup.spelling, &lookup.readable].contains(&&row.to_owned()),
                "{text:?}"
            );
            assert_eq!(lookup.counted, row, "{text:?}");
        }
    }
    // An address with more around it than is read finds nobody, or each of these would be counted apart.
    let padded = format!("anna@x.example{}", "\u{200B}".repeat(400));
    let lookup = Lookup::of(&padded);
    assert_eq!([lookup.norm, lookup.spelling, lookup.readable], ["", "", ""]);
    assert_ne!(
        Lookup::of("a\u{0}b").counted,
        Lookup::of("a\u{0}c").counted,
        "nobody's are not counted together"
    );
}

#[test]
fn a_sender_may_have_a_name() {
    let read = |text: &str| mailbox(text).map(|(name, address)| (name, address.shown().to_owned()));
    let x = "portico@x.example".to_owned();
    assert_eq!(read("portico@x.example"), Ok((String::new(), x.clone())));
    assert_eq!(read("Portico <portico@x.example>"), Ok(("Portico".to_owned(), x.clone())));
    assert_eq!(read("\"Weber, Partner\" <portico@x.example>"), Ok(("Weber, Partner".to_owned(), x)));
    assert_eq!(read("Portico <portico@10.0.0.1>"), Err(Number));
    assert_eq!(read("büro@x.example"), Err(Character));
    assert_eq!(read("Portico"), Err(Malformed));
}

#[test]
fn a_masked_address_shows_one_letter_and_the_domain() {
    assert_eq!(EmailAddress::parse("jo@mail.example").unwrap().masked(), "j***@mail.example");
}

/// One of the ways to write this address.
fn spelled(local: &str, domain: &str, way: u32) -> String {
    let has = |bit: u32| way & (1 << bit) != 0;
    let mut local = local.to_owned();
    let mut domain = domain.to_owned();
    if has(0) {
        domain = idna::domain_to_ascii_strict(&domain).unwrap();
    }
    if has(1) {
        domain = domain.to_uppercase();
    }
    if has(2) {
        local = local.to_uppercase();
    }
    if has(3) {
        local = local.nfd().collect();
    }
    if has(4) {
        domain = domain.nfd().collect();
    }
    if has(5) {
        domain.push('.');
    }
    if has(6) { format!("Anna Müller <{local}@{domain}>;") } else { format!("{local}@{domain}") }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_two_spellings_name_one_mailbox_have_one_form(
        local in "[a-z0-9äöüéñжλ山田]{1,8}([.+_-][a-z0-9äé山]{1,6})?",
        domain in "([a-zäöüéßжλ山ก][a-z0-9äöü]{0,8}\\.){1,2}(example|museum|рф|テスト)",
        one in 0u32..128, other in 0u32..128,
    ) {
        // Upper case of ß is not it.
        let way = |way: u32| if domain.contains('ß') { way & !2 } else { way };
        let (one, other) = (spelled(&local, &domain, way(one)), spelled(&local, &domain, way(other)));
        let (a, b) = (EmailAddress::parse(&one), EmailAddress::parse(&other));
        prop_assert!(a.is_ok(), "{:?}: {:?}", one, a);
        let (a, b) = (a.unwrap(), b.unwrap());
        prop_assert_eq!(a.norm(), b.norm(), "{} and {}", one, other);
        prop_assert!(a.on_the_wire().1.is_ascii());
        let (readable, _) = Uts46::new().to_unicode(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast);
        prop_assert_eq!(a.shown().rsplit_once('@').unwrap().1.to_lowercase(), readable.into_owned());
    }

    #[test]
    fn what_is_accepted_is_accepted_again_and_stays_what_it_is(
        text in "(xn--|[a-zA-Z0-9]|[äßΣİ山ｅ①]|\\PC|[-._@@@+<>,; ']|\u{AD}|\u{200D}|\u{301}|mailto:|\\.example){1,14}"
    ) {
        if let Ok(address) = EmailAddress::parse(&text) {
            let again = EmailAddress::parse(address.shown());
            prop_assert_eq!(again.as_ref().map(EmailAddress::norm), Ok(address.norm()), "{:?}", text);
            prop_assert_eq!(again.as_ref().map(EmailAddress::shown), Ok(address.shown()));
            if let Ok(norm) = EmailAddress::parse(address.norm()) {
                prop_assert_eq!(norm.norm(), address.norm());
            }
            let (local, domain) = address.on_the_wire();
            prop_assert!(domain.is_ascii() && domain.contains('.') && !local.is_empty() && local.len() <= 64);
        }
    }
}
