//! The button that puts the list away.

use super::actions;
use access::gate::{Call, Door, Reply};
use i18n::tl;
use kernel::permission::Allowed;
use kernel::{AppError, paths};

/// The plain forms of this slice.
pub(in crate::first_steps) fn doors() -> Vec<Door> {
    vec![Door { path: paths::FIRST_STEPS_AWAY, allowed: Allowed::Admin, run: |call| Box::pin(away(call)) }]
}

async fn away(call: Call) -> Result<Reply, AppError> {
    let staff = call.visitor.admin()?;
    actions::put_away(&call.cx, &staff).await?;
    Ok(Reply::notice(paths::ACCOUNTS, tl!(call.cx.locale, "first_steps.gone")))
}
