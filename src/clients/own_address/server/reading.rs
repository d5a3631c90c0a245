//! What the page shows: the form, the code that is awaited, or whom to ask.

use super::store::{self, Mine, Waiting};
use access::gate::{SignedIn, Visitor};
use access::sign_in::MOST_TRIES;
use kernel::{AppError, ContactId, EmailId};
use platform::Cx;
use platform::db::Conn;

/// Why the firm has to do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::own_address) enum AskTheFirm {
    /// It wants to be asked.
    Off,
    /// The login is a colleague's: the team page is the place.
    Colleague,
    /// Two people share the mailbox, or nobody may enter anything with it.
    Shared,
    /// It is replacing the address already.
    Replacing,
}

/// The page of somebody signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::own_address) enum OwnView {
    Ask(AskTheFirm),
    Form {
        email: String,
    },
    /// A code is on its way to the new address, shown as it was typed.
    Code {
        email: String,
        time: String,
    },
}

/// # Errors
/// `NotSignedIn`; what the database says.
pub(in crate::own_address) async fn view(cx: &Cx, visitor: &Visitor) -> Result<OwnView, AppError> {
    let who = visitor.signed_in()?;
    let mut conn = cx.db.read().await?;
    if let Err(reason) = may(&mut conn, cx, who).await? {
        return Ok(OwnView::Ask(reason));
    }
    Ok(match waiting(&mut conn, cx, who).await? {
        Some(waiting) => OwnView::Code {
            email: waiting.new_email,
            time: platform::when::show_time(waiting.sent_at, cx.zone()),
        },
        None => OwnView::Form { email: who.email().to_owned() },
    })
}

/// The row of the contact that would carry another address, or why it is not this person's to change.
///
/// # Errors
/// What the database says.
pub(super) async fn may(
    conn: &mut Conn,
    cx: &Cx,
    who: &SignedIn,
) -> Result<Result<Mine, AskTheFirm>, AppError> {
    if who.is_staff() {
        return Ok(Err(AskTheFirm::Colleague));
    }
    if !cx.firm.own_address {
        return Ok(Err(AskTheFirm::Off));
    }
    let mut mine = store::mine(conn, cx.firm.id, who.email_norm()).await?;
    if mine.iter().any(|one| one.unlinked_at.is_some()) {
        return Ok(Err(AskTheFirm::Replacing));
    }
    Ok(match (mine.pop(), mine.is_empty()) {
        (Some(only), true) => Ok(only),
        _ => Err(AskTheFirm::Shared),
    })
}

/// What waits for a code in this sign-in; not once the tries are used up, nor after the address changed otherwise.
///
/// # Errors
/// What the database says.
pub(super) async fn waiting(conn: &mut Conn, cx: &Cx, who: &SignedIn) -> Result<Option<Waiting>, AppError> {
    let found = store::waiting(conn, cx.firm.id, (who.user(), who.session()), cx.now()).await?;
    Ok(found.filter(|it| it.tries < MOST_TRIES && it.old_norm == who.email_norm()))
}

/// For [`store::Mine`] of a row that is known by its ids.
pub(super) const fn row(email_id: EmailId, contact_id: ContactId) -> Mine {
    Mine { email_id, contact_id, unlinked_at: None }
}
