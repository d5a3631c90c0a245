//! The bridge to one's own choices.

use crate::alerts::Choice;
use kernel::AppError;
use leptos::prelude::*;

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
