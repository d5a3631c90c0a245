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
