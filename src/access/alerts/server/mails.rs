//! The mails to the firm's people: what happened, about whom, and where to look.

use super::alert::{Alert, Happened, Recipient};
use crate::invitations::MOST_NAMED;
use i18n::tl;
use kernel::{Locale, paths};
use platform::firm_profile::FirmProfile;
use platform::letterhead;
use platform::mail::{Block, Mail, MailClass, explained};

pub(super) fn alert(firm: &FirmProfile, to: &Recipient, alert: &Alert<'_>) -> Mail {
    let l = to.locale();
    let (subject, text) = words(l, alert);
    let mut facts = vec![
        (tl!(l, "alerts.mail.name"), alert.name.to_owned()),
        (tl!(l, "alerts.mail.email"), alert.email.to_owned()),
    ];
    if !to.accounts.is_empty() {
        facts.push((tl!(l, "alerts.mail.accounts"), names(l, to)));
    }
    match alert.what {
        Happened::InvitationFailed(reply) | Happened::ResetFailed(reply) if !reply.is_empty() => {
            facts.push((tl!(l, "alerts.mail.reply"), explained(l, reply)));
        }
        Happened::AddressChanged(before) => facts.push((tl!(l, "alerts.mail.before"), before.to_owned())),
        _ => {}
    }
    // One account has one page to look at; for several there is the list that shows the person.
    let (label, path) = match to.accounts.as_slice() {
        [only] => (tl!(l, "alerts.mail.open_account"), paths::account_info(&only.code)),
        _ => (tl!(l, "alerts.mail.open_contacts"), paths::CONTACTS.to_owned()),
    };
    let settings = format!("{}{}", firm.origin, paths::STAFF_ALERTS);
    Mail {
        class: MailClass::Transactional,
        to: (to.name().to_owned(), to.email().to_owned()),
        subject: subject.clone(),
        preheader: text.clone(),
        locale: l,
        from_name: firm.name.clone(),
        reply_to: None,
        firm: letterhead::firm(firm),
        blocks: vec![
            Block::Heading(subject),
            Block::Text(text),
            Block::Facts(facts),
            Block::Button { label, url: format!("{}{path}", firm.origin) },
            Block::Small(tl!(l, "alerts.mail.small", url = settings)),
        ],
    }
}

/// Subject, and what it means.
fn words(l: Locale, alert: &Alert<'_>) -> (String, String) {
    let (name, email) = (alert.name, alert.email);
    match alert.what {
        Happened::Activated => {
            (tl!(l, "alerts.mail.activated", name = name), tl!(l, "alerts.mail.activated_text", name = name))
        }
        Happened::InvitationFailed(_) => (
            tl!(l, "alerts.mail.invitation_failed", name = name),
            tl!(l, "alerts.mail.invitation_failed_text", email = email),
        ),
        Happened::InvitationExpired => (
            tl!(l, "alerts.mail.invitation_expired", name = name),
            tl!(l, "alerts.mail.invitation_expired_text", name = name),
        ),
        Happened::ResetFailed(_) => (
            tl!(l, "alerts.mail.reset_failed", name = name),
            tl!(l, "alerts.mail.reset_failed_text", email = email),
        ),
        Happened::AddressChanged(_) => (
            tl!(l, "alerts.mail.address_changed", name = name),
            tl!(l, "alerts.mail.address_changed_text", name = name, email = email),
        ),
        Happened::CodesLocked => (
            tl!(l, "alerts.mail.codes_locked", name = name),
            tl!(l, "alerts.mail.codes_locked_text", name = name),
        ),
    }
}

fn names(locale: Locale, to: &Recipient) -> String {
    let comma = if locale == Locale::Ja { "、" } else { ", " };
    let mut shown: Vec<&str> = to.accounts.iter().take(MOST_NAMED).map(|it| it.name.as_str()).collect();
    if to.accounts.len() > MOST_NAMED {
        shown.push("…");
    }
    shown.join(comma)
}
