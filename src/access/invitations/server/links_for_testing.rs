//! For tests of other areas: somebody who holds a mailed link.

use super::accept::{Way, accept};
use crate::links::testing::{by, rehash};
use kernel::AppError;
use platform::{Cx, sql};
use sqlx::types::Uuid;

/// Accepts with the link of the newest mailed invitation of this address, or with an `older` one, so many mails back.
///
/// # Errors
/// `NotFound` when there were not so many; as the page of the link.
pub async fn accept_mailed(cx: &Cx, email_norm: &str, older: usize) -> Result<(), AppError> {
    let ids: Vec<(Uuid,)> = {
        let mut conn = cx.db.read().await?;
        sql!(
            "SELECT id FROM link WHERE firm_id = $1 AND kind = 'invitation' AND email_norm = $2
             ORDER BY id DESC LIMIT 9",
            cx.firm.id,
            email_norm
        )
        .all(&mut conn)
        .await?
    };
    let (id,) = *ids.get(older).ok_or(AppError::NotFound)?;
    let link = by(cx, &rehash(cx, id).await?).await?;
    let (c, way) = (cx.clone(), Way::Anew("hash".to_owned(), None));
    cx.write(move |tx| Box::pin(async move { accept(tx, &c, &link, &way).await.map(drop) })).await
}
