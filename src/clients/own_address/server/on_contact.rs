//! The address moves where it stands: on its contact, with all switches.

use super::events::{Listed, Moved, OfMove};
use super::store::{self, Mine};
use crate::search;
use access::invitations;
use directory::address_changes as records;
use directory::contacts;
use directory::switches::{self as settings, Rows};
use kernel::{AppError, EmailAddress};
use platform::Cx;
use platform::db::Tx;
use platform::unit::{Change, Work};

/// Puts another address in the row's place. If the contact has that address already, its switches come along and its own
/// row goes. Pages that show the old one are out of date, and open invitations to it end. `from` is normalised. Searches find
/// the contact by it after [`found_by_it`].
pub(super) async fn put(
    tx: &mut Tx,
    cx: &Cx,
    mine: &Mine,
    (from, to): (&str, &EmailAddress),
    by: &str,
) -> Result<(), AppError> {
    let firm = cx.firm.id;
    if let Some(twin) = store::twin(tx, firm, mine, to.norm()).await? {
        settings::take_switches(tx, firm, twin, mine.email_id).await?;
        settings::remove(tx, firm, Rows::of(mine.contact_id).of_address(twin), cx.now()).await?;
        contacts::delete_address(tx, firm, twin).await?;
    }
    contacts::set_address(tx, firm, mine.email_id, to).await?;
    records::rename(tx, firm, mine.email_id, to).await?;
    settings::outdate(tx, firm, mine.email_id, &settings::Change { at: cx.now(), by }).await?;
    invitations::revoke_if_unneeded(tx, cx, from).await
}

/// A search finds the contact by the addresses that it has now. At the end of the act, behind its login.
pub(super) async fn found_by_it(tx: &mut Tx, cx: &Cx, mine: &Mine) -> Result<(), AppError> {
    Ok(search::refresh_contact(tx, cx.firm.id, mine.contact_id).await?)
}

/// Waits for whoever replaces an address of this contact on the firm's side.
pub(super) async fn stand_in_line(tx: &mut Tx, cx: &Cx, mine: &Mine) -> Result<(), AppError> {
    Ok(records::stand_in_line(tx, cx.firm.id, mine.contact_id).await?)
}

/// It happened in every account of the contact.
pub(super) async fn moved(
    w: &mut Work<'_>,
    mine: &Mine,
    what: OfMove,
    address: Change<String>,
) -> Result<(), AppError> {
    let (firm, contact) = (w.firm(), mine.contact_id);
    w.happened(Listed).await?;
    for account in contacts::accounts_of(w, firm, contact).await? {
        w.happened(Moved { account, contact, address: address.clone(), what }).await?;
    }
    Ok(())
}
