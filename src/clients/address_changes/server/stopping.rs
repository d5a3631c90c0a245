//! The link in the mail to the old address. Opening it changes nothing; its button stops the change, without a sign-in:
//! whoever reads the old mailbox may (ECHG-6).

use super::actions;
use super::events::What;
use crate::address_changes::model::StopView;
use crate::address_changes::rules::{self, Act};
use access::mailed_links;
use directory::address_changes::{self as records, ChangeRecord, State};
use kernel::AppError;
use platform::Cx;
use platform::audit::Who;
use platform::db::Conn;
use platform::keys::token_hash;
use platform::unit::{By, Work};

/// What the page of this link shows.
///
/// # Errors
/// `NotFound` for a link we never made, `TooMany` after thirty of those from one place.
pub(in crate::address_changes) async fn view(cx: &Cx, token: &str) -> Result<StopView, AppError> {
    let change = find(cx, token).await?;
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
pub(super) async fn stop(cx: &Cx, token: &str) -> Result<(), AppError> {
    find(cx, token).await?;
    let (c, token) = (cx.clone(), token.to_owned());
    cx.write(move |tx| {
        Box::pin(async move {
            let change = look(tx, &c, &token).await?.ok_or(AppError::NotFound)?;
            let by = By::unnamed(Who { name: change.old_email.clone(), ..Who::guest() });
            let w = &mut Work::on(tx, &c, &by);
            actions::take_back(w, &change, Act::Stop, What::Stopped).await
        })
    })
    .await
}

async fn find(cx: &Cx, token: &str) -> Result<ChangeRecord, AppError> {
    let mut conn = cx.db.read().await?;
    let found = look(&mut conn, cx, token).await?;
    drop(conn);
    mailed_links::known(cx, found).await
}

async fn look(conn: &mut Conn, cx: &Cx, token: &str) -> Result<Option<ChangeRecord>, AppError> {
    Ok(records::of_link(conn, cx.firm.id, token_hash(token)).await?)
}
