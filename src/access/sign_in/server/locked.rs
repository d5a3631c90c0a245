//! Codes that do not work for a while are said once an hour and person, however often somebody goes on trying.

use super::events::CodesLocked;
use crate::security_mails;
use crate::sign_in::rules::LOCKED;
use kernel::{AppError, UserId};
use platform::Cx;
use platform::limits;
use platform::unit::By;

/// Codes do not work for this person now, of which those concerned hear.
pub(super) async fn codes_locked(cx: &Cx, user: UserId) -> Result<(), AppError> {
    match limits::take(&cx.platform, LOCKED, &user.to_string()).await {
        Err(AppError::TooMany(_)) => return Ok(()),
        taken => taken?,
    }
    cx.work(&By::guest(), async move |w, _| {
        let cx = w.cx();
        let who = security_mails::reader(w, &cx.firm, user).await?;
        w.happened(CodesLocked { user, name: who.name, email: who.email }).await
    })
    .await
}
