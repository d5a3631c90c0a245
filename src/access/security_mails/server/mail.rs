//! Security mails have much in common: who reads them in which language, where the act came from, whom to call.

use super::store;
use i18n::tl;
use kernel::{AppError, Locale, Ts, UserId};
use platform::Cx;
use platform::db::Conn;
use platform::firm_profile::FirmProfile;
use platform::geoip::Place;
use platform::letterhead;
use platform::mail::{Block, Mail, MailClass, MailFirm};

/// Whom a mail is for, in their language and zone.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    pub name: String,
    pub email: String,
    pub locale: Locale,
    pub zone: String,
}

/// The reader behind a user: their own choice of language, else their contact's, else the firm's.
///
/// # Errors
/// `NotFound` when there is no such user in this firm.
pub(crate) async fn reader(conn: &mut Conn, firm: &FirmProfile, user: UserId) -> Result<Reader, AppError> {
    let row = store::reader(conn, firm.id, user).await?.ok_or(AppError::NotFound)?;
    let tag = row.locale.or(row.contact_locale).unwrap_or_default();
    Ok(Reader {
        name: row.name,
        email: row.email,
        locale: Locale::from_tag(&tag).unwrap_or(firm.locale),
        zone: row.time_zone.unwrap_or_else(|| firm.time_zone.clone()),
    })
}

/// A security mail without any link of its own.
pub(crate) fn security(
    firm: &FirmProfile,
    to: &Reader,
    subject: String,
    preheader: String,
    blocks: Vec<Block>,
) -> Mail {
    Mail {
        class: MailClass::Security,
        to: (to.name.clone(), to.email.clone()),
        subject,
        preheader,
        locale: to.locale,
        from_name: firm.name.clone(),
        reply_to: firm.email.clone(),
        firm: MailFirm { url: String::new(), ..letterhead::firm(firm) },
        blocks,
    }
}

/// When, from where and with what something was done (AUTH-11, AUTH-22).
pub(crate) fn facts(cx: &Cx, to: &Reader, at: Ts) -> Block {
    Block::Facts(facts_in(cx, to.locale, &to.zone, at))
}

/// The same for a reader of whom only language and time zone are known.
#[must_use]
pub fn facts_in(cx: &Cx, l: Locale, zone: &str, at: Ts) -> Vec<(String, String)> {
    let or_unknown =
        |text: &str| if text.is_empty() { tl!(l, "sessions.mail.unknown") } else { text.to_owned() };
    let time = platform::when::show_with_zone(at, l, zone).text;
    vec![
        (tl!(l, "sessions.mail.time"), time),
        (tl!(l, "sessions.mail.ip"), cx.source.ip.to_string()),
        (tl!(l, "sessions.mail.place"), place(cx, l)),
        (tl!(l, "sessions.mail.os"), or_unknown(&cx.source.os())),
        (tl!(l, "sessions.mail.browser"), or_unknown(&cx.source.browser())),
    ]
}

fn place(cx: &Cx, locale: Locale) -> String {
    match cx.geoip.place(cx.source.ip, locale) {
        Place::Local => tl!(locale, "common.local_network"),
        Place::Country { name, .. } => name,
        Place::Unknown => tl!(locale, "common.unknown_place"),
    }
}

/// `Hello Anna Müller,`; without a name while none is known.
pub(crate) fn hello(to: &Reader) -> Block {
    Block::Text(match to.name.trim() {
        "" => tl!(to.locale, "sessions.mail.hello_plain"),
        name => tl!(to.locale, "sessions.mail.hello", name = name),
    })
}

/// How to reach the firm: phone and address as far as they are known, else its name.
#[must_use]
pub fn contact(firm: &FirmProfile) -> String {
    let known: Vec<&str> = [&firm.phone, &firm.email].into_iter().flatten().map(String::as_str).collect();
    if known.is_empty() { firm.name.clone() } else { known.join(" · ") }
}
