//! What nobody needs any more.

use super::upkeep_store as store;
use crate::own_address::rules::KEEP;
use access::codes;
use kernel::AppError;
use platform::Platform;
use platform::chores::sweep;

platform::recurring!("wishes for another address", every: 10 minutes, purge);

/// Throws away codes and wishes that came to nothing, a while after; how many rows.
pub(super) async fn purge(platform: &Platform) -> Result<usize, AppError> {
    let before = platform.clock.now().plus(-KEEP);
    // Before their wishes, which they name.
    let codes = codes::purge(platform).await?;
    let wishes = sweep(&platform.db, || store::old_wishes(before), || store::purge_wishes(before)).await?;
    Ok(usize::try_from(codes + wishes).unwrap_or(0))
}
