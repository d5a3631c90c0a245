//! Mails about passwords. Always sent, whatever was switched off (AUTH-28).

use crate::attempts::MOST_FAILS;
use crate::security_mails::{self, Reader};
use i18n::tl;
use kernel::{AppError, Ts, UserId, paths};
use platform::Cx;
use platform::db::Conn;
use platform::firm_profile::FirmProfile;
use platform::mail::{Block, Mail};

/// "Your password was changed", with time, address, place, system and browser (AUTH-22).
pub async fn changed(conn: &mut Conn, cx: &Cx, user: UserId) -> Result<Mail, AppError> {
    let to = security_mails::reader(conn, &cx.firm, user).await?;
    let l = to.locale;
    let firm = &cx.firm.name;
    let blocks = vec![
        Block::Heading(tl!(l, "password.mail.changed_title")),
        security_mails::hello(&to),
        Block::Text(tl!(l, "password.mail.changed_text", firm = firm, email = to.email)),
        security_mails::facts(cx, &to, cx.now()),
        Block::Text(tl!(
            l,
            "password.mail.not_you",
            firm = firm,
            contact = security_mails::contact(&cx.firm)
        )),
    ];
    let subject = tl!(l, "password.mail.changed_subject", firm = firm);
    Ok(security_mails::security(&cx.firm, &to, subject, tl!(l, "password.mail.changed_pre"), blocks))
}

/// "Your password was disabled", after too many wrong ones in a row (SEC-7, SEC-11).
pub async fn disabled(conn: &mut Conn, cx: &Cx, user: UserId) -> Result<Mail, AppError> {
    let to = security_mails::reader(conn, &cx.firm, user).await?;
    let l = to.locale;
    let firm = &cx.firm.name;
    let blocks = vec![
        Block::Heading(tl!(l, "password.mail.disabled_title")),
        security_mails::hello(&to),
        Block::Text(tl!(l, "password.mail.disabled_text", firm = firm, email = to.email, n = MOST_FAILS)),
        security_mails::facts(cx, &to, cx.now()),
        Block::Text(tl!(l, "password.mail.disabled_known")),
        Block::Button {
            label: tl!(l, "password.mail.reset_button"),
            url: format!("{}{}", cx.firm.origin, paths::FORGOT),
        },
        Block::Small(tl!(l, "password.mail.disabled_foot", contact = security_mails::contact(&cx.firm))),
    ];
    let subject = tl!(l, "password.mail.disabled_subject", firm = firm);
    let preheader = tl!(l, "password.mail.disabled_pre", n = MOST_FAILS);
    Ok(security_mails::security(&cx.firm, &to, subject, preheader, blocks))
}

/// The link the person asked for themselves.
pub fn asked(firm: &FirmProfile, to: &Reader, token: &str, expires: Ts) -> Mail {
    let text = tl!(to.locale, "password.mail.asked_text", firm = firm.name);
    reset(firm, to, text, token, expires)
}

/// The link a member of staff sent.
pub fn sent_by(firm: &FirmProfile, to: &Reader, staff: &str, token: &str, expires: Ts) -> Mail {
    let text = tl!(to.locale, "password.mail.sent_text", firm = firm.name, staff = staff);
    reset(firm, to, text, token, expires)
}

fn reset(firm: &FirmProfile, to: &Reader, text: String, token: &str, expires: Ts) -> Mail {
    let l = to.locale;
    let until = platform::when::show_with_zone(expires, l, &to.zone).text;
    let blocks = vec![
        Block::Heading(tl!(l, "password.mail.reset_title")),
        security_mails::hello(to),
        Block::Text(text),
        Block::Button {
            label: tl!(l, "password.mail.reset_button"),
            url: format!("{}{}", firm.origin, paths::reset(token)),
        },
        Block::Text(tl!(l, "password.mail.reset_until", until = until)),
        Block::Small(tl!(l, "password.mail.reset_ignore", contact = security_mails::contact(firm))),
    ];
    let subject = tl!(l, "password.mail.reset_subject", firm = firm.name);
    security_mails::security(firm, to, subject, tl!(l, "password.mail.reset_pre"), blocks)
}
