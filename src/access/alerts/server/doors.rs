//! The plain form of one's own choices.

use super::choices;
use crate::alerts::Event;
use crate::gate::{Call, Door, Reply, Staff};
use i18n::tl;
use kernel::{AppError, paths};

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door::new(paths::STAFF_ALERTS, save)]
}

/// Fields: one a kind of event, there when it is ticked.
async fn save(call: Call, staff: Staff) -> Result<Reply, AppError> {
    let wanted = Event::ALL.into_iter().filter(|event| call.form.has(event.key())).collect();
    choices::save(&call.cx, &staff, wanted).await?;
    Ok(Reply::notice(paths::STAFF_ALERTS.to_owned(), tl!(call.cx.locale, "common.saved")))
}
