//! The mail that a member of staff sends to themselves to see how mails look.

use access::gate::Staff;
use i18n::tl;
use platform::Cx;
use platform::letterhead;
use platform::mail::{Block, Mail, MailClass};

/// In the reader's language; it shows a button, a quotation and the foot.
pub(super) fn trial(cx: &Cx, staff: &Staff) -> Mail {
    let (l, firm) = (cx.locale, &cx.firm);
    Mail {
        class: MailClass::Transactional,
        to: (staff.name().to_owned(), staff.who().email().to_owned()),
        subject: tl!(l, "firm.trial.subject", firm = firm.name),
        preheader: tl!(l, "firm.trial.preheader"),
        locale: l,
        from_name: firm.name.clone(),
        reply_to: firm.email.clone(),
        firm: letterhead::firm(firm),
        blocks: vec![
            Block::Heading(tl!(l, "firm.trial.heading")),
            Block::Text(tl!(l, "firm.trial.text", name = staff.name())),
            Block::Button { label: tl!(l, "firm.trial.button"), url: firm.origin.clone() },
            Block::Quote(tl!(l, "firm.trial.quote")),
            Block::Small(tl!(l, "firm.trial.small")),
        ],
    }
}
