//! Whether a piece of live news is about an account that a restricted employee may see (ROLE-3). Server only.

use crate::sight_store as store;
use access::gate::Staff;
use kernel::{AccountId, SettingId};
use platform::Cx;

/// News about this account; no when the database does not answer.
pub async fn may_see_account(cx: &Cx, staff: &Staff, account: AccountId) -> bool {
    if staff.sees_all() {
        return true;
    }
    let Ok(mut conn) = cx.db.read().await else { return false };
    store::account_in_sight(&mut conn, staff, account).await.unwrap_or(false)
}

/// News about this row of an Info tab.
pub async fn may_see_setting(cx: &Cx, staff: &Staff, setting: SettingId) -> bool {
    if staff.sees_all() {
        return true;
    }
    let Ok(mut conn) = cx.db.read().await else { return false };
    store::setting_in_sight(&mut conn, staff, setting).await.unwrap_or(false)
}
