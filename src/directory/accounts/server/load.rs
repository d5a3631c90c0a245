//! An account, or the word that there is none.

use super::store::{self, AccountRecord};
use crate::sight::Sight;
use kernel::AppError;
use platform::db::Conn;

/// The account with this short id, as far as it is in sight.
///
/// # Errors
/// `NotFound`, also for accounts one is not assigned to (SEC-44).
pub async fn account(conn: &mut Conn, sight: &Sight, code: &str) -> Result<AccountRecord, AppError> {
    store::find(conn, sight, code).await?.ok_or(AppError::NotFound)
}
