//! What happens to codes while nobody presses a button.

use super::store;
use kernel::{AppError, Ts};
use platform::Platform;
use platform::chores::sweep;

/// Deletes codes whose session ended before; how many. They name their sessions, and so go first.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn purge(platform: &Platform, before: Ts) -> Result<u64, AppError> {
    sweep(&platform.db, || store::old(before), || store::purge(before)).await
}
