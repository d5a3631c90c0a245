//! Whether a row of switches is in sight.

use super::store;
use crate::sight::Sight;
use kernel::{AppError, SettingId};
use platform::Cx;

/// Whether this row is of an account in sight, for news about it (ROLE-3).
pub async fn is_in_sight(cx: &Cx, sight: &Sight, setting: SettingId) -> Result<bool, AppError> {
    if sight.sees_all() {
        return Ok(true);
    }
    let mut conn = cx.db.read().await?;
    Ok(store::is_assigned(&mut conn, sight, setting).await?)
}
