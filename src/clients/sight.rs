//! Whether a piece of live news is about an account that a restricted employee may see (ROLE-3). Server only.

use crate::sight_store as store;
use access::gate::Staff;
use kernel::{AccountId, AppError, SettingId};
use platform::Cx;

/// News about this account.
///
/// # Errors
/// What the database says.
pub async fn may_see_account(cx: &Cx, staff: &Staff, account: AccountId) -> Result<bool, AppError> {
    if staff.sees_all() {
        return Ok(true);
    }
    let mut conn = cx.db.read().await?;
    Ok(store::account_in_sight(&mut conn, staff, account).await?)
}

/// News about this row of an Info tab.
///
/// # Errors
/// What the database says.
pub async fn may_see_setting(cx: &Cx, staff: &Staff, setting: SettingId) -> Result<bool, AppError> {
    if staff.sees_all() {
        return Ok(true);
    }
    let mut conn = cx.db.read().await?;
    Ok(store::setting_in_sight(&mut conn, staff, setting).await?)
}
