//! Whether a piece of live news is about an account that a restricted employee may see (ROLE-3). Server only.

use crate::sight_store as store;
use access::gate::Staff;
use kernel::{AccountId, SettingId};
use platform::Cx;

/// News about the account of this id; no for what is no id, and when the database does not answer.
pub async fn may_see_account(cx: &Cx, staff: &Staff, id: &str) -> bool {
    let (Ok(account), Ok(mut conn)) = (id.parse::<AccountId>(), cx.db.read().await) else { return false };
    store::account_in_sight(&mut conn, staff, account).await.unwrap_or(false)
}

/// News about the Info-tab row of this id.
pub async fn may_see_setting(cx: &Cx, staff: &Staff, id: &str) -> bool {
    let (Ok(setting), Ok(mut conn)) = (id.parse::<SettingId>(), cx.db.read().await) else { return false };
    store::setting_in_sight(&mut conn, staff, setting).await.unwrap_or(false)
}
