//! The link in the old mailbox. Opening it changes nothing; its button takes the address back, without a sign-in: whoever
//! reads the old mailbox may, for a week (the pattern of ECHG-6).

use super::events::OfMove;
use super::store::{self, Made};
use super::{mails, on_contact, reading};
use crate::own_address::UndoesChange;
use crate::own_address::rules::{self, Undo};
use access::links::{self, ByLink};
use access::login_moves::move_back;
use kernel::{AppError, EmailAddress, When};
use platform::audit::Who;
use platform::db::{Conn, Tx};
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
pub(in crate::own_address) async fn view(cx: &Cx, link: &ByLink<UndoesChange>) -> Result<UndoView, AppError> {
    let made = look(&mut cx.db.read().await?, cx, link).await?;
    Ok(match rules::undo(made.state == "stopped", link.until(), cx.now()) {
        Undo::Open => UndoView::Open {
            old: kernel::email::mask(&made.old_email),
            masked: kernel::email::mask(&made.new_email),
            at: cx.when(made.changed_at),
            until: cx.when(link.until()),
        },
        Undo::Stopped => UndoView::Stopped,
        Undo::Late => UndoView::Late,
    })
}

/// Takes the address back. Pressing the button twice is fine: the page says how things stand.
///
/// # Errors
/// `Conflict` when it was stopped or is too late; `Refused`, in words, when only the firm can.
pub(in crate::own_address) async fn undo(cx: &Cx, link: &ByLink<UndoesChange>) -> Result<(), AppError> {
    let (c, link) = (cx.clone(), link.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let made = look(tx, &c, &link).await?;
            undo_in(tx, &c, &link, &made).await
        })
    })
    .await
}

async fn undo_in(tx: &mut Tx, cx: &Cx, link: &ByLink<UndoesChange>, made: &Made) -> Result<(), AppError> {
    let firm = cx.firm.id;
    let mine = reading::row(made.email_id, made.contact_id);
    let open = rules::undo(made.state != "done", link.until(), cx.now()) == Undo::Open;
    // First of all this, as the code does: whoever confirms another change at this instant waits, or is waited for.
    if !open || !store::stop(tx, firm, made).await? {
        return Err(AppError::Conflict);
    }
    links::use_once(tx, cx, link).await?;
    on_contact::stand_in_line(tx, cx, &mine).await?;
    let old = EmailAddress::stored(&made.old_email);
    // The address may have gone on since, and the firm may have taken it off the contact.
    let login = store::login_now(tx, firm, made.user_id).await?.ok_or(AppError::Conflict)?;
    if store::address_now(tx, firm, made.email_id).await?.is_some_and(|norm| norm == login) {
        on_contact::put(tx, cx, &mine, (&login, &old), &made.old_email).await?;
    }
    move_back(tx, cx, made.user_id, &login, &old).await?;
    let by = By::unnamed(Who { name: made.old_email.clone(), ..Who::guest() });
    let both = Change::of(made.new_email.clone(), made.old_email.clone());
    on_contact::moved(&mut Work::on(tx, cx, &by), &mine, OfMove::Stopped, both).await?;
    if let Some(owner) = store::owner(tx, firm).await? {
        outbox::enqueue(tx, &cx.platform, firm, &mails::stopped(cx, &owner, made), None).await?;
    }
    on_contact::found_by_it(tx, cx, &mine).await
}

async fn look(conn: &mut Conn, cx: &Cx, link: &ByLink<UndoesChange>) -> Result<Made, AppError> {
    store::made(conn, cx.firm.id, link.of()).await?.ok_or(AppError::NotFound)
}
