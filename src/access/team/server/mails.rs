//! The invitation to the team, and the notice to somebody who was made the owner.

use crate::gate::Staff;
use crate::security_mails::{self, Reader};
use i18n::tl;
use kernel::{AppError, EmailAddress, Locale, Role, Ts, UserId, paths};
use platform::db::Tx;
use platform::firm_profile::FirmProfile;
use platform::letterhead;
use platform::mail::{Block, Mail, MailClass};
use platform::{Cx, outbox, when};

/// What an invitation says.
pub(super) struct InvitationMail<'a> {
    pub to: &'a EmailAddress,
    pub name: &'a str,
    pub locale: Locale,
    pub role: Role,
    pub sender: &'a str,
    pub token: &'a str,
    pub until: Ts,
}

impl InvitationMail<'_> {
    pub(super) fn mail(&self, firm: &FirmProfile) -> Mail {
        let l = self.locale;
        let until = when::show_with_zone(self.until, l, &firm.time_zone).text;
        let blocks = vec![
            Block::Text(tl!(l, "team.mail.hello", name = self.name)),
            Block::Text(tl!(l, "team.mail.text", sender = self.sender, firm = firm.name)),
            // Links start with the firm's configured origin, whatever host was asked (SEC-19).
            Block::Button {
                label: tl!(l, "team.mail.button"),
                url: format!("{}{}", firm.origin, paths::join(self.token)),
            },
            Block::Facts(vec![
                (tl!(l, "team.mail.role"), role_in(l, self.role)),
                (tl!(l, "team.mail.sender"), self.sender.to_owned()),
                (tl!(l, "team.mail.until"), until.clone()),
            ]),
            Block::Small(tl!(l, "team.mail.small", email = self.to.shown())),
        ];
        Mail {
            class: MailClass::Transactional,
            to: (self.name.to_owned(), self.to.shown().to_owned()),
            subject: tl!(l, "team.mail.subject", firm = firm.name),
            preheader: tl!(l, "team.mail.preheader", date = until),
            locale: l,
            from_name: firm.name.clone(),
            reply_to: firm.email.clone(),
            firm: letterhead::firm(firm),
            blocks,
        }
    }
}

/// Somebody whose invitation has lost its use asks for another.
pub(super) struct Asked<'a> {
    pub name: &'a str,
    pub email: &'a str,
    /// Until when the one that was sent works; nothing when none was.
    pub sent_until: Option<Ts>,
}

/// To whoever invited, or to the owner when they can no longer.
pub(super) fn asked_again(firm: &FirmProfile, to: &Reader, asked: &Asked<'_>) -> Mail {
    let (l, name, email) = (to.locale, asked.name, asked.email);
    let until = asked.sent_until.map(|until| when::show_with_zone(until, l, &to.zone).text);
    let (title, text) = match until {
        Some(until) => (
            tl!(l, "team.asked.sent_title", name = name),
            tl!(l, "team.asked.sent", name = name, email = email, until = until),
        ),
        None => {
            (tl!(l, "team.asked.title", name = name), tl!(l, "team.asked.text", name = name, email = email))
        }
    };
    Mail {
        class: MailClass::Transactional,
        to: (to.name.clone(), to.email.clone()),
        subject: format!("{title} – {}", firm.name),
        preheader: tl!(l, "team.asked.preheader"),
        locale: l,
        from_name: firm.name.clone(),
        reply_to: None,
        firm: letterhead::firm(firm),
        blocks: vec![
            Block::Heading(title),
            Block::Text(text),
            Block::Button {
                label: tl!(l, "team.asked.button"),
                url: format!("{}{}", firm.origin, paths::TEAM),
            },
        ],
    }
}

fn role_in(locale: Locale, role: Role) -> String {
    match role {
        Role::Owner => tl!(locale, "team.role.owner"),
        Role::Admin => tl!(locale, "team.role.admin"),
        Role::Employee => tl!(locale, "team.role.employee"),
    }
}

/// Both hear that the firm has a new owner: whoever is it now, and whoever was, in case it was not them.
pub(super) async fn tell_of_owner(tx: &mut Tx, cx: &Cx, staff: &Staff, new: UserId) -> Result<(), AppError> {
    let owner = security_mails::reader(tx, &cx.firm, new).await?;
    for user in [new, staff.user()] {
        let to = security_mails::reader(tx, &cx.firm, user).await?;
        let (l, firm) = (to.locale, &cx.firm.name);
        let text = tl!(l, "team.mail.owner_text", old = staff.name(), new = owner.name, firm = firm);
        let mail = security_mails::security(
            &cx.firm,
            &to,
            tl!(l, "team.mail.owner_subject", firm = firm),
            tl!(l, "team.mail.owner_preheader"),
            vec![security_mails::hello(&to), Block::Text(text), security_mails::facts(cx, &to, cx.now())],
        );
        outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail, None).await?;
    }
    Ok(())
}
