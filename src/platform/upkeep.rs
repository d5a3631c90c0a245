//! What the database needs now and then, whatever it holds.

use crate::{Platform, events, limits};
use kernel::AppError;

crate::recurring!("old news and limits", every: 10 minutes, purge);
// Behind all that throws rows away, so that it is empty afterwards.
crate::recurring!("the journal", every: 10 minutes, last, shorten_log);
crate::recurring!("statistics", every: 1440 minutes, last, optimize);

async fn purge(platform: &Platform) -> Result<(), AppError> {
    events::purge(platform).await?;
    limits::purge(platform).await
}

async fn shorten_log(platform: &Platform) -> Result<(), AppError> {
    Ok(platform.db.shorten_log().await?)
}

async fn optimize(platform: &Platform) -> Result<(), AppError> {
    Ok(platform.db.optimize_daily().await?)
}
