//! What is in the old mailbox when a login leaves it.

use crate::{password, sessions};
use kernel::{AppError, UserId};
use platform::Cx;
use platform::db::Tx;

/// What was mailed to the old mailbox opens nothing any more: reset links, and codes of a sign-in under way.
pub(super) async fn void_mailed(tx: &mut Tx, cx: &Cx, user: UserId) -> Result<(), AppError> {
    password::void_resets(tx, cx, user).await?;
    Ok(sessions::end_pending(tx, cx.firm.id, user, cx.now()).await?)
}
