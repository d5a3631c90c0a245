//! For tests of other areas: somebody who holds a mailed link.

use super::accept::{Way, accept};
use kernel::{AppError, InvitationId};
use platform::keys::token_hash;
use platform::{Cx, sql};

/// Accepts with the link of the newest mailed invitation of this address, or with an `older` one, so many mails back.
///
/// # Errors
/// `NotFound` when there were not so many; as the page of the link.
pub async fn accept_mailed(cx: &Cx, email_norm: &str, older: usize) -> Result<(), AppError> {
    let (c, norm, token) = (cx.clone(), email_norm.to_owned(), format!("{}/{older}", cx.ids.next()));
    cx.write(move |tx| {
        Box::pin(async move {
            let ids: Vec<(InvitationId,)> = sql!(
                "SELECT id FROM invitation WHERE firm_id = $1 AND email_norm = $2 AND NOT banner
                     ORDER BY id DESC LIMIT 9",
                c.firm.id,
                &norm
            )
            .all(tx)
            .await?;
            let (id,) = ids.get(older).ok_or(AppError::NotFound)?;
            sql!(
                "UPDATE invitation SET token_hash = $3 WHERE firm_id = $1 AND id = $2",
                c.firm.id,
                *id,
                token_hash(&token)
            )
            .run(tx)
            .await?;
            accept(tx, &c, &token, &Way::Anew("hash".to_owned(), None)).await.map(drop)
        })
    })
    .await
}
