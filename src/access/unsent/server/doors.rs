//! Where a page sends what is on it when its session is over.

use super::actions::{Unsent, keep_for};
use crate::gate::{Call, Door, Reply};
use kernel::permission::Allowed;
use kernel::{AppError, paths};

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door { path: paths::SESSION_KEEP, allowed: Allowed::SignedIn, run: |call| Box::pin(keep(call)) }]
}

/// The session lives still: another tab was used meanwhile. Without one, the server keeps every form in the same way.
async fn keep(call: Call) -> Result<Reply, AppError> {
    let who = call.visitor.signed_in()?;
    let unsent = Unsent { page: call.param("page").to_owned(), fields: call.form.0.clone() };
    let kept = keep_for(&call.cx, who.user(), &unsent).await?;
    Ok(Reply::to(kept.unwrap_or(unsent.page)))
}
