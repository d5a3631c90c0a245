//! Another invitation for whoever holds one that has lost its use (INV-5). It goes to the same address, with the same role,
//! in the name of whoever sent the first, who is told. Who may no longer invite for that role brings nobody in by an old
//! mail either: then nothing is sent, and the owner is told that somebody asks.

use super::events::{OfInvitation, OfLink, Sending};
use super::invitation_store::InvitationRow;
use super::invites::{self, Draft, Sender};
use super::mails::{self, Asked};
use super::store::MemberRecord;
use super::{join, store};
use crate::links::{ByLink, may_renew};
use crate::security_mails;
use crate::team::Joins;
use crate::team::rules::ASKED;
use kernel::{AppError, UserId};
use platform::audit::Who;
use platform::db::Tx;
use platform::limits;
use platform::unit::{By, Work};
use platform::{Cx, outbox};

/// What came of asking.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::team) enum Renewed {
    /// Another invitation is on its way to this address, masked.
    Sent(String),
    /// The owner was told.
    PassedOn,
}

/// Asks for another invitation; `None` when the link is not one that can be renewed, which its page then says.
///
/// # Errors
/// `TooMany` within a minute, or for the sixth time a day.
pub(in crate::team) async fn renew(cx: &Cx, link: &ByLink<Joins>) -> Result<Option<Renewed>, AppError> {
    let found = {
        let mut conn = cx.db.read().await?;
        join::find(&mut conn, cx, link).await?
    };
    if !may_renew(found.standing) {
        return Ok(None);
    }
    limits::take(&cx.platform, ASKED, &format!("{}/{}", cx.firm.id, link.to())).await?;
    let (c, link) = (cx.clone(), link.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let link = link.anew(tx, &c).await?;
            let found = join::find(tx, &c, &link).await?;
            if !may_renew(found.standing) {
                return Ok(None);
            }
            let done = match invites::inviter(tx, &c, &found.row).await? {
                Some(inviter) => send(tx, &c, &inviter, found.row).await?,
                None => pass_on(tx, &c, &found.row).await?,
            };
            Ok(Some(done))
        })
    })
    .await
}

async fn send(tx: &mut Tx, cx: &Cx, inviter: &MemberRecord, row: InvitationRow) -> Result<Renewed, AppError> {
    let draft = Draft::of(cx, row);
    let sender = Sender { user: inviter.id, name: &inviter.name };
    let by = holder(draft.email.shown());
    let sent = invites::send(&mut Work::on(tx, cx, &by), &sender, &draft, Sending::Renewed).await?;
    let asked = Asked { name: &draft.name, email: draft.email.shown(), sent_until: Some(sent.until) };
    tell(tx, cx, inviter.id, &asked).await?;
    Ok(Renewed::Sent(draft.email.masked()))
}

/// Nobody but whoever holds the link, which went to this address.
fn holder(email: &str) -> By {
    By::unnamed(Who { name: email.to_owned(), ..Who::guest() })
}

async fn pass_on(tx: &mut Tx, cx: &Cx, row: &InvitationRow) -> Result<Renewed, AppError> {
    let by = holder(&row.email);
    Work::on(tx, cx, &by).happened(OfInvitation::of(row, OfLink::Asked)).await?;
    if let Some(owner) = store::owner(tx, cx.firm.id).await? {
        let asked = Asked { name: &row.name, email: &row.email, sent_until: None };
        tell(tx, cx, owner, &asked).await?;
    }
    Ok(Renewed::PassedOn)
}

async fn tell(tx: &mut Tx, cx: &Cx, user: UserId, asked: &Asked<'_>) -> Result<(), AppError> {
    let to = security_mails::reader(tx, &cx.firm, user).await?;
    outbox::enqueue(tx, &cx.platform, cx.firm.id, &mails::asked_again(&cx.firm, &to, asked), None).await?;
    Ok(())
}
