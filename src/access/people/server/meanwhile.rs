//! "Other people got access in the meantime": whoever activates their access hears of the addresses that were let in
//! beside them since they themselves were. At that time they could not be told as those who were inside are.

use super::events::AddressLetIn;
use super::store::{self, CameMeanwhile};
use crate::activity::name_of;
use crate::people::rules::MOST_LISTED;
use crate::security_mails::{self, Reader};
use i18n::tl;
use kernel::email::mask;
use kernel::{AppError, EmailAddress, UserId};
use platform::audit::Who;
use platform::db::Tx;
use platform::mail::{Block, Mail};
use platform::unit::{By, Work};
use platform::{Cx, outbox};

/// Tells somebody who has just activated their access, by one mail and in their activity; nothing when nobody came.
pub(crate) async fn tell_who_came_meanwhile(
    tx: &mut Tx,
    cx: &Cx,
    user: UserId,
    email_norm: &str,
) -> Result<(), AppError> {
    let mut came: Vec<CameMeanwhile> = Vec::new();
    for one in store::came_meanwhile(tx, cx.firm.id, email_norm).await? {
        let own = EmailAddress::stored(&one.email).norm() == email_norm;
        let known = came.iter().any(|it| it.account_id == one.account_id && it.email == one.email);
        if !own && !known && came.len() < MOST_LISTED {
            came.push(one);
        }
    }
    if came.is_empty() {
        return Ok(());
    }
    let to = security_mails::reader(tx, &cx.firm, user).await?;
    outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail(cx, &to, &came), None).await?;
    for one in came {
        let what = format!("{} – {}", mask(&one.email), one.account_name);
        let by = By::unnamed(Who { kind: "staff", id: one.actor_id, name: one.actor_name });
        let let_in = AddressLetIn { account: one.account_id, user, email: to.email.clone(), what };
        Work::on(tx, cx, &by).happened(let_in).await?;
    }
    Ok(())
}

pub(super) fn mail(cx: &Cx, to: &Reader, came: &[CameMeanwhile]) -> Mail {
    let (l, firm) = (to.locale, &cx.firm.name);
    let line = |one: &CameMeanwhile| {
        let time = platform::when::show_with_zone(one.at, l, &to.zone).text;
        let (address, by) = (mask(&one.email), name_of(&one.actor_name));
        (one.account_name.clone(), tl!(l, "people.meanwhile.line", address = address, by = by, time = time))
    };
    let blocks = vec![
        Block::Heading(tl!(l, "people.meanwhile.title")),
        security_mails::hello(to),
        Block::Text(tl!(l, "people.meanwhile.text", firm = firm)),
        Block::Facts(came.iter().map(line).collect()),
        Block::Text(tl!(l, "people.meanwhile.right")),
        Block::Text(tl!(
            l,
            "people.meanwhile.wrong",
            firm = firm,
            contact = security_mails::contact(&cx.firm)
        )),
    ];
    let subject = tl!(l, "people.meanwhile.subject", firm = firm);
    security_mails::security(&cx.firm, to, subject, tl!(l, "people.meanwhile.pre"), blocks)
}
