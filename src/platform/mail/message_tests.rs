use kernel::Ts;
use proptest::prelude::*;

use super::*;
use crate::mail::Rendered;

pub fn outgoing() -> Outgoing {
    Outgoing {
        message_id: "0199-7@portal.weber.example".to_owned(),
        date: Ts(1_773_482_400 * Ts::SECOND),
        from: ("Weber & Partner".to_owned(), "portal@weber.example".to_owned()),
        reply_to: Some("eva@weber.example".to_owned()),
        to: ("Anna Müller".to_owned(), "anna@mueller.example".to_owned()),
        rendered: Rendered {
            subject: "Ihre Unterlagen für März".to_owned(),
            text: "Guten Tag\n.\nEnde".to_owned(),
            html: "<p>Guten Tag</p>".to_owned(),
        },
        logo: None,
        extra_headers: vec![("X-Portico-Class", "transactional".to_owned())],
    }
}

fn written(outgoing: &Outgoing) -> String {
    String::from_utf8(build(outgoing).unwrap().formatted()).unwrap()
}

/// Header names in order, folded lines joined to the one before.
fn header_names(message: &str) -> Vec<String> {
    let head = message.split("\r\n\r\n").next().unwrap_or_default();
    let lines = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    lines.map(|line| line.split(':').next().unwrap_or_default().to_ascii_lowercase()).collect()
}

const EXPECTED: [&str; 10] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "reply-to",
    "auto-submitted",
    "x-portico-class",
    "mime-version",
    "content-type",
];

#[test]
fn the_headers_are_the_ones_we_set() {
    let message = written(&outgoing());
    assert_eq!(header_names(&message), EXPECTED);
    for line in [
        "Message-ID: <0199-7@portal.weber.example>",
        "Date: Sat, 14 Mar 2026 10:00:00 +0000",
        "From: =?utf-8?b?V2ViZXIgJiBQYXJ0bmVy?= <portal@weber.example>",
        "Subject: Ihre Unterlagen =?utf-8?b?ZsO8ciBNw6Ryeg==?=",
        "Reply-To: eva@weber.example",
        "Auto-Submitted: auto-generated",
    ] {
        assert!(message.contains(&format!("{line}\r\n")), "{line}\n{message}");
    }
    assert!(message.contains("multipart/alternative"));
    assert!(message.find("text/plain").unwrap() < message.find("text/html").unwrap());
}

#[test]
fn a_retry_is_the_same_to_the_byte() {
    assert_eq!(written(&outgoing()), written(&outgoing()));
}

#[test]
fn an_extra_header_cannot_replace_one_of_ours() {
    let mut mail = outgoing();
    mail.extra_headers =
        vec![("Bcc", "eve@evil.example".to_owned()), ("X\r\nBcc", "eve@evil.example".to_owned())];
    assert!(!written(&mail).contains("evil"));
}

#[test]
fn a_mail_without_a_usable_address_is_refused_for_good() {
    let mut mail = outgoing();
    mail.to.1 = "anna@mueller.example, eve@evil.example".to_owned();
    assert!(matches!(build(&mail), Err(SendError::Permanent { code: 0, .. })));
}

#[test]
fn dates_at_the_ends_of_time_can_be_written() {
    for micros in [i64::MIN, -1, 0, i64::MAX] {
        let mut mail = outgoing();
        mail.date = Ts(micros);
        assert!(written(&mail).contains("\r\nDate: "));
    }
}

/// Text that tries to break out of a header.
fn hostile() -> impl Strategy<Value = String> {
    "(\r\n|\n|\r|\u{0}|\u{85}|\u{2028}|Bcc: a@b.example|: |\t|\"|<|>|,|;|=\\?utf-8\\?|\\PC| ){0,30}"
}

#[test]
fn an_optional_address_that_cannot_be_used_is_left_out() {
    for (reply_to, kind) in [
        ("office@10.0.0.1", "an IP address"),
        ("info@weber.1", "a number"),
        ("info@xn--a.example", "wrong punycode"),
        ("nonsense", "no address"),
        ("", "nothing"),
        ("a@b.example, c@d.example", "two"),
        ("büro@weber.example", "letters that only SMTPUTF8 takes"),
    ] {
        let mut mail = outgoing();
        mail.reply_to = Some(reply_to.to_owned());
        assert!(!header_names(&written(&mail)).contains(&"reply-to".to_owned()), "{kind}");
    }
    let mut mail = outgoing();
    mail.to.1 = "anna.müller@mueller.example".to_owned();
    mail.reply_to = Some("büro@weber.example".to_owned());
    assert!(written(&mail).contains("Reply-To: büro@weber.example\r\n"), "this mail goes by SMTPUTF8 anyway");
}

#[test]
fn a_sender_that_cannot_be_used_is_no_fault_of_the_mail() {
    for from in ["portico@10.0.0.1", "portico", "büro@weber.example"] {
        let mut mail = outgoing();
        mail.from.1 = from.to_owned();
        assert!(matches!(build(&mail), Err(SendError::Trouble { .. })), "{from}");
    }
}

#[test]
fn servers_are_told_domains_in_ascii() {
    let mut mail = outgoing();
    mail.to.1 = "x@Kanzlei-Müller.example".to_owned();
    mail.reply_to = Some("y@kanzlei-müller.example".to_owned());
    let message = build(&mail).unwrap();
    assert_eq!(message.envelope().to()[0].to_string(), "x@xn--kanzlei-mller-4ob.example");
    let text = String::from_utf8(message.formatted()).unwrap();
    assert!(text.contains("Reply-To: y@xn--kanzlei-mller-4ob.example\r\n") && text.is_ascii());
}

/// Texts that are nearly addresses, and some that are.
fn nasty_address() -> impl Strategy<Value = String> {
    let local = prop_oneof![
        2 => "([a-zA-Z0-9]|[!#$%&'*+/=?^_`{|}~-]|[äÉßΣİжλ山田ー]|ก\u{E49}){1,8}",
        1 => "([a-zA-Z0-9]|\u{301}|\\PC|ａ|😀|\\.){1,6}",
    ];
    let label = prop_oneof![
        3 => "[a-zA-Z0-9]{1,8}(-[a-z0-9]{1,4})?",
        2 => "[a-zäöüßéжλ山田ー例]{1,8}",
        1 => "xn--[a-z0-9-]{0,10}",
        1 => "[0-9]{1,3}|0x[0-9a-f]{1,2}",
        1 => "\\PC{1,5}",
        1 => "[-_.a]{0,3}",
        1 => Just("[10.0.0.1]".to_owned()),
        1 => Just("דואר".to_owned()),
    ];
    let domain = proptest::collection::vec(label, 1..4).prop_map(|labels| labels.join("."));
    let end = prop_oneof![4 => Just(".example"), 2 => Just(".рф"), 1 => Just(""), 1 => Just(".1"), 1 => Just(".example;")];
    let wrapped = prop_oneof![4 => Just(("", "")), 1 => Just(("Anna <", ">")), 1 => Just(("\u{FEFF}mailto:", "?subject=x"))];
    (local, domain, end, wrapped)
        .prop_map(|(local, domain, end, (before, after))| format!("{before}{local}@{domain}{end}{after}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn whatever_a_form_accepts_the_mailer_builds(text in nasty_address()) {
        if let Ok(address) = kernel::EmailAddress::parse(&text) {
            let mut mail = outgoing();
            mail.to.1 = address.shown().to_owned();
            mail.reply_to = Some(address.shown().to_owned());
            let message = build(&mail);
            prop_assert!(message.is_ok(), "{:?}: {:?}", text, message.err());
            let message = message.unwrap();
            let (local, domain) = address.on_the_wire();
            prop_assert_eq!(message.envelope().to()[0].to_string(), format!("{local}@{domain}"));
            let bytes = message.formatted();
            let headers = String::from_utf8_lossy(&bytes).into_owned();
            prop_assert_eq!(header_names(&headers), EXPECTED);
            prop_assert!(headers.contains(&format!("<{local}@{domain}>\r\n")), "{}", headers);
            prop_assert_eq!(headers.is_ascii(), address.is_plain());
        }
    }
}

proptest! {
    #[test]
    fn no_header_appears_that_was_not_put_there(
        subject in hostile(), name in hostile(), sender in hostile(), id in hostile(), value in hostile(),
    ) {
        let mut mail = outgoing();
        mail.rendered.subject = subject;
        mail.to.0 = name;
        mail.from.0 = sender;
        mail.message_id = id;
        mail.extra_headers = vec![("X-Portico-Class", value)];
        let message = written(&mail);
        prop_assert_eq!(header_names(&message), EXPECTED);
        let head = message.split("\r\n\r\n").next().unwrap_or_default();
        prop_assert!(head.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n', '\0'])));
        let recipients = build(&mail).unwrap().envelope().to().to_vec();
        prop_assert_eq!(recipients.len(), 1);
    }

    #[test]
    fn no_address_brings_a_second_recipient(address in "(\r\n|[a-z]{1,3}@[a-z]{1,3}\\.example|,|;| |<|>|\"|\\PC){0,6}") {
        let mut mail = outgoing();
        mail.to.1 = address.clone();
        if let Ok(message) = build(&mail) {
            prop_assert_eq!(message.envelope().to().len(), 1);
            let bytes = message.formatted();
            prop_assert_eq!(header_names(&String::from_utf8_lossy(&bytes)), EXPECTED);
        }
    }
}
