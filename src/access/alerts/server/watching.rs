//! What nobody presses a button for: mails that were refused for good. Workers look several times a second; of several that
//! look at once, one tells.

use super::alert::{Alert, Happened};
use super::store;
use super::telling::tell;
use kernel::{AppError, MailId, Ts};
use platform::chores::{self, Due};
use platform::db::Tx;
use platform::{Platform, firm_profile, outbox};

/// How long a mail is left alone that could not be told of, in microseconds: workers look several times a second.
const RETRY: i64 = Ts::MINUTE;

platform::recurring!("mails that failed", often, work_failed);

/// Tells of mails that could not be delivered; how many were looked at.
///
/// # Errors
/// When the database does not answer. A mail that cannot be told of is tried again later and does not stop the others.
pub(super) async fn work_failed(platform: &Platform) -> Result<usize, AppError> {
    let now = platform.clock.now();
    let next = |after| async move { Ok(outbox::failed(&mut platform.db.read().await?, after, now).await?) };
    chores::each("telling of a mail that failed", next, |mail| work_one_failed(platform, mail)).await
}

async fn work_one_failed(platform: &Platform, mail: Due) -> Result<bool, AppError> {
    let (p, (firm, id)) = (platform.clone(), (mail.firm_id, MailId(mail.id)));
    let told = platform.db.write(move |tx| Box::pin(async move { tell_failed(tx, &p, mail).await })).await;
    if told.is_err() {
        let until = platform.clock.now().plus(RETRY);
        let postpone = platform.db.write(move |tx| {
            Box::pin(async move { Ok(outbox::postpone_failed(tx, firm, id, until).await?) })
        });
        postpone.await?;
    }
    told
}

/// Whether this worker was the one to tell.
async fn tell_failed(tx: &mut Tx, platform: &Platform, due: Due) -> Result<bool, AppError> {
    let (firm, id) = (due.firm_id, MailId(due.id));
    let Some(mail) = outbox::claim_failed(tx, firm, id, platform.clock.now()).await? else {
        return Ok(false);
    };
    let reply = mail.last_reply.as_deref().unwrap_or_default();
    let (what, about) =
        match (store::invitation_of(tx, firm, id).await?, store::reset_of(tx, firm, id).await?) {
            (Some(about), _) => (Happened::InvitationFailed(reply), about),
            (None, Some(about)) => (Happened::ResetFailed(reply), about),
            (None, None) => return Ok(true),
        };
    let firm = firm_profile::by_id(tx, &platform.config, firm).await?;
    let alert = Alert {
        what,
        name: &about.name,
        email: &about.email,
        email_norm: &about.email_norm,
        began: about.began,
    };
    tell(tx, platform, &firm, &alert).await.map(|()| true)
}
