//! The plain form behind the link that stops a change.

use super::stopping;
use crate::address_changes::LINK;
use access::gate::{Call, Door, Reply};
use kernel::{AppError, paths};

/// The plain forms of this slice.
pub(in crate::address_changes) fn doors() -> Vec<Door> {
    vec![LINK.door(paths::STOP_ADDRESS_CHANGE, stop)]
}

async fn stop(call: Call, token: String) -> Result<Reply, AppError> {
    let (cx, page) = (&call.cx, paths::STOP_ADDRESS_CHANGE);
    match stopping::stop(cx, &token).await {
        // It was stopped, accepted or over before: the page says which.
        Ok(()) | Err(AppError::Conflict) => Ok(Reply::to(page)),
        Err(error) => Err(error),
    }
}
