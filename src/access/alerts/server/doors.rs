//! The plain form of one's own choices.

use super::choices;
use crate::alerts::Event;
use crate::gate::{Call, Door, Reply};
use i18n::tl;
use kernel::permission::Allowed;
use kernel::{AppError, paths};

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door { path: paths::STAFF_ALERTS, allowed: Allowed::Staff, run: |call| Box::pin(save(call)) }]
}

/// Fields: one a kind of event, there when it is ticked.
async fn save(call: Call) -> Result<Reply, AppError> {
    let staff = call.visitor.staff()?;
    let wanted = Event::ALL.into_iter().filter(|event| call.form.has(event.key())).collect();
    choices::save(&call.cx, &staff, wanted).await?;
    Ok(Reply::notice(paths::STAFF_ALERTS.to_owned(), tl!(call.cx.locale, "common.saved")))
}
