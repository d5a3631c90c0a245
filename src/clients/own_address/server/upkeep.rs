//! What nobody needs any more.

use super::store;
use kernel::{AppError, Ts};
use platform::Platform;

/// Throws away codes and wishes that came to nothing, a day after; how many rows.
///
/// # Errors
/// What the database says.
pub async fn purge(platform: &Platform) -> Result<usize, AppError> {
    let before = platform.clock.now().plus(-Ts::DAY);
    let gone =
        platform.db.write(move |tx| Box::pin(async move { Ok(store::purge(tx, before).await?) })).await?;
    Ok(usize::try_from(gone).unwrap_or(0))
}
