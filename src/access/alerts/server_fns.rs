//! The bridge to one's own choices.

use crate::alerts::Choice;
use crate::gate::prelude::*;
use kernel::form::Ticked;

crate::rule!(MINE = "/api/access/alerts", Staff);

/// What whoever asks wants to hear of.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "access/alerts")]
pub async fn my_alerts() -> Result<Vec<Choice>, AppError> {
    let (cx, staff) = MINE.enter()?;
    super::server::read(&cx, &staff).await
}

crate::command!(SaveAlerts: Staff, "alerts" on |_it| paths::STAFF_ALERTS);

/// Hears of the kinds of events that are ticked from now on, and of no others.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/notifications")]
pub async fn save_alerts(#[server(flatten)] ticked: Ticked) -> Result<Done, AppError> {
    let (cx, staff) = SaveAlerts::enter()?;
    let wanted = super::Event::ALL.into_iter().filter(|event| ticked.has(event.key())).collect();
    super::server::save(&cx, &staff, wanted).await?;
    Ok(Done::at(paths::STAFF_ALERTS).notice(i18n::tl!(cx.locale, "common.saved")))
}
