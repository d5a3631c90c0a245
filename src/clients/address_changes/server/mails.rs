//! The mails of this slice: to the old address, with the link that stops the change (ECHG-6), and to the colleague who
//! began it when it came to nothing.

use crate::address_changes::rules::LIFE;
use access::alerts::{self, Event, Recipient};
use directory::address_changes::ChangeRecord;
use i18n::tl;
use kernel::{AppError, EmailAddress, Locale, Ts, paths};
use platform::db::Tx;
use platform::firm_profile::FirmProfile;
use platform::letterhead;
use platform::mail::{Block, Mail, MailClass, MailFirm};
use platform::{Platform, outbox, when};

fn mail(
    firm: &FirmProfile,
    class: MailClass,
    to: (&str, &str),
    locale: Locale,
    (subject, preheader): (String, String),
    blocks: Vec<Block>,
) -> Mail {
    Mail {
        class,
        to: (to.0.to_owned(), to.1.to_owned()),
        subject,
        preheader,
        locale,
        from_name: firm.name.clone(),
        reply_to: firm.email.clone(),
        firm: MailFirm { url: String::new(), ..letterhead::firm(firm) },
        blocks,
    }
}

/// "Your sign-in address is being changed to j***@…". A security mail: NOTIFY does not keep it back.
pub(super) fn being_changed(
    firm: &FirmProfile,
    (name, locale): (&str, Locale),
    change: &ChangeRecord,
    token: &str,
) -> Mail {
    let l = locale;
    let masked = kernel::email::mask(&change.new_email);
    let until = when::show_with_zone(change.expires_at, l, &firm.time_zone).text;
    let blocks = vec![
        Block::Heading(tl!(l, "address_changes.mail.heading")),
        Block::Text(tl!(l, "address_changes.mail.hello", name = name)),
        Block::Text(tl!(l, "address_changes.mail.text", firm = firm.name, masked = masked)),
        Block::Text(tl!(l, "address_changes.mail.stop_text", firm = firm.name)),
        Block::Button {
            label: tl!(l, "address_changes.mail.button"),
            url: format!("{}{}", firm.origin, paths::stop_address_change(token)),
        },
        Block::Facts(vec![
            (tl!(l, "address_changes.mail.old"), change.old_email.clone()),
            (tl!(l, "address_changes.mail.new"), masked.clone()),
            (tl!(l, "address_changes.mail.by"), change.begun_by_name.clone()),
            (tl!(l, "address_changes.mail.until"), until),
        ]),
        Block::Small(tl!(l, "address_changes.mail.small", email = change.old_email)),
    ];
    let words = (
        tl!(l, "address_changes.mail.subject", firm = firm.name, masked = masked),
        tl!(l, "address_changes.mail.preheader"),
    );
    mail(firm, MailClass::Security, (name, &change.old_email), l, words, blocks)
}

/// Why a colleague hears of a change that they began.
#[derive(Clone, Copy)]
pub(super) enum CameToNothing {
    Stopped,
    Expired,
}

/// Tells the colleague who began it, and those who work for the client, unless they do not want to hear of it (NOTIFY-9).
pub(super) async fn tell(
    tx: &mut Tx,
    platform: &Platform,
    firm: &FirmProfile,
    change: &ChangeRecord,
    why: CameToNothing,
) -> Result<(), AppError> {
    let old = EmailAddress::stored(&change.old_email);
    for to in alerts::recipients(tx, firm, Event::AddressKept, old.norm(), change.begun_by).await? {
        let mail = came_to_nothing(firm, &to, change, why);
        outbox::enqueue(tx, platform, firm.id, &mail, None).await?;
    }
    Ok(())
}

/// It was stopped, or nobody accepted in time.
pub(super) fn came_to_nothing(
    firm: &FirmProfile,
    to: &Recipient,
    change: &ChangeRecord,
    why: CameToNothing,
) -> Mail {
    let l = to.locale();
    let (old, new) = (&change.old_email, &change.new_email);
    let (subject, text) = match why {
        CameToNothing::Stopped => (
            tl!(l, "address_changes.stopped.subject", old = old),
            tl!(l, "address_changes.stopped.text", old = old, new = new),
        ),
        CameToNothing::Expired => (
            tl!(l, "address_changes.expired.subject", old = old),
            tl!(l, "address_changes.expired.text", old = old, new = new, days = LIFE / Ts::DAY),
        ),
    };
    let blocks = vec![
        Block::Heading(subject.clone()),
        Block::Text(text.clone()),
        Block::Button {
            label: tl!(l, "address_changes.stopped.button"),
            url: format!("{}{}", firm.origin, paths::contact(&change.contact_id.to_string())),
        },
    ];
    mail(firm, MailClass::Transactional, (to.name(), to.email()), l, (subject, text), blocks)
}
