//! Codes that do not work for a while are told once an hour and person, however often somebody goes on trying.

use super::alert::{Alert, Happened};
use super::telling::tell;
use crate::alerts::rules::CODES_LOCKED;
use crate::security_mails;
use kernel::{AppError, EmailAddress, UserId};
use platform::Cx;
use platform::limits;

/// Tells those concerned that codes do not work for this person now.
pub(crate) async fn codes_locked(cx: &Cx, user: UserId) -> Result<(), AppError> {
    match limits::take(&cx.platform, CODES_LOCKED, &user.to_string()).await {
        Err(AppError::TooMany(_)) => return Ok(()),
        taken => taken?,
    }
    let c = cx.clone();
    cx.write(move |tx| {
        Box::pin(async move {
            let who = security_mails::reader(tx, &c.firm, user).await?;
            let address = EmailAddress::stored(&who.email);
            let alert = Alert {
                what: Happened::CodesLocked,
                name: &who.name,
                email: &who.email,
                email_norm: address.norm(),
                began: None,
            };
            tell(tx, &c.platform, &c.firm, &alert).await
        })
    })
    .await
}
