//! What nobody needs any more.

use super::upkeep_store as store;
use access::codes;
use kernel::{AppError, Ts};
use platform::Platform;
use platform::chores::sweep;

/// Throws away codes and wishes that came to nothing, a day after; how many rows.
///
/// # Errors
/// What the database says.
pub async fn purge(platform: &Platform) -> Result<usize, AppError> {
    let before = platform.clock.now().plus(-Ts::DAY);
    // Before their wishes, which they name.
    let codes = codes::purge(platform).await?;
    let wishes = sweep(&platform.db, || store::old_wishes(before), || store::purge_wishes(before)).await?;
    Ok(usize::try_from(codes + wishes).unwrap_or(0))
}
