//! The bridge to one's own activity.

use crate::activity::ActivityPart;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(MINE = "/api/access/activity", SignedIn);

/// What happened around the sign-in of whoever asks, newest first; `before` is where an earlier part ended.
///
/// # Errors
/// `NotSignedIn`.
#[server(prefix = "/api", endpoint = "access/activity")]
pub async fn my_activity(before: Option<String>) -> Result<ActivityPart, AppError> {
    let (cx, who) = MINE.enter()?;
    super::server::part(&cx, &who, before.as_deref()).await
}
