//! A contact, or the word that there is none in sight.

use super::store::{self, ContactRecord};
use crate::sight::Sight;
use kernel::{AppError, ContactId};
use platform::db::Conn;

/// The contact with this id, as far as it is in sight.
///
/// # Errors
/// `NotFound`.
pub async fn contact(conn: &mut Conn, sight: &Sight, id: ContactId) -> Result<ContactRecord, AppError> {
    store::find(conn, sight, id).await?.ok_or(AppError::NotFound)
}
