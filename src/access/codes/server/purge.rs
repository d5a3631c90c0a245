//! What happens to codes while nobody presses a button.

use super::store;
use crate::codes::rules::KEPT;
use kernel::AppError;
use platform::Platform;
use platform::chores::sweep;

/// Deletes codes that expired a while ago, whatever they were for; how many. Before what they belong to is deleted.
pub async fn purge(platform: &Platform) -> Result<u64, AppError> {
    let before = platform.clock.now().plus(-KEPT);
    sweep(&platform.db, || store::old(before), || store::purge(before)).await
}
