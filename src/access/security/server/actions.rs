//! Ending sessions of one's own.

use crate::gate::{Proven, SignedIn};
use crate::sessions;
use kernel::{AppError, SessionId};
use platform::Cx;

/// # Errors
/// `NotFound` when it is none of theirs, or has ended.
pub(in crate::security) async fn end_one(cx: &Cx, who: &SignedIn, id: SessionId) -> Result<(), AppError> {
    let (c, user) = (cx.clone(), who.user);
    let ended = cx.write(move |tx| Box::pin(async move { sessions::end(tx, &c, user, id).await })).await?;
    if ended { Ok(()) } else { Err(AppError::NotFound) }
}

pub(in crate::security) async fn end_others(cx: &Cx, who: &Proven<SignedIn>) -> Result<(), AppError> {
    let (c, user, own) = (cx.clone(), who.user, who.session);
    cx.write(move |tx| Box::pin(async move { sessions::end_others(tx, &c, user, own).await.map(drop) })).await
}
