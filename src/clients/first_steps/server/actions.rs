//! Reading the steps, putting the list away, and noticing that all are taken.

use super::events::PutAway;
use super::store;
use crate::first_steps::model::Taken;
use access::gate::{May, right::Administer};
use kernel::{AppError, FirmId};
use platform::chores::{self, Due};
use platform::{Cx, Platform, firm_profile};

/// The steps of this firm; nothing once they are over.
pub(in crate::first_steps) async fn read(cx: &Cx) -> Result<Option<Taken>, AppError> {
    if cx.firm.first_steps_over {
        return Ok(None);
    }
    let taken = store::taken(&mut cx.db.read().await?, cx.firm.id).await?;
    Ok(taken.filter(|taken| !taken.is_all()))
}

/// Puts the list away for good, for everybody.
pub(in crate::first_steps) async fn put_away(cx: &Cx, staff: &May<Administer>) -> Result<(), AppError> {
    cx.work(staff, async move |w, _| {
        let firm = w.firm();
        if !firm_profile::end_first_steps(w, firm).await? {
            return Ok(());
        }
        let name = w.cx().firm.name.clone();
        w.happened(PutAway { firm, name }).await
    })
    .await?;
    cx.firms.forget();
    Ok(())
}

platform::recurring!("first steps", every: 10 minutes, end_due);

/// Ends the steps of firms that have taken all of them, so that no page asks again; how many firms.
pub(super) async fn end_due(platform: &Platform) -> Result<usize, AppError> {
    let next = |after| async move { Ok(store::nearly_over(&mut platform.db.read().await?, after).await?) };
    // Read first: a firm may stand here for years, because nobody but its owner works for it.
    let end = |due: Due| async move {
        let firm: FirmId = due.firm_id;
        let taken = store::taken(&mut platform.db.read().await?, firm).await?;
        if taken.is_none_or(|taken| !taken.is_all()) {
            return Ok(false);
        }
        platform
            .db
            .write(move |tx| Box::pin(async move { Ok(firm_profile::end_first_steps(tx, firm).await?) }))
            .await
    };
    chores::each("first steps that are over", next, end).await
}
