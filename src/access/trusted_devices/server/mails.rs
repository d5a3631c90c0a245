//! The mail that tells of a browser that is trusted (SEC-11, SEC-27).

use crate::security_mails;
use i18n::tl;
use kernel::{AppError, Ts, UserId, paths};
use platform::Cx;
use platform::db::Conn;
use platform::mail::{Block, Mail};

/// "No code is asked for in this browser until then", with time, address, place, system and browser.
///
/// # Errors
/// `NotFound` when there is no such user in this firm.
pub(super) async fn trusted(conn: &mut Conn, cx: &Cx, user: UserId, until: Ts) -> Result<Mail, AppError> {
    let to = security_mails::reader(conn, &cx.firm, user).await?;
    let (l, firm) = (to.locale, &cx.firm.name);
    let until = platform::when::show_with_zone(until, l, &to.zone).text;
    let url = format!("{}{}", cx.firm.origin, paths::FORGOT);
    let blocks = vec![
        Block::Heading(tl!(l, "trusted_devices.mail.title")),
        security_mails::hello(&to),
        Block::Text(tl!(l, "trusted_devices.mail.text", firm = firm, email = to.email, until = until)),
        security_mails::facts(cx, &to, cx.now()),
        Block::Text(tl!(l, "trusted_devices.mail.you")),
        Block::Text(tl!(
            l,
            "trusted_devices.mail.not_you",
            url = url,
            contact = security_mails::contact(&cx.firm)
        )),
    ];
    let subject = tl!(l, "trusted_devices.mail.subject", firm = firm);
    Ok(security_mails::security(&cx.firm, &to, subject, tl!(l, "trusted_devices.mail.preheader"), blocks))
}
