//! Mails as people read them, for snapshots: in every language, of a firm whose mails show all that they can show.
//!
//! A snapshot is a file in `snapshots/` beside its test, and changes in review as its mail does. How to accept a change is
//! in CONTRIBUTING.md.

use super::TestPlatform;
use crate::firm_profile::FirmProfile;
use crate::geoip::country_name;
use crate::letterhead;
use crate::mail::{Mail, Outgoing, Rendered, render_on};
use crate::request::{Cx, Source};
use html_escape::decode_html_entities;
use kernel::Locale;
use std::sync::Arc;

/// The token of every mailed link in a snapshot; as long as those that are drawn.
pub const TOKEN: &str = "a-token-that-is-as-long-as-those-in-earnest";

/// Weber & Partner, in this language.
#[must_use]
pub fn firm_in(locale: Locale) -> FirmProfile {
    FirmProfile {
        name: "Weber & Partner".to_owned(),
        host: "portal.weber.example".to_owned(),
        locale,
        time_zone: "Europe/Berlin".to_owned(),
        phone: Some("+49 30 555 0100".to_owned()),
        email: Some("kanzlei@weber.example".to_owned()),
        address: Some("Lindenstraße 7\n10969 Berlin".to_owned()),
        website: Some("https://www.weber.example/".to_owned()),
        origin: "https://portal.weber.example".to_owned(),
        ..FirmProfile::default()
    }
}

/// What people read of the mail that is written for this firm, in every language.
pub fn in_every_language(write: impl Fn(&FirmProfile) -> Mail) -> String {
    let read = |locale| {
        let firm = firm_in(locale);
        as_written(&write(&firm), &firm)
    };
    Locale::ALL.map(read).join("\n")
}

impl TestPlatform {
    /// A request to the firm of [`firm_in`], from an ordinary browser in its country.
    #[must_use]
    pub fn cx_in(&self, locale: Locale) -> Cx {
        let mut cx = self.cx_of(&Arc::new(FirmProfile { id: self.firm.id, ..firm_in(locale) }));
        let place = country_name("DE", locale).unwrap_or_default();
        cx.source = Source::kept(cx.source.ip, place, "Windows", "Firefox");
        cx.locale = locale;
        cx
    }

    /// As [`in_every_language`], of a mail that follows from a request.
    pub async fn in_every_language(&self, write: impl AsyncFn(Cx) -> Mail) -> String {
        let mut read = Vec::new();
        for locale in Locale::ALL {
            let cx = self.cx_in(locale);
            let firm = cx.firm.clone();
            read.push(as_written(&write(cx).await, &firm));
        }
        read.join("\n")
    }

    /// As [`in_every_language`], of a mail that leaves with an act. Its foot knows only what is stored of the firm.
    pub async fn sent_in_every_language(&self, send: impl AsyncFn(Cx) -> Outgoing) -> String {
        let mut read = Vec::new();
        for locale in Locale::ALL {
            let sent = send(self.cx_in(locale)).await;
            let (from, reply_to) = (&sent.from.0, sent.reply_to.as_deref());
            read.push(page(locale, from, reply_to, (&sent.to.0, &sent.to.1), &sent.rendered));
        }
        read.join("\n")
    }
}

/// A mail that is not sent yet, on the paper of this firm and in its language.
fn as_written(mail: &Mail, firm: &FirmProfile) -> String {
    assert_eq!(mail.locale, firm.locale, "whoever reads this firm's mails reads its language");
    let rendered = render_on(mail, &letterhead::paper(firm));
    page(mail.locale, &mail.from_name, mail.reply_to.as_deref(), (&mail.to.0, &mail.to.1), &rendered)
}

fn page(
    locale: Locale,
    from: &str,
    reply_to: Option<&str>,
    (name, address): (&str, &str),
    rendered: &Rendered,
) -> String {
    let Rendered { subject, text, html } = rendered;
    assert!(html.contains(&format!("<html lang=\"{}\"", locale.tag())), "{subject} is in another language");
    let to = format!("{name} <{address}>");
    format!(
        "## {}\n\nFrom:      {from}\nReply to:  {}\nTo:        {}\nSubject:   {subject}\nPreview:   {}\n\n{text}",
        locale.tag(),
        reply_to.unwrap_or("the sender"),
        to.trim_start(),
        preview(html),
    )
}

/// What a list of mails shows after the subject: it stands at the head of the HTML part, before what fills it up.
fn preview(html: &str) -> String {
    let (head, _) = html.split_once("&#847;").expect("a preheader");
    let (_, words) = head.rsplit_once('>').expect("an element around it");
    decode_html_entities(words).into_owned()
}

/// Holds what is read of a mail against the snapshot of this name.
#[macro_export]
macro_rules! assert_mail_snapshot {
    ($name:literal, $read:expr $(,)?) => {{
        let read: String = $read;
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, read);
        });
    }};
}
