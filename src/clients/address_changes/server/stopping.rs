//! The link in the mail to the old address. Opening it changes nothing; its button stops the change, without a sign-in:
//! whoever reads the old mailbox may (ECHG-6).

use super::actions;
use super::events::What;
use crate::address_changes::StopsChange;
use crate::address_changes::model::StopView;
use crate::address_changes::rules::{self, Act};
use access::links::{self, ByLink};
use directory::address_changes::{self as records, ChangeRecord, State};
use kernel::{AppError, ChangeId};
use platform::Cx;
use platform::audit::Who;
use platform::db::Conn;
use platform::unit::{By, Work};

/// What the page of this link shows.
///
/// # Errors
/// `NotFound` once the address was corrected, which brought another link.
pub(in crate::address_changes) async fn view(
    cx: &Cx,
    link: &ByLink<StopsChange>,
) -> Result<StopView, AppError> {
    let change = look(&mut cx.db.read().await?, cx, link).await?;
    Ok(match rules::standing(change.stored(), change.expires_at, cx.now()) {
        State::PendingNew => StopView::Open {
            masked: kernel::email::mask(&change.new_email),
            old: kernel::email::mask(&change.old_email),
            by: change.begun_by_name,
            at: cx.when(change.created_at),
        },
        State::Cancelled => StopView::Stopped,
        State::Accepted | State::OldRemoved => StopView::Accepted,
        State::Expired => StopView::Expired,
    })
}

/// Stops the change. Pressing the button twice is fine: the page says how things stand.
///
/// # Errors
/// As [`view`]; `Conflict` when it cannot be stopped any more.
pub(in crate::address_changes) async fn stop(cx: &Cx, link: &ByLink<StopsChange>) -> Result<(), AppError> {
    let (c, link) = (cx.clone(), link.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let link = link.anew(tx, &c).await?;
            let change = look(tx, &c, &link).await?;
            let by = By::unnamed(Who { name: change.old_email.clone(), ..Who::guest() });
            actions::take_back(&mut Work::on(tx, &c, &by), &change, Act::Stop, What::Stopped).await?;
            links::use_once(tx, &c, &link).await
        })
    })
    .await
}

/// Whether it can be stopped, the change itself says: it ends in other ways, too.
async fn look(conn: &mut Conn, cx: &Cx, link: &ByLink<StopsChange>) -> Result<ChangeRecord, AppError> {
    if link.is_superseded() {
        return Err(AppError::NotFound);
    }
    records::of_id(conn, cx.firm.id, ChangeId(link.of())).await?.ok_or(AppError::NotFound)
}
