//! "A new address got access": told to whoever can enter already, so that an address that somebody smuggled in is seen by
//! those whom it would harm (SEC-11). A security mail, so NOTIFY does not keep it back; and a row of their activity.

use super::store;
use crate::gate::Staff;
use crate::sessions::letter::{self, Reader};
use i18n::tl;
use kernel::email::mask;
use kernel::{AccountId, AppError, ContactId};
use platform::audit::{self, Act};
use platform::db::Tx;
use platform::mail::{Block, Mail};
use platform::{Cx, outbox};

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

/// Tells everybody who can sign in to this account, and the contact at the other addresses they sign in with; not the
/// address itself. The address is shown in part, as on the page of who has access.
///
/// # Errors
/// When the database does not answer.
pub async fn tell_let_in(tx: &mut Tx, cx: &Cx, by: &Staff, let_in: LetIn<'_>) -> Result<(), AppError> {
    let but = (let_in.email_norm, let_in.replaces.unwrap_or(let_in.email_norm));
    let people = store::people_inside(tx, cx.firm.id, let_in.account, let_in.contact, but).await?;
    for user in people {
        let to = letter::reader(tx, &cx.firm, user).await?;
        let mail = mail(cx, &to, by.name(), let_in);
        outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail, None).await?;
        let act = Act {
            event: "address_let_in",
            who: by.audit(),
            account: Some(let_in.account),
            subject_id: Some(user.0),
            subject: to.email,
            detail: format!("{} – {}", mask(let_in.email), let_in.account_name),
        };
        audit::record(tx, cx, act).await?;
    }
    Ok(())
}

fn mail(cx: &Cx, to: &Reader, by: &str, let_in: LetIn<'_>) -> Mail {
    let (l, firm, account) = (to.locale, &cx.firm.name, let_in.account_name);
    let time = platform::when::show_with_zone(cx.now(), l, &to.zone).text;
    let blocks = vec![
        Block::Heading(tl!(l, "people.mail.title")),
        letter::hello(to),
        Block::Text(tl!(l, "people.mail.text", firm = firm, account = account)),
        Block::Facts(vec![
            (tl!(l, "people.mail.address"), mask(let_in.email)),
            (tl!(l, "people.mail.name"), let_in.name.to_owned()),
            (tl!(l, "people.mail.by"), by.to_owned()),
            (tl!(l, "people.mail.time"), time),
        ]),
        Block::Text(tl!(l, "people.mail.right")),
        Block::Text(tl!(l, "people.mail.wrong", firm = firm, contact = letter::contact(&cx.firm))),
    ];
    let subject = tl!(l, "people.mail.subject", firm = firm, account = account);
    letter::security(&cx.firm, to, subject, tl!(l, "people.mail.pre"), blocks)
}
