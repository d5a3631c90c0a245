//! The first sign-in with a new address settles the change (ECHG-3).

use super::events::ChangeAccepted;
use crate::address_acceptance::rules::REMOVE_AFTER;
use directory::address_changes::{self as records, Settled};
use directory::switches;
use kernel::{AppError, UserId};
use platform::unit::Work;

/// Accepts the changes that waited for this login's address, and tells whoever looks at an account of it. The old
/// address is written to no longer; its LOGIN stays until the firm ends it, or the time is over.
pub(crate) async fn settle(w: &mut Work<'_>, user: UserId) -> Result<(), AppError> {
    let (firm, now) = (w.firm(), w.now());
    for change in records::accept(w, firm, user, now, now.plus(REMOVE_AFTER)).await? {
        accepted(w, &change).await?;
    }
    Ok(())
}

async fn accepted(w: &mut Work<'_>, change: &Settled) -> Result<(), AppError> {
    let cx = w.cx();
    let firm = cx.firm.id;
    switches::retire(w, firm, change.old_email_id, false, (cx.now(), &change.new_email)).await?;
    records::close(w, firm, change.id).await?;
    let accounts = switches::accounts_showing(w, firm, change.old_email_id).await?;
    w.happened(ChangeAccepted::of(change, accounts)).await
}
