//! The invitation mail (INV-2).

use crate::invitations::rules::MOST_NAMED;
use i18n::tl;
use kernel::{EmailAddress, Locale, Ts, paths};
use platform::firm_profile::FirmProfile;
use platform::letterhead;
use platform::mail::{Block, Mail, MailClass};
use platform::when;

/// What an invitation says.
pub(super) struct InvitationMail<'a> {
    pub to: &'a EmailAddress,
    pub name: &'a str,
    pub locale: Locale,
    pub accounts: &'a [String],
    /// The account that comes to an invitation the person has already.
    pub adds: Option<&'a str>,
    /// Who sent it; the firm alone when that person has left.
    pub sender: Option<&'a str>,
    pub message: &'a str,
    pub token: &'a str,
    pub until: Ts,
}

impl InvitationMail<'_> {
    pub(super) fn mail(&self, firm: &FirmProfile) -> Mail {
        let locale = self.locale;
        let until = when::show_with_zone(self.until, locale, &firm.time_zone).text;
        let text = match self.adds {
            Some(account) => tl!(locale, "invitations.mail.adds_text", firm = firm.name, account = account),
            None => tl!(locale, "invitations.mail.text", firm = firm.name),
        };
        let subject = match self.adds {
            Some(account) => {
                tl!(locale, "invitations.mail.adds_subject", firm = firm.name, account = account)
            }
            None => tl!(locale, "invitations.mail.subject", firm = firm.name),
        };
        let mut blocks =
            vec![Block::Text(tl!(locale, "invitations.mail.hello", name = self.name)), Block::Text(text)];
        if !self.message.is_empty() {
            blocks.push(Block::Quote(self.message.to_owned()));
        }
        blocks.push(Block::Button {
            label: tl!(locale, "invitations.mail.button"),
            url: link(firm, self.token),
        });
        blocks.push(Block::Facts(self.facts(firm, until.clone())));
        blocks.push(Block::Small(tl!(locale, "invitations.mail.small", email = self.to.shown())));
        Mail {
            class: MailClass::Transactional,
            to: (self.name.to_owned(), self.to.shown().to_owned()),
            subject,
            preheader: tl!(locale, "invitations.mail.preheader", date = until),
            locale,
            from_name: firm.name.clone(),
            reply_to: firm.email.clone(),
            firm: letterhead::firm(firm),
            blocks,
        }
    }

    fn facts(&self, firm: &FirmProfile, until: String) -> Vec<(String, String)> {
        let locale = self.locale;
        let mut facts = Vec::with_capacity(4);
        if !self.accounts.is_empty() {
            facts.push((tl!(locale, "invitations.mail.accounts"), in_a_row(locale, self.accounts)));
        }
        let sender = match self.sender {
            Some(name) => tl!(locale, "invitations.mail.sender_of", name = name, firm = firm.name),
            None => firm.name.clone(),
        };
        facts.push((tl!(locale, "invitations.mail.sender"), sender));
        if let Some(phone) = &firm.phone {
            facts.push((tl!(locale, "invitations.mail.phone"), phone.clone()));
        }
        facts.push((tl!(locale, "invitations.mail.until"), until));
        facts
    }
}

/// Links start with the firm's configured origin, whatever host was asked (SEC-19).
fn link(firm: &FirmProfile, token: &str) -> String {
    format!("{}{}", firm.origin, paths::invitation(token))
}

fn in_a_row(locale: Locale, names: &[String]) -> String {
    let comma = if locale == Locale::Ja { "、" } else { ", " };
    let mut shown: Vec<&str> = names.iter().take(MOST_NAMED).map(String::as_str).collect();
    if names.len() > MOST_NAMED {
        shown.push("…");
    }
    shown.join(comma)
}
