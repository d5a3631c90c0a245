//! What nobody presses a button for: mails that were refused for good, and invitations that expired unused. Workers call
//! these now and then; of several that look at once, one tells.

use super::store::{self, Expired, Failed};
use super::telling::{Alert, Happened, tell};
use kernel::{AppError, Ts};
use platform::db::Tx;
use platform::{Platform, firm_profile};

/// What expired longer ago than this, while no worker ran, is no news any more, in microseconds.
const NEWS: i64 = 7 * Ts::DAY;

/// Tells of mails that could not be delivered; how many were looked at.
///
/// # Errors
/// When the database does not answer.
pub async fn work_failed(platform: &Platform) -> Result<usize, AppError> {
    let failed = store::failed(&mut platform.db.read().await?).await?;
    let count = failed.len();
    for mail in failed {
        let p = platform.clone();
        platform.db.write(move |tx| Box::pin(async move { tell_failed(tx, &p, &mail).await })).await?;
    }
    Ok(count)
}

async fn tell_failed(tx: &mut Tx, platform: &Platform, mail: &Failed) -> Result<(), AppError> {
    if !store::claim_failed(tx, mail.firm_id, mail.id, platform.clock.now()).await? {
        return Ok(());
    }
    let reply = mail.last_reply.as_deref().unwrap_or_default();
    let (what, about) = match (
        store::invitation_of(tx, mail.firm_id, mail.id).await?,
        store::reset_of(tx, mail.firm_id, mail.id).await?,
    ) {
        (Some(about), _) => (Happened::InvitationFailed(reply), about),
        (None, Some(about)) => (Happened::ResetFailed(reply), about),
        (None, None) => return Ok(()),
    };
    let firm = firm_profile::by_id(tx, &platform.config, mail.firm_id).await?;
    let alert = Alert {
        what,
        name: &about.name,
        email: &about.email,
        email_norm: &about.email_norm,
        began: about.began,
    };
    tell(tx, platform, &firm, &alert).await
}

/// Tells of invitations that expired unused, of all firms; how many.
///
/// # Errors
/// When the database does not answer.
pub async fn work_expired(platform: &Platform) -> Result<usize, AppError> {
    let now = platform.clock.now();
    let expired = store::expired(&mut platform.db.read().await?, now.plus(-NEWS), now).await?;
    let count = expired.len();
    for invitation in expired {
        let p = platform.clone();
        platform.db.write(move |tx| Box::pin(async move { tell_expired(tx, &p, &invitation).await })).await?;
    }
    Ok(count)
}

async fn tell_expired(tx: &mut Tx, platform: &Platform, one: &Expired) -> Result<(), AppError> {
    if !store::claim_expired(tx, one.firm_id, one.id, platform.clock.now()).await? {
        return Ok(());
    }
    // Nobody is waited for any more: LOGIN was switched off, or they came in by another way.
    if store::accounts(tx, one.firm_id, &one.email_norm).await?.is_empty()
        || store::is_active(tx, one.firm_id, &one.email_norm).await?
    {
        return Ok(());
    }
    let firm = firm_profile::by_id(tx, &platform.config, one.firm_id).await?;
    let alert = Alert {
        what: Happened::InvitationExpired,
        name: &one.name,
        email: &one.email,
        email_norm: &one.email_norm,
        began: one.invited_by,
    };
    tell(tx, platform, &firm, &alert).await
}
