//! Changes that nobody accepted in time: the old address stays, and those concerned are told (ECHG-3).

use super::events::{OfChange, What};
use super::old_address::nowhere;
use directory::address_changes::{self as records, State};
use kernel::{AppError, ChangeId};
use platform::chores::{self, Due};
use platform::db::Tx;
use platform::unit::{By, Work};
use platform::{Platform, firm_profile};

platform::recurring!("expired address changes", every: 10 minutes, expire_due);

/// Settles what has expired, of all firms; how many changes.
///
/// # Errors
/// When the database does not answer. A change that cannot be settled does not stop the others.
pub async fn expire_due(platform: &Platform) -> Result<usize, AppError> {
    let now = platform.clock.now();
    let next = |after| async move { Ok(records::due(&mut platform.db.read().await?, after, now).await?) };
    let settle = |change| {
        let p = platform.clone();
        platform.db.write(move |tx| Box::pin(async move { expire(tx, &p, change).await }))
    };
    chores::each("an address change that expired", next, settle).await
}

/// Whether it came to nothing here: somebody may have been faster.
async fn expire(tx: &mut Tx, platform: &Platform, due: Due) -> Result<bool, AppError> {
    let change = records::of_id(tx, due.firm_id, ChangeId(due.id)).await?;
    let Some(change) = change.filter(|it| it.stored() == State::PendingNew) else { return Ok(false) };
    if !records::settle(tx, &change, State::Expired, platform.clock.now()).await? {
        return Ok(false);
    }
    let firm = firm_profile::by_id(tx, &platform.config, change.firm_id).await?;
    let cx = nowhere(platform, firm);
    let w = &mut Work::on(tx, &cx, &By::system());
    let event = OfChange::of(w, &change, &change.old_email, What::Expired).await?;
    w.happened(event).await.map(|()| true)
}
