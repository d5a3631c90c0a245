//! The mail that says that a link was printed; it goes when mail goes again.

use crate::security_mails;
use crate::sign_in_link::LIFE;
use i18n::tl;
use kernel::{AppError, Ts, UserId};
use platform::Cx;
use platform::db::Conn;
use platform::mail::{Block, Mail};

/// "A sign-in link was made for you."
pub(super) async fn made(conn: &mut Conn, cx: &Cx, user: UserId) -> Result<Mail, AppError> {
    let to = security_mails::reader(conn, &cx.firm, user).await?;
    let (l, firm) = (to.locale, &cx.firm.name);
    let time = platform::when::show_with_zone(cx.now(), l, &to.zone).text;
    let blocks = vec![
        Block::Heading(tl!(l, "sign_in_link.mail.title")),
        security_mails::hello(&to),
        Block::Text(tl!(
            l,
            "sign_in_link.mail.text",
            firm = firm,
            email = to.email,
            time = time,
            minutes = LIFE / Ts::MINUTE
        )),
        Block::Small(tl!(l, "sign_in_link.mail.not_you")),
    ];
    let subject = tl!(l, "sign_in_link.mail.subject", firm = firm);
    Ok(security_mails::security(&cx.firm, &to, subject, tl!(l, "sign_in_link.mail.pre"), blocks))
}
