//! Reading the steps, putting the list away, and noticing that all are taken.

use super::store;
use crate::first_steps::model::Taken;
use access::gate::{May, right::Administer};
use kernel::live::News;
use kernel::{AppError, FirmId};
use platform::audit::{self, Act};
use platform::chores::{self, Due};
use platform::{Cx, Platform, events, firm_profile};

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
    let (c, staff) = (cx.clone(), staff.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let firm = c.firm.id;
            if !firm_profile::end_first_steps(tx, firm).await? {
                return Ok(());
            }
            let event = "first_steps_put_away";
            let act = Act {
                event,
                who: staff.audit(),
                account: None,
                subject_id: Some(firm.0),
                subject: c.firm.name.clone(),
                detail: String::new(),
            };
            audit::record(tx, &c, act).await?;
            let news = News::Firm { act: event.to_owned(), by: staff.name().to_owned() };
            Ok(events::publish(tx, &c, news).await?)
        })
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
