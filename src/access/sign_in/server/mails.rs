//! The mail with the code: no link, so that nothing in it can be clicked by a scanner or imitated (AUTH-11).

use crate::codes::{SIGN_IN, spaced};
use crate::security_mails::{self, Reader};
use crate::sign_in::rules::MANY;
use i18n::tl;
use kernel::Ts;
use platform::Cx;
use platform::mail::{Block, Mail};

/// A code with time, address, place and device of whoever signs in; and how many passwords were `wrong` before, when
/// they were many.
pub fn code(cx: &Cx, to: &Reader, code: &str, wrong: i64) -> Mail {
    let l = to.locale;
    let firm = &cx.firm.name;
    let (shown, minutes) = (spaced(code), SIGN_IN.life / Ts::MINUTE);
    let mut blocks = vec![
        Block::Heading(tl!(l, "sign_in.mail.title")),
        security_mails::hello(to),
        Block::Text(tl!(l, "sign_in.mail.text", firm = firm)),
        Block::Code(shown.clone()),
        Block::Text(tl!(l, "sign_in.mail.valid", minutes = minutes)),
        security_mails::facts(cx, to, cx.now()),
        Block::Text(tl!(l, "sign_in.mail.never", firm = firm)),
        Block::Small(tl!(l, "sign_in.mail.not_you", contact = security_mails::contact(&cx.firm))),
    ];
    if wrong >= MANY {
        blocks.insert(4, Block::Text(tl!(l, "sign_in.mail.wrong_before", n = wrong)));
    }
    let subject = tl!(l, "sign_in.mail.subject", firm = firm, code = shown);
    let preheader = tl!(l, "sign_in.mail.preheader", minutes = minutes);
    security_mails::security(&cx.firm, to, subject, preheader, blocks)
}
