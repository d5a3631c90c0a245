//! Where a page sends what is on it when its session is over.

use super::actions::{Unsent, keep_for};
use crate::gate::{Call, Door, Reply, SignedIn};
use kernel::{AppError, paths};

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door::new(paths::SESSION_KEEP, keep)]
}

/// The session lives still: another tab was used meanwhile. Without one, the server keeps every form in the same way.
async fn keep(call: Call, who: SignedIn) -> Result<Reply, AppError> {
    let unsent = Unsent { page: call.param("page").to_owned(), fields: call.form.0.clone() };
    let kept = keep_for(&call.cx, who.user(), &unsent).await?;
    Ok(Reply::to(kept.unwrap_or(unsent.page)))
}
