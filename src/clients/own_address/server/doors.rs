//! The plain form behind the link in the old mailbox.

use super::undoing;
use crate::own_address::LINK;
use access::gate::{Call, Door, Reply};
use kernel::{AppError, paths};

/// The plain forms of this slice.
pub(in crate::own_address) fn doors() -> Vec<Door> {
    vec![LINK.door(paths::UNDO_ADDRESS, undo)]
}

async fn undo(call: Call, token: String) -> Result<Reply, AppError> {
    let (cx, page) = (&call.cx, paths::UNDO_ADDRESS);
    match undoing::undo(cx, &token).await {
        // It was stopped before, or is too late: the page says which.
        Ok(()) | Err(AppError::Conflict) => Ok(Reply::to(page)),
        Err(error) => Err(error),
    }
}
