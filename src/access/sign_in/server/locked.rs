//! Codes that do not work for a while are said once an hour and person, however often somebody goes on trying.

use super::events::CodesLocked;
use crate::security_mails;
use crate::sign_in::rules::LOCKED;
use kernel::{AppError, UserId};
use platform::Cx;
use platform::limits;
use platform::unit::By;

/// Codes do not work for this person now, of which those concerned hear. It counts as said when it is.
pub(super) async fn codes_locked(cx: &Cx, user: UserId) -> Result<(), AppError> {
    let by = By::guest();
    let said = cx.work(&by, async move |w, _| {
        let cx = w.cx();
        let person = user.to_string();
        limits::take_in(w, &cx.platform, &[(LOCKED, &person)]).await?;
        let who = security_mails::reader(w, &cx.firm, user).await?;
        w.happened(CodesLocked { user, name: who.name, email: who.email }).await
    });
    match said.await {
        Err(AppError::TooMany(_)) => Ok(()),
        said => said,
    }
}
