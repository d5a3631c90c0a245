//! Mails that go to nobody, so that the work for an address without access is the same as for one with it (SEC-10).

use super::claim::Claimed;
use super::enqueue;
use crate::Platform;
use crate::db::Tx;
use crate::mail::Mail;
use crate::{mail_health, sql};
use kernel::{AppError, FirmId, MailId};

/// As [`enqueue`], for a mail that goes to nobody: it takes the same way through the same tables up to the handing over, and is
/// then deleted. So whoever measures the portal learns nothing from what the worker does for an address that has no access.
///
/// # Errors
/// As [`enqueue`].
pub async fn enqueue_to_nobody(
    tx: &mut Tx,
    platform: &Platform,
    firm: FirmId,
    mail: &Mail,
) -> Result<MailId, AppError> {
    let to = (mail.to.0.clone(), String::new());
    enqueue(tx, platform, firm, &Mail { to, ..mail.clone() }, None).await
}

/// A mail to nobody is at its end.
pub(super) async fn forget(platform: &Platform, mail: &Claimed) -> Result<(), AppError> {
    let (id, fence, firm) = (mail.id, mail.fence, mail.firm_id);
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                sql!("DELETE FROM outbox WHERE id = $1 AND fence = $2 AND to_address = ''", id, fence)
                    .run(tx)
                    .await?;
                Ok(mail_health::note_nothing(tx, firm).await?)
            })
        })
        .await
}
