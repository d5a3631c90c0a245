//! Making a link, and what ends one that nobody used.

use super::kind::{Link, LinkKind, Replaces};
use super::store;
use crate::links::rules::{self, MAIL_INTERVAL, MAIL_WINDOW};
use kernel::{AppError, FirmId, MailId, Ts};
use platform::Cx;
use platform::chores::Due;
use platform::db::{Conn, DbError, Tx};
use platform::keys::token_hash;
use platform::rng::token;
use platform::secret::Secret;
use sqlx::types::Uuid;

/// What makes a link this one: its id, and the token that only its mail says.
#[derive(Debug)]
pub struct New {
    pub id: Uuid,
    token: Secret<String>,
}

impl New {
    #[must_use]
    pub fn token(&self) -> &str {
        self.token.expose()
    }
}

/// Which links of a kind.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'a> {
    /// Those about this.
    Of(Uuid),
    /// Those mailed to this address.
    At(&'a str),
}

/// Draws what a link is made of; [`make`] makes it.
#[must_use]
pub fn draw(cx: &Cx) -> New {
    New { token: token(&*cx.rng), id: cx.ids.next() }
}

/// Stores a link; earlier ones that it replaces end.
///
/// # Errors
/// Of kinds that an address has one of: `TooMany` within a minute, or for the sixth mail of a day (INV-6).
pub async fn make(tx: &mut Tx, cx: &Cx, new: &New, link: Link<'_>) -> Result<(), AppError> {
    let (kind, now, of) = (link.kind, cx.now(), link.of.unwrap_or(new.id));
    match (kind.replaces, link.to) {
        (Replaces::OfAddress, Some(to)) => {
            // Looked at after the update, which waits for a colleague's: on PostgreSQL a look before it would miss what commits
            // meanwhile, and their link would die a moment after it was sent. The error undoes the update.
            supersede(tx, cx, kind, Whose::At(to)).await?;
            let since = now.plus(-MAIL_WINDOW);
            mailed_in_time(&store::mailed_since(tx, cx.firm.id, kind.name, to, since).await?, now)?;
        }
        _ => supersede(tx, cx, kind, Whose::Of(of)).await?,
    }
    let hash = token_hash(new.token());
    store::insert(tx, cx.firm.id, (new.id, of), &link, hash, now).await.map_err(sent_meanwhile)
}

/// Whether an address may be mailed again; `sent` are the mails of the last day, newest first.
fn mailed_in_time(sent: &[Ts], now: Ts) -> Result<(), AppError> {
    rules::wait(sent, now).map_or(Ok(()), |seconds| Err(AppError::TooMany(seconds)))
}

/// The index lets one open link of an address through; whoever pressed Send at the same instant as a colleague learns that it
/// was sent.
fn sent_meanwhile(error: DbError) -> AppError {
    let seconds = u32::try_from(MAIL_INTERVAL / Ts::SECOND).unwrap_or(u32::MAX);
    if error.is_duplicate() { AppError::TooMany(seconds) } else { error.into() }
}

/// Which mail brings it, for whoever hears when that is refused for good.
pub(crate) async fn mailed(tx: &mut Tx, cx: &Cx, link: Uuid, mail: MailId) -> Result<(), AppError> {
    Ok(store::mailed(tx, cx.firm.id, link, mail).await?)
}

/// Ends these as if a newer one had been mailed: their pages say so.
pub async fn supersede(tx: &mut Tx, cx: &Cx, kind: LinkKind, whose: Whose<'_>) -> Result<(), AppError> {
    let (firm, now) = (cx.firm.id, cx.now());
    match whose {
        Whose::Of(of) => store::supersede_of(tx, firm, kind.name, of, now).await?,
        Whose::At(to) => store::supersede_at(tx, firm, kind.name, to, now).await?,
    }
    Ok(())
}

/// Takes back every one that was not used, also those expired or superseded: none of them may fetch another. How many.
pub async fn revoke_all(tx: &mut Tx, cx: &Cx, kind: LinkKind, whose: Whose<'_>) -> Result<u64, AppError> {
    let (firm, now) = (cx.firm.id, cx.now());
    Ok(match whose {
        Whose::Of(of) => store::revoke_of(tx, firm, kind.name, of, now).await?,
        Whose::At(to) => store::revoke_at(tx, firm, kind.name, to, now).await?,
    })
}

/// When the link was made that still works for this, if there is one.
pub(crate) async fn newest_open(
    conn: &mut Conn,
    cx: &Cx,
    kind: LinkKind,
    of: Uuid,
) -> Result<Option<Ts>, AppError> {
    Ok(store::newest_open(conn, cx.firm.id, kind.name, of, cx.now()).await?)
}

/// Links of this kind, of all firms, that expired unused after one instant and up to another, and that nobody was told of: in
/// the order in which they expired, behind this one.
pub(crate) async fn expired(
    conn: &mut Conn,
    kind: LinkKind,
    after: Uuid,
    times: (Ts, Ts),
) -> Result<Vec<Due>, AppError> {
    Ok(store::expired(conn, kind.name, after, times).await?)
}

/// Whether this worker is the one to tell of it; the mailbox that it went to. Not when it was used or sent again meanwhile.
pub(crate) async fn claim_expired(
    tx: &mut Tx,
    firm: FirmId,
    kind: LinkKind,
    link: Uuid,
    now: Ts,
) -> Result<Option<String>, AppError> {
    Ok(store::claim_expired(tx, firm, kind.name, link, now).await?)
}
