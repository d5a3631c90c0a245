//! The mail of this slice: "You now also have access to …" (ACC-5).

use i18n::tl;
use kernel::{Locale, paths};
use platform::firm_profile::FirmProfile;
use platform::letterhead;
use platform::mail::{Block, Mail, MailClass};

/// Somebody who can sign in already was let into one more account.
pub(super) struct AccessMail<'a> {
    pub to_name: &'a str,
    pub to: &'a str,
    pub locale: Locale,
    pub account: &'a str,
    pub code: &'a str,
}

impl AccessMail<'_> {
    pub(super) fn mail(self, firm: &FirmProfile) -> Mail {
        let (l, account) = (self.locale, self.account);
        Mail {
            class: MailClass::Transactional,
            to: (self.to_name.to_owned(), self.to.to_owned()),
            subject: tl!(l, "contact_settings.mail.subject", account = account, firm = firm.name),
            preheader: tl!(l, "contact_settings.mail.preheader", account = account),
            locale: l,
            from_name: firm.name.clone(),
            reply_to: firm.email.clone(),
            firm: letterhead::firm(firm),
            blocks: self.blocks(firm),
        }
    }

    fn blocks(self, firm: &FirmProfile) -> Vec<Block> {
        let (l, account) = (self.locale, self.account);
        let text =
            tl!(l, "contact_settings.mail.text", name = self.to_name, account = account, firm = firm.name);
        vec![
            Block::Heading(tl!(l, "contact_settings.mail.heading", account = account)),
            Block::Text(text),
            // Deep links carry the account (SW-8); the origin is the configured one (SEC-19).
            Block::Button {
                label: tl!(l, "contact_settings.mail.button"),
                url: format!("{}{}", firm.origin, paths::portal_home(self.code)),
            },
            Block::Small(tl!(l, "contact_settings.mail.small", email = self.to)),
        ]
    }
}
