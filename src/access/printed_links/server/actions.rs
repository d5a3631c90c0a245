//! What ends printed links.

use super::store;
use kernel::{AppError, UserId};
use platform::Cx;
use platform::db::Tx;

/// Makes every link that was printed for this person worthless.
pub(crate) async fn void(tx: &mut Tx, cx: &Cx, user: UserId) -> Result<(), AppError> {
    Ok(store::void(tx, cx.firm.id, user, cx.now()).await?)
}
