//! What happens to sessions while nobody presses a button.

use super::store;
use crate::gate::SignedIn;
use crate::sessions::rules::SEEN_EVERY;
use kernel::{AppError, Ts};
use platform::chores::sweep;
use platform::{Cx, Platform};

/// Keeps a session awake that somebody used. Not for background polling (SEC-33). A database that does not answer
/// is the business of whatever the request came for.
pub async fn touch(cx: &Cx, who: &SignedIn) {
    if let Err(error) = see(cx, who).await {
        tracing::warn!(%error, "a session's last use was not written down");
    }
}

async fn see(cx: &Cx, who: &SignedIn) -> Result<(), AppError> {
    let (firm, id, now) = (who.firm, who.session, cx.now());
    if now.since(who.last_seen) < SEEN_EVERY {
        return Ok(());
    }
    cx.write(move |tx| Box::pin(async move { Ok(store::see(tx, firm, id, now).await?) })).await
}

/// Deletes sessions that ended before, whose codes are gone; how many.
pub(crate) async fn purge(platform: &Platform, before: Ts) -> Result<u64, AppError> {
    sweep(&platform.db, || store::old_sessions(before), || store::purge_sessions(before)).await
}
