//! Deleting what ended long ago: sessions, and what was kept around them.

use crate::gate::BROWSER_LIFE;
use crate::upkeep::rules::KEEP;
use crate::{attempts, codes, known_browsers, sessions, trusted_devices};
use kernel::AppError;
use platform::Platform;

platform::recurring!("sessions", every: 10 minutes, purge);

/// Deletes what ended long ago; how many rows.
pub(crate) async fn purge(platform: &Platform) -> Result<u64, AppError> {
    let now = platform.clock.now();
    let (before, unused) = (now.plus(-KEEP), now.plus(-BROWSER_LIFE));
    // Before their sessions, which they name.
    let codes = codes::purge(platform).await?;
    let sessions = sessions::purge(platform, before).await?;
    let browsers = known_browsers::purge(platform, unused).await?;
    let streaks = attempts::purge(platform, unused).await?;
    let devices = trusted_devices::purge(platform, now).await?;
    Ok(codes + sessions + browsers + streaks + devices)
}
