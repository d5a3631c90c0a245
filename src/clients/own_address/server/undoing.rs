//! The link in the old mailbox. Opening it changes nothing; its button takes the address back, without a sign-in: whoever
//! reads the old mailbox may, for a week (the pattern of ECHG-6).

use super::events::OfMove;
use super::store::{self, Made};
use super::{mails, moving, reading};
use crate::own_address::rules::{self, Undo};
use access::login_moves::move_back;
use access::mailed_links;
use kernel::token::LENGTH;
use kernel::{AppError, EmailAddress, When};
use platform::audit::Who;
use platform::db::{Conn, Tx};
use platform::keys::token_hash;
use platform::unit::{By, Change, Work};
use platform::{Cx, outbox};
use serde::{Deserialize, Serialize};

/// What the page behind the link may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::own_address) enum UndoView {
    Open { old: String, masked: String, at: When, until: When },
    Stopped,
    Late,
}

/// What the page of this link shows.
///
/// # Errors
/// `NotFound` for a link we never made, `TooMany` after thirty of those from one place.
pub(in crate::own_address) async fn view(cx: &Cx, token: &str) -> Result<UndoView, AppError> {
    let made = find(cx, token).await?;
    Ok(match rules::undo(made.state == "stopped", made.stop_until, cx.now()) {
        Undo::Open => UndoView::Open {
            old: kernel::email::mask(&made.old_email),
            masked: kernel::email::mask(&made.new_email),
            at: cx.when(made.changed_at),
            until: cx.when(made.stop_until),
        },
        Undo::Stopped => UndoView::Stopped,
        Undo::Late => UndoView::Late,
    })
}

/// Takes the address back. Pressing the button twice is fine: the page says how things stand.
///
/// # Errors
/// As [`view`]; `Conflict` when it was stopped or is too late; `Refused`, in words, when only the firm can.
pub(super) async fn undo(cx: &Cx, token: &str) -> Result<(), AppError> {
    find(cx, token).await?;
    let (c, token) = (cx.clone(), token.to_owned());
    cx.write(move |tx| {
        Box::pin(async move {
            let made = look(tx, &c, &token).await?.ok_or(AppError::NotFound)?;
            undo_in(tx, &c, &made).await
        })
    })
    .await
}

async fn undo_in(tx: &mut Tx, cx: &Cx, made: &Made) -> Result<(), AppError> {
    let firm = cx.firm.id;
    let mine = reading::row(made.email_id, made.contact_id);
    let open = rules::undo(made.state != "done", made.stop_until, cx.now()) == Undo::Open;
    // First of all this, as the code does: whoever confirms another change at this instant waits, or is waited for.
    if !open || !store::stop(tx, firm, made).await? {
        return Err(AppError::Conflict);
    }
    moving::stand_in_line(tx, cx, &mine).await?;
    let old = EmailAddress::stored(&made.old_email);
    // The address may have gone on since, and the firm may have taken it off the contact.
    let login = store::login_now(tx, firm, made.user_id).await?.ok_or(AppError::Conflict)?;
    if store::address_now(tx, firm, made.email_id).await?.is_some_and(|norm| norm == login) {
        moving::put(tx, cx, &mine, (&login, &old), &made.old_email).await?;
    }
    move_back(tx, cx, made.user_id, &login, &old).await?;
    let by = By::unnamed(Who { name: made.old_email.clone(), ..Who::guest() });
    let both = Change::of(made.new_email.clone(), made.old_email.clone());
    moving::moved(&mut Work::on(tx, cx, &by), &mine, OfMove::Stopped, both).await?;
    if let Some(owner) = store::owner(tx, firm).await? {
        outbox::enqueue(tx, &cx.platform, firm, &mails::stopped(cx, &owner, made), None).await?;
    }
    moving::found_by_it(tx, cx, &mine).await
}

async fn find(cx: &Cx, token: &str) -> Result<Made, AppError> {
    let mut conn = cx.db.read().await?;
    let found = look(&mut conn, cx, token).await?;
    drop(conn);
    mailed_links::known(cx, found).await
}

async fn look(conn: &mut Conn, cx: &Cx, token: &str) -> Result<Option<Made>, AppError> {
    if token.len() != LENGTH {
        return Ok(None);
    }
    Ok(store::of_link(conn, cx.firm.id, token_hash(token)).await?)
}
