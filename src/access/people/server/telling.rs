//! "A new address got access": told to whoever can enter already, so that an address that somebody smuggled in is seen by
//! those whom it would harm (SEC-11), also when they were taken out a moment before. A security mail, so NOTIFY does not
//! keep it back; and a row of their activity.

use super::events::AddressLetIn;
use super::store::{self, FORMER, INSIDE, ToTell};
use crate::gate::Staff;
use crate::people::rules::REMEMBERED;
use crate::security_mails::{self, Reader};
use i18n::tl;
use kernel::email::mask;
use kernel::{AccountId, AppError, ContactId};
use platform::Cx;
use platform::db::Tx;
use platform::mail::{Block, Mail};
use platform::unit::Work;

/// An address that may enter an account from now on.
#[derive(Clone, Copy, Debug)]
pub struct LetIn<'a> {
    pub account: AccountId,
    pub account_name: &'a str,
    pub contact: ContactId,
    /// The contact's, as the firm knows them.
    pub name: &'a str,
    pub email: &'a str,
    pub email_norm: &'a str,
    /// The address it replaces, normalised: its owner gets a mail that can stop it, and not this one.
    pub replaces: Option<&'a str>,
}

/// Tells everybody who can sign in to this account, and the contact at the other addresses they sign in with, and those
/// who could until a short while ago; not the address itself. The address is shown in part, as on the page of who has
/// access, and the account is named to those only who have or had it themselves. Whoever waits for their first sign-in
/// hears of it then ([`super::tell_who_came_meanwhile`]).
pub async fn tell_let_in(tx: &mut Tx, cx: &Cx, by: &Staff, let_in: LetIn<'_>) -> Result<(), AppError> {
    let but = (let_in.email_norm, let_in.replaces.unwrap_or(let_in.email_norm));
    let since = cx.now().plus(-REMEMBERED);
    let people = store::to_tell(tx, cx.firm.id, let_in.account, let_in.contact, but, since).await?;
    for ToTell { user, standing } in people {
        let to = security_mails::reader(tx, &cx.firm, user).await?;
        let masked = mask(let_in.email);
        let named = format!("{masked} – {}", let_in.account_name);
        let (mail, detail) = match standing {
            INSIDE => (mail(cx, &to, by.name(), let_in), named),
            FORMER => (mail_to_former(cx, &to, by.name(), let_in), named),
            _ => (mail_elsewhere(cx, &to, by.name(), let_in), masked),
        };
        let w = &mut Work::on(tx, cx, by);
        w.mail(&mail, None).await?;
        let account = let_in.account;
        w.happened(AddressLetIn { account, user, email: to.email, what: detail }).await?;
    }
    Ok(())
}

pub(super) fn mail(cx: &Cx, to: &Reader, by: &str, let_in: LetIn<'_>) -> Mail {
    let (l, firm, account) = (to.locale, &cx.firm.name, let_in.account_name);
    let blocks = vec![
        Block::Heading(tl!(l, "people.mail.title")),
        security_mails::hello(to),
        Block::Text(tl!(l, "people.mail.text", firm = firm, account = account)),
        facts(cx, to, by, let_in, Some(let_in.name)),
        Block::Text(tl!(l, "people.mail.right")),
        Block::Text(tl!(l, "people.mail.wrong", firm = firm, contact = security_mails::contact(&cx.firm))),
    ];
    let subject = tl!(l, "people.mail.subject", firm = firm, account = account);
    security_mails::security(&cx.firm, to, subject, tl!(l, "people.mail.pre"), blocks)
}

/// Whoever is out learns which address came, and not whose it is: that is no longer theirs to know.
pub(super) fn mail_to_former(cx: &Cx, to: &Reader, by: &str, let_in: LetIn<'_>) -> Mail {
    let (l, firm, account) = (to.locale, &cx.firm.name, let_in.account_name);
    let blocks = vec![
        Block::Heading(tl!(l, "people.former.title")),
        security_mails::hello(to),
        Block::Text(tl!(l, "people.former.text", firm = firm, account = account)),
        facts(cx, to, by, let_in, None),
        Block::Text(tl!(l, "people.former.right")),
        Block::Text(tl!(l, "people.former.wrong", firm = firm, contact = security_mails::contact(&cx.firm))),
    ];
    let subject = tl!(l, "people.former.subject", firm = firm, account = account);
    security_mails::security(&cx.firm, to, subject, tl!(l, "people.former.pre"), blocks)
}

/// Whoever only has the contact in common with the account learns neither its name nor whose address came: the contact may
/// be kept there by mistake, or theirs no longer.
pub(super) fn mail_elsewhere(cx: &Cx, to: &Reader, by: &str, let_in: LetIn<'_>) -> Mail {
    let (l, firm) = (to.locale, &cx.firm.name);
    let blocks = vec![
        Block::Heading(tl!(l, "people.elsewhere.title")),
        security_mails::hello(to),
        Block::Text(tl!(l, "people.elsewhere.text", firm = firm)),
        facts(cx, to, by, let_in, None),
        Block::Text(tl!(l, "people.elsewhere.right")),
        Block::Text(tl!(
            l,
            "people.elsewhere.wrong",
            firm = firm,
            contact = security_mails::contact(&cx.firm)
        )),
    ];
    let subject = tl!(l, "people.elsewhere.subject", firm = firm);
    security_mails::security(&cx.firm, to, subject, tl!(l, "people.elsewhere.pre"), blocks)
}

/// Which address came, through whom and when; `name` is whose it is, for those who may know.
fn facts(cx: &Cx, to: &Reader, by: &str, let_in: LetIn<'_>, name: Option<&str>) -> Block {
    let l = to.locale;
    let time = platform::when::show_with_zone(cx.now(), l, &to.zone).text;
    let name = name.map(|name| (tl!(l, "people.mail.name"), name.to_owned()));
    let address = [(tl!(l, "people.mail.address"), mask(let_in.email))];
    let rest = [(tl!(l, "people.mail.by"), by.to_owned()), (tl!(l, "people.mail.time"), time)];
    Block::Facts(address.into_iter().chain(name).chain(rest).collect())
}
