//! An account, or the word that there is none in sight.

use super::store::{self, AccountRecord};
use crate::sight::Sight;
use kernel::{AccountId, AppError};
use platform::Cx;
use platform::db::Conn;

/// The account with this short id, as far as it is in sight.
///
/// # Errors
/// `NotFound`, also for accounts one is not assigned to (SEC-44).
pub async fn account(conn: &mut Conn, sight: &Sight, code: &str) -> Result<AccountRecord, AppError> {
    store::find(conn, sight, code).await?.ok_or(AppError::NotFound)
}

/// Whether this account is in sight, for news about it (ROLE-3).
pub async fn is_in_sight(cx: &Cx, sight: &Sight, account: AccountId) -> Result<bool, AppError> {
    if sight.sees_all() {
        return Ok(true);
    }
    let mut conn = cx.db.read().await?;
    Ok(store::is_assigned(&mut conn, sight, account).await?)
}
