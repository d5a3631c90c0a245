//! What happens to sessions while nobody presses a button.

use super::store;
use crate::gate::SignedIn;
use crate::attempts;
use crate::known_browsers;
use crate::trusted_devices;
use kernel::{AppError, Ts};
use platform::chores::sweep;
use platform::{Cx, Platform};

/// A session's last sight is written down at most this often, in microseconds.
const SEEN_EVERY: i64 = Ts::MINUTE;
/// How long ended sessions, their codes and asked-for resets are kept, in microseconds.
const KEEP: i64 = 30 * Ts::DAY;

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

/// Deletes what ended long ago; how many rows. Call it now and then.
///
/// # Errors
/// When the database does not answer.
pub async fn purge(platform: &Platform) -> Result<u64, AppError> {
    let now = platform.clock.now();
    let (before, unused) = (now.plus(-KEEP), now.plus(-known_browsers::REMEMBERED));
    let db = &platform.db;
    let codes = sweep(db, || store::old_codes(before), || store::purge_codes(before)).await?;
    let sessions = sweep(db, || store::old_sessions(before), || store::purge_sessions(before)).await?;
    let requests = sweep(db, || store::old_requests(before), || store::purge_requests(before)).await?;
    let browsers = known_browsers::purge(platform, unused).await?;
    let streaks = attempts::purge(platform, unused).await?;
    let devices = trusted_devices::purge(platform, now).await?;
    Ok(codes + sessions + requests + browsers + streaks + devices)
}
