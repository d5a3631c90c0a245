//! The mails of this slice: a code to the new address, or word that it is in use; the notice to the old one; and word to
//! the owner when that one objected. All are security mails: NOTIFY does not keep them back.

use super::store::{Made, Owner};
use access::codes::{OWN_ADDRESS, spaced};
use access::gate::SignedIn;
use access::security_mails::{contact, facts_in};
use i18n::tl;
use kernel::{EmailAddress, Locale, Ts, paths};
use platform::mail::{Block, Mail, MailClass, MailFirm};
use platform::{Cx, letterhead, when};

fn mail(
    cx: &Cx,
    to: (&str, &str),
    l: Locale,
    (subject, preheader): (String, String),
    blocks: Vec<Block>,
) -> Mail {
    Mail {
        class: MailClass::Security,
        to: (to.0.to_owned(), to.1.to_owned()),
        subject,
        preheader,
        locale: l,
        from_name: cx.firm.name.clone(),
        reply_to: cx.firm.email.clone(),
        firm: MailFirm { url: String::new(), ..letterhead::firm(&cx.firm) },
        blocks,
    }
}

/// When, from where and with what it was done (AUTH-11).
fn facts(cx: &Cx, l: Locale) -> Vec<(String, String)> {
    facts_in(cx, l, cx.zone(), cx.now())
}

/// The code. It greets nobody and has no link: whoever reads this mailbox need not be who was meant.
pub(super) fn code(cx: &Cx, to: &EmailAddress, code: &str) -> Mail {
    let (l, firm) = (cx.locale, &cx.firm.name);
    let (shown, minutes) = (spaced(code), OWN_ADDRESS.life / Ts::MINUTE);
    let blocks = vec![
        Block::Heading(tl!(l, "own_address.mail.code_heading")),
        Block::Text(tl!(l, "own_address.mail.code_text", firm = firm)),
        Block::Code(shown.clone()),
        Block::Text(tl!(l, "own_address.mail.code_valid", minutes = minutes)),
        Block::Facts(facts(cx, l)),
        Block::Text(tl!(l, "sign_in.mail.never", firm = firm)),
        Block::Small(tl!(l, "own_address.mail.code_not_you", contact = contact(&cx.firm))),
    ];
    let subject = tl!(l, "own_address.mail.code_subject", firm = firm, code = shown);
    let preheader = tl!(l, "own_address.mail.code_preheader", minutes = minutes);
    mail(cx, ("", to.shown()), l, (subject, preheader), blocks)
}

/// To an address that somebody else signs in with already.
pub(super) fn in_use(cx: &Cx, to: &EmailAddress) -> Mail {
    let (l, firm) = (cx.locale, &cx.firm.name);
    let blocks = vec![
        Block::Heading(tl!(l, "own_address.mail.in_use_heading")),
        Block::Text(tl!(l, "own_address.mail.in_use_text", firm = firm)),
        Block::Text(tl!(l, "own_address.mail.in_use_yours", contact = contact(&cx.firm))),
        Block::Facts(facts(cx, l)),
        Block::Small(tl!(l, "own_address.mail.in_use_not_you")),
    ];
    let words =
        (tl!(l, "own_address.mail.in_use_subject", firm = firm), tl!(l, "own_address.mail.in_use_preheader"));
    mail(cx, ("", to.shown()), l, words, blocks)
}

/// To the old address, with the link that takes it back.
pub(super) fn changed(cx: &Cx, who: &SignedIn, new: &str, token: &str, until: Ts) -> Mail {
    let (l, firm) = (cx.locale, &cx.firm.name);
    let (old, masked) = (who.email(), kernel::email::mask(new));
    let day = when::show_with_zone(until, l, cx.zone()).text;
    let mut rows = vec![
        (tl!(l, "own_address.mail.old"), old.to_owned()),
        (tl!(l, "own_address.mail.new"), masked.clone()),
    ];
    rows.extend(facts(cx, l));
    let blocks = vec![
        Block::Heading(tl!(l, "own_address.mail.heading")),
        Block::Text(tl!(l, "own_address.mail.hello", name = who.name())),
        Block::Text(tl!(l, "own_address.mail.text", firm = firm, old = old, masked = masked)),
        Block::Text(tl!(l, "own_address.mail.not_you", until = day)),
        Block::Button {
            label: tl!(l, "own_address.mail.button"),
            url: format!("{}{}", cx.firm.origin, paths::undo_own_address(token)),
        },
        Block::Facts(rows),
        Block::Small(tl!(l, "own_address.mail.small", email = old, contact = contact(&cx.firm))),
    ];
    let words = (
        tl!(l, "own_address.mail.subject", firm = firm, masked = masked),
        tl!(l, "own_address.mail.preheader"),
    );
    mail(cx, (who.name(), old), l, words, blocks)
}

/// To the owner: whoever reads the old address took it back, so somebody may have been in the portal who should not.
pub(super) fn stopped(cx: &Cx, to: &Owner, made: &Made) -> Mail {
    let l = to.locale.as_deref().and_then(Locale::from_tag).unwrap_or(cx.firm.locale);
    let (old, new) = (&made.old_email, &made.new_email);
    let subject = tl!(l, "address_changes.stopped.subject", old = old);
    let blocks = vec![
        Block::Heading(subject.clone()),
        Block::Text(tl!(l, "own_address.mail.stopped_text", old = old, new = new)),
        Block::Button {
            label: tl!(l, "address_changes.stopped.button"),
            url: format!("{}{}", cx.firm.origin, paths::contact(&made.contact_id.to_string())),
        },
    ];
    let preheader = tl!(l, "own_address.mail.stopped_preheader");
    mail(cx, (&to.name, &to.email), l, (subject, preheader), blocks)
}
