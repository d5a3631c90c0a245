//! What the page shows: the form, the code that is awaited, or whom to ask.

use super::store::{self, Mine, WaitingRow};
use access::codes::{self, Bound, OWN_ADDRESS};
use access::gate::{SignedIn, Visitor};
use kernel::{AppError, ContactId, EmailId, Ts};
use platform::Cx;
use platform::db::Conn;
use sqlx::types::Uuid;

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
/// `NotSignedIn`.
pub(in crate::own_address) async fn view(cx: &Cx, visitor: &Visitor) -> Result<OwnView, AppError> {
    let who = visitor.signed_in()?;
    let mut conn = cx.db.read().await?;
    if let Err(reason) = may(&mut conn, cx, who).await? {
        return Ok(OwnView::Ask(reason));
    }
    Ok(match waiting(&mut conn, cx, who).await? {
        Some(waiting) => OwnView::Code {
            email: waiting.row.new_email,
            time: platform::when::show_time(waiting.sent_at, cx.zone()),
        },
        None => OwnView::Form { email: who.email().to_owned() },
    })
}

/// The row of the contact that would carry another address, or why it is not this person's to change.
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

/// A change whose code is awaited.
pub(super) struct Waiting {
    pub row: WaitingRow,
    /// When the newest code was sent.
    pub sent_at: Ts,
    /// Seconds until another may be asked for.
    pub wait: u32,
}

/// What its codes belong to: they count for one wish only, and never for a sign-in.
pub(super) const fn bound(change: Uuid) -> Bound {
    Bound::to(OWN_ADDRESS, change)
}

/// What waits for a code in this sign-in; not once the tries are used up, nor after the address changed otherwise.
pub(super) async fn waiting(conn: &mut Conn, cx: &Cx, who: &SignedIn) -> Result<Option<Waiting>, AppError> {
    let found = store::waiting(conn, cx.firm.id, who.user(), who.session()).await?;
    let counts = |it: &WaitingRow| it.tries < OWN_ADDRESS.max_attempts && it.old_norm == who.email_norm();
    let Some(row) = found.filter(counts) else { return Ok(None) };
    let codes = codes::standing(conn, cx, bound(row.id)).await?;
    Ok(match codes.sent_at {
        Some(sent_at) if codes.live > 0 => Some(Waiting { row, sent_at, wait: codes.wait }),
        _ => None,
    })
}

/// For [`store::Mine`] of a row that is known by its ids.
pub(super) const fn row(email_id: EmailId, contact_id: ContactId) -> Mine {
    Mine { email_id, contact_id, unlinked_at: None }
}
