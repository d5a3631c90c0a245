//! The button that puts the list away.

use super::actions;
use access::gate::{Call, Door, May, Reply, right::Administer};
use i18n::tl;
use kernel::{AppError, paths};

/// The plain forms of this slice.
pub(in crate::first_steps) fn doors() -> Vec<Door> {
    vec![Door::new(paths::FIRST_STEPS_AWAY, away)]
}

async fn away(call: Call, staff: May<Administer>) -> Result<Reply, AppError> {
    actions::put_away(&call.cx, &staff).await?;
    Ok(Reply::notice(paths::ACCOUNTS, tl!(call.cx.locale, "first_steps.gone")))
}
