//! Deleting what ended long ago: sessions, and what was kept around them.

use crate::{attempts, codes, known_browsers, reset_requests, sessions, trusted_devices};
use kernel::{AppError, Ts};
use platform::Platform;

/// How long ended sessions and asked-for resets are kept, in microseconds.
const KEEP: i64 = 30 * Ts::DAY;

/// Deletes what ended long ago; how many rows. Call it now and then.
///
/// # Errors
/// When the database does not answer.
pub async fn purge(platform: &Platform) -> Result<u64, AppError> {
    let now = platform.clock.now();
    let (before, unused) = (now.plus(-KEEP), now.plus(-known_browsers::REMEMBERED));
    // Before their sessions, which they name.
    let codes = codes::purge(platform).await?;
    let sessions = sessions::purge(platform, before).await?;
    let requests = reset_requests::purge(platform, before).await?;
    let browsers = known_browsers::purge(platform, unused).await?;
    let streaks = attempts::purge(platform, unused).await?;
    let devices = trusted_devices::purge(platform, now).await?;
    Ok(codes + sessions + requests + browsers + streaks + devices)
}
