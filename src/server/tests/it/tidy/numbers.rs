//! A number of the house stands once, as a constant in the `rules.rs` of its slice. Texts are filled with it; where a
//! sentence says it in words, a table here holds the words to the constant.

use super::{is_test, sources};
use access::attempts::{STAFF_RESET, STAFF_RESET_BY};
use access::codes::{DIGITS, OWN_ADDRESS, SIGN_IN};
use access::gate::{DEVICE_LIFE, PROOF_LIFE};
use access::links::{HELD_FOR, MAIL_INTERVAL, MAIL_WINDOW, MOST_MAILS};
use access::mail_state::DELIVERY_TIME;
use access::password::{SELF_SERVICE_LIFE, STAFF_SENT_LIFE};
use access::team::{INVITATION_LIFE, MOST_ACCOUNTS};
use clients::info::Which;
use clients::own_address::rules::STOP_LIFE;
use kernel::phone::MAX_PHONE;
use kernel::{EmailAddress, Ts};
use platform::audit::attempts::WINDOW;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const LANGUAGES: [&str; 3] = ["en", "de", "ja"];

/// Texts that are filled with a number and speak of many: the place, the rule, and the unit that it is told in.
const FILLED: &[(&str, &str, i64, i64)] = &[
    ("activity.device_trusted", "days", DEVICE_LIFE, Ts::DAY),
    ("address.too_long", "local", EmailAddress::MAX_LOCAL as i64, 1),
    ("address.too_long", "most", EmailAddress::MAX_BYTES as i64, 1),
    ("address_changes.dialog.step_off", "days", access::address_acceptance::REMOVE_AFTER, Ts::DAY),
    ("address_changes.expired.text", "days", clients::address_changes::rules::LIFE, Ts::DAY),
    ("client_help.cannot.firm", "reset_hours", STAFF_SENT_LIFE, Ts::HOUR),
    ("client_help.code.copy", "code_minutes", SIGN_IN.life, Ts::MINUTE),
    ("client_help.code.copy", "mail_minutes", DELIVERY_TIME, Ts::MINUTE),
    ("contact_settings.reset.text", "hours", STAFF_SENT_LIFE, Ts::HOUR),
    ("contact_settings.reset.too_many", "hours", STAFF_SENT_LIFE, Ts::HOUR),
    ("help.cannot.step3", "mail_minutes", DELIVERY_TIME, Ts::MINUTE),
    ("help.cannot.step3", "reset_minutes", SELF_SERVICE_LIFE, Ts::MINUTE),
    ("help.code.lead", "digits", DIGITS as i64, 1),
    ("help.code.lead", "mail_minutes", DELIVERY_TIME, Ts::MINUTE),
    ("help.code.step3", "code_minutes", SIGN_IN.life, Ts::MINUTE),
    ("help.code.step3", "mail_minutes", DELIVERY_TIME, Ts::MINUTE),
    ("help.code.step7", "trust_days", DEVICE_LIFE, Ts::DAY),
    ("own_address.check", "mail_minutes", DELIVERY_TIME, Ts::MINUTE),
    ("own_address.check", "minutes", OWN_ADDRESS.life, Ts::MINUTE),
    ("own_address.mail.code_preheader", "minutes", OWN_ADDRESS.life, Ts::MINUTE),
    ("own_address.mail.code_valid", "minutes", OWN_ADDRESS.life, Ts::MINUTE),
    ("own_address.sent", "digits", DIGITS as i64, 1),
    ("own_address.undo.late", "days", STOP_LIFE, Ts::DAY),
    ("password.wait.minutes", "mail_minutes", DELIVERY_TIME, Ts::MINUTE),
    ("password.wait.minutes", "minutes", SELF_SERVICE_LIFE, Ts::MINUTE),
    ("setup.no_phone", "most", MAX_PHONE as i64, 1),
    ("sign_in.code_hint", "digits", DIGITS as i64, 1),
    ("sign_in.code_malformed", "digits", DIGITS as i64, 1),
    ("sign_in.code_sent", "minutes", DELIVERY_TIME, Ts::MINUTE),
    ("sign_in.code_works.one", "minutes", SIGN_IN.life, Ts::MINUTE),
    ("sign_in.code_works.other", "minutes", SIGN_IN.life, Ts::MINUTE),
    ("sign_in.code_wrong", "minutes", SIGN_IN.life, Ts::MINUTE),
    ("sign_in.code_wrong", "minutes", OWN_ADDRESS.life, Ts::MINUTE),
    ("sign_in.help.wait", "minutes", DELIVERY_TIME, Ts::MINUTE),
    ("sign_in.mail.preheader", "minutes", SIGN_IN.life, Ts::MINUTE),
    ("sign_in.mail.valid", "minutes", SIGN_IN.life, Ts::MINUTE),
    ("sign_in_link.mail.text", "minutes", access::sign_in_link::LIFE, Ts::MINUTE),
    ("step_up.text", "minutes", PROOF_LIFE, Ts::MINUTE),
    ("team.accounts.more", "n", MOST_ACCOUNTS as i64, 1),
    ("team.invite.text", "hours", INVITATION_LIFE, Ts::HOUR),
    ("team.invited.text", "hours", INVITATION_LIFE, Ts::HOUR),
    ("trusted_devices.trust", "days", DEVICE_LIFE, Ts::DAY),
];

/// A sentence that says a number in words: where, the words in each language, what they say, and the rule.
type Said = (&'static str, [&'static str; 3], i64, i64);

/// Texts that would sound odd with a number in them.
const WORDS: &[Said] = &[
    ("activity.more_codes", WITHIN_THE_HOUR, Ts::HOUR, WINDOW),
    ("activity.more_passwords", WITHIN_THE_HOUR, Ts::HOUR, WINDOW),
    ("activity.more_proofs", WITHIN_THE_HOUR, Ts::HOUR, WINDOW),
    (
        "bulk_invitations.reason.just_now",
        ["less than a minute ago", "weniger als einer Minute", "1分以内"],
        Ts::MINUTE,
        MAIL_INTERVAL,
    ),
    ("bulk_invitations.reason.five_today", ["five", "fünf", "5回"], 5, MOST_MAILS as i64),
    ("bulk_invitations.reason.five_today", ["a day", "eines Tages", "1日に"], Ts::DAY, MAIL_WINDOW),
    ("contact_settings.reset.too_many", AN_HOUR, Ts::HOUR, STAFF_RESET.window),
    ("contact_settings.reset.too_many", AN_HOUR, Ts::HOUR, STAFF_RESET_BY.window),
    ("contacts.address.text", ["all three", "alle drei", "3つとも"], 3, Which::ALL.len() as i64),
    ("mailed_links.none.text", ["for an hour", "eine Stunde lang", "1時間だけ"], Ts::HOUR, HELD_FOR),
];
const WITHIN_THE_HOUR: [&str; 3] = ["within the hour", "innerhalb einer Stunde", "1時間以内"];
const AN_HOUR: [&str; 3] = ["within an hour", "innerhalb einer Stunde", "1時間の上限"];

/// What stands outside of catalogs and Rust's constants, by file: clap wants its texts when compiling, a script cannot ask.
const ELSEWHERE: &[(&str, &str, i64, i64)] = &[
    ("app/session_end.js", "WARN = 120,", 120 * Ts::SECOND, access::sessions::END_WARNING),
    ("server/cli/firm.rs", "within 15 minutes", 15 * Ts::MINUTE, access::sign_in_link::LIFE),
    ("server/cli/serve.rs", "within the hour", Ts::HOUR, access::setup::LINK_LIFE),
];

/// Numbers in texts that are no rule of ours: the text, its language or all, what stands there, and why.
const NO_RULES: &[(&str, &str, &str, &str)] = &[
    ("client_help.account.firm", "en", "Two addresses", "any two"),
    ("client_help.account.firm", "de", "Zwei Adressen", "any two"),
    ("client_help.account.firm", "ja", "2つのアドレス", "any two"),
    ("client_help.cannot.firm", "en", "the three dots", "what the button looks like"),
    ("client_help.cannot.firm", "de", "die drei Punkte", "what the button looks like"),
    ("contacts.known.hint", "en", "Two people", "any two"),
    ("contacts.known.hint", "de", "Zwei Personen", "any two"),
    ("contacts.known.hint", "ja", "2人", "any two"),
    ("firm.hosts.proof.missing", "en", "up to an hour", "how long others keep what the DNS told them"),
    ("firm.hosts.proof.missing", "de", "bis zu einer Stunde", "how long others keep what the DNS told them"),
    ("firm.hosts.proof.missing", "ja", "最大1時間", "how long others keep what the DNS told them"),
    ("firm.look.colours_text", "ja", "2色", "those above it"),
    ("firm.look.own_ask", "ja", "2つの色", "those above it"),
    ("firm.look.fault.pale", "", ":1", "how a contrast is written"),
    ("help.basics.step1", "", "F5", "a key"),
    ("password.long_enough", "ja", "十分", "a word: enough"),
    ("password.reset_expired", "en", "a minute", "a manner of speaking"),
    ("password.reset_expired", "de", "eine Minute", "a manner of speaking"),
    ("setup.text", "en", "two minutes", "how long it takes whoever does it"),
    ("setup.text", "de", "zwei Minuten", "how long it takes whoever does it"),
    ("setup.text", "ja", "2分ほど", "how long it takes whoever does it"),
];

/// Japanese writes one and once in digits.
const ONE_AND_ONCE: [&str; 4] = ["1つ", "1人", "1回", "1文字"];

/// Constants outside of `rules.rs` that are no rule: the file, the line, and why.
const TECHNICAL: &[(&str, &str, &str)] = &[(
    "access/alerts/server/watching.rs",
    "const RETRY: i64 = Ts::MINUTE;",
    "how long the worker waits after a failure",
)];

/// The texts of a language by their keys.
fn texts(language: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../i18n/catalogs").join(language);
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        let area = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut section = area.clone();
        for line in fs::read_to_string(&path).unwrap().lines() {
            if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                section = format!("{area}.{name}");
            } else if let Some((name, said)) = line.split_once(" = ") {
                all.insert(format!("{section}.{name}"), said.trim_matches('"').to_owned());
            }
        }
    }
    all
}

/// Those of all languages, in their order.
fn all_texts() -> [BTreeMap<String, String>; 3] {
    let all = LANGUAGES.map(texts);
    assert!(all.iter().all(|of| of.len() > 900), "{:?}", all.each_ref().map(BTreeMap::len));
    all
}

/// Words for more than one.
const COUNTS: [&[&str]; 2] = [
    &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "fourteen", "fifteen", "twenty", "thirty", "sixty", "seventy", "ninety", "hundred", "thousand",
        "half", "quarter", "dozen",
    ],
    &[
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "vierzehn",
        "fünfzehn",
        "zwanzig",
        "dreißig",
        "sechzig",
        "siebzig",
        "neunzig",
        "hundert",
        "tausend",
        "halbe",
        "halben",
        "viertelstunde",
        "dutzend",
    ],
];
/// Words for one, if a time follows.
const ONES: [&[&str]; 2] = [&["a", "an", "one", "the"], &["ein", "eine", "einem", "einen", "einer", "eines"]];
const TIMES: [&[&str]; 3] = [
    &["second", "minute", "hour", "day", "week", "month", "year"],
    &["sekunde", "minute", "stunde", "tag", "tages", "woche", "monat", "monats", "jahr", "jahres"],
    &["秒", "分", "時間", "日", "週", "か月", "年"],
];

/// A text without its places.
fn without_places(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, place)) = rest.split_once('{') {
        out.push_str(before);
        out.push('\u{1}');
        rest = place.split_once('}').map_or("", |(_, after)| after);
    }
    out + rest
}

/// The numbers that are typed into a text, in digits or in words.
fn typed(language: usize, text: &str) -> Vec<String> {
    let digits = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut found: Vec<String> =
        text.split(|c| !digits(c)).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    if language == 2 {
        let number = |c: char| "一二三四五六七八九十百".contains(c);
        found.extend(text.match_indices(number).filter_map(|(at, number)| {
            let rest = &text[at + number.len()..];
            TIMES[2].iter().find(|unit| rest.starts_with(**unit)).map(|unit| format!("{number}{unit}"))
        }));
        return found;
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty()).collect();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or_default();
        if COUNTS[language].contains(word) {
            found.push((*word).to_owned());
        } else if ONES[language].contains(word) && TIMES[language].contains(&next) {
            found.push(format!("{word} {next}"));
        }
    }
    found
}

/// The numbers that are typed into this text, and neither held by a table nor no rule of ours.
fn loose(language: usize, key: &str, text: &str) -> Vec<String> {
    let mut text = without_places(text);
    let held = WORDS.iter().filter(|said| said.0 == key).map(|said| said.1[language]);
    let others = NO_RULES.iter().filter(|it| it.0 == key && of_language(it.1, language)).map(|it| it.2);
    let ones = ONE_AND_ONCE.into_iter().filter(|_| language == 2);
    for known in held.chain(others).chain(ones) {
        text = text.replace(known, "\u{1}");
    }
    typed(language, &text)
}

fn of_language(tag: &str, language: usize) -> bool {
    tag.is_empty() || tag == LANGUAGES[language]
}

#[test]
fn texts_take_their_numbers_from_rules() {
    let mut faults = Vec::new();
    for (language, texts) in all_texts().iter().enumerate() {
        for (key, text) in texts {
            for number in loose(language, key, text) {
                faults.push(format!("{} {key}: {number}: {text}", LANGUAGES[language]));
            }
        }
    }
    assert!(faults.is_empty(), "fill them in, or hold their words by a table here:\n{}", faults.join("\n"));
}

#[test]
fn what_is_filled_in_is_whole_and_more_than_one() {
    let all = all_texts();
    for (key, place, rule, unit) in FILLED {
        assert!(rule % unit == 0 && rule / unit > 1, "{key} {place}: {rule} is not some {unit}");
        for texts in &all {
            assert!(texts[*key].contains(&format!("{{{place}}}")), "{key} has no {place}: {}", texts[*key]);
        }
    }
}

#[test]
fn what_is_said_in_words_is_so() {
    let all = all_texts();
    for (key, words, says, rule) in WORDS {
        assert_eq!(says, rule, "{key} says {words:?}");
        for (texts, words) in all.iter().zip(words) {
            assert!(texts[*key].contains(words), "{key} does not say {words}: {}", texts[*key]);
        }
    }
    for (file, words, says, rule) in ELSEWHERE {
        assert_eq!(says, rule, "{file} says {words}");
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file)).unwrap();
        assert!(text.contains(words), "{file} does not say {words}");
    }
}

#[test]
fn no_exception_has_outlived_its_text() {
    let all = all_texts();
    for (key, tag, words, _) in NO_RULES {
        for (language, texts) in all.iter().enumerate().filter(|(language, _)| of_language(tag, *language)) {
            let text = texts.get(*key).map_or("", String::as_str);
            assert!(text.contains(words), "{} {key} does not say {words}: {text}", LANGUAGES[language]);
        }
    }
    let sources = sources();
    for (file, line, _) in TECHNICAL {
        let found = sources.iter().any(|(path, text)| path.ends_with(file) && text.contains(line));
        assert!(found, "{file} has no {line}: take it off the list");
    }
}

#[test]
fn a_number_typed_into_a_text_is_found() {
    let found = |language: usize, text: &str| loose(language, "any.text", text);
    assert_eq!(found(0, "The link works for 60 minutes."), ["60"]);
    assert_eq!(
        found(0, "It works for an hour, on two devices, within the week."),
        ["an hour", "two", "the week"]
    );
    assert_eq!(found(1, "Er gilt sieben Tage und eine Stunde."), ["sieben", "eine stunde"]);
    assert_eq!(found(2, "リンクは60分間、または一週間有効です。６桁です。"), ["60", "６", "一週"]);
    assert_eq!(found(0, "The link works for {minutes} minutes, {n2} times."), Vec::<String>::new());
    assert_eq!(found(0, "A good day to everybody at the firm; one address."), Vec::<String>::new());
    assert_eq!(found(1, "Guten Tag {name}, ein Konto"), Vec::<String>::new());
    assert_eq!(found(2, "もう一度、1つだけ{n}件を1回"), Vec::<String>::new());
    let held = "Your browser remembers a link for an hour";
    assert_eq!(loose(0, "mailed_links.none.text", held), Vec::<String>::new());
    assert_eq!(loose(0, "mailed_links.none.text", &format!("{held}, or two")), ["two"]);
}

/// Folders below `src` whose numbers are rules.
const AREAS: [&str; 6] = ["lists/", "directory/", "access/", "clients/", "firm/", "app/"];

/// The lines of this code that state a time, a limit or a length; what only divides by a unit tells one.
fn stated(code: &str) -> Vec<&str> {
    let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default().trim());
    lines.filter(|line| states(line)).collect()
}

fn states(line: &str) -> bool {
    let is_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let amount = ["Ts::MINUTE", "Ts::HOUR", "Ts::DAY"]
        .iter()
        .any(|unit| around(line, unit).any(|(before, _)| !before.ends_with("/ ") && !before.ends_with("% ")));
    let seconds = line.contains("const ") && line.contains("Ts::SECOND");
    let span = around(line, "Duration::from_")
        .any(|(_, rest)| rest.split_once('(').is_some_and(|(_, inside)| is_digit(inside)));
    let of_a_day = line
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .any(|word| ["3600", "3_600", "86400", "86_400"].contains(&word));
    let length = ["minlength=", "maxlength="]
        .iter()
        .any(|attribute| around(line, attribute).any(|(_, value)| is_digit(value)));
    amount || seconds || span || of_a_day || length || line.contains("Limit::new(")
}

/// What stands before and after each place of a word.
fn around<'a>(line: &'a str, word: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    line.match_indices(word).map(move |(at, _)| (&line[..at], &line[at + word.len()..]))
}

#[test]
fn numbers_stand_in_rules() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let area = AREAS.iter().any(|area| path.starts_with(area));
        if !area || path.ends_with("rules.rs") || is_test(&path) {
            continue;
        }
        let known = |line: &&str| {
            TECHNICAL.iter().any(|(file, technical, _)| path.ends_with(file) && *line == *technical)
        };
        faults.extend(
            stated(&text).into_iter().filter(|it| !known(it)).map(|it| format!("{}: {it}", path.display())),
        );
    }
    assert!(faults.is_empty(), "a constant of rules.rs would say it once:\n{}", faults.join("\n"));
}

#[test]
fn a_number_stated_elsewhere_is_found() {
    for line in [
        "const LIFE: i64 = 15 * Ts::MINUTE;",
        "pub(super) const IDLE: i64 = Ts::HOUR;",
        "let sent = store::mailed_since(tx, firm, now.plus(-Ts::DAY)).await?;",
        "const SOON: i64 = 5 * Ts::SECOND;",
        "const ATTEMPTS: Limit = Limit::new(\"join\", 30, TEN_MINUTES);",
        "let age = 400 * 86_400;",
        "const HELD_FOR: i64 = 3600;",
        "set_timeout(again, Duration::from_millis(250));",
        "maxlength=200",
        "<Field minlength=12 label=label/>",
    ] {
        assert_eq!(stated(line), [line]);
    }
    for line in [
        "let text = t!(\"team.invite.text\", hours = INVITATION_LIFE / Ts::HOUR);",
        "let left = left.div_euclid(Ts::SECOND) + i64::from(left % Ts::SECOND > 0);",
        "set_timeout(again, Duration::from_millis(REST));",
        "maxlength=MAX_NAME",
        "// For 15 * Ts::MINUTE, or 3600 seconds.",
        "const COLOUR: u32 = 0x86_400;",
    ] {
        assert_eq!(stated(line), Vec::<&str>::new());
    }
    assert_eq!(
        stated("fn a() {}\n#[cfg(test)]\nmod tests {\n    const A: i64 = Ts::DAY;\n}"),
        Vec::<&str>::new()
    );
}
