//! The language a signed-in person chose, so that mails speak it too.

use super::SignedIn;
use kernel::{AppError, Locale};
use platform::Cx;
use platform::sql;

/// Keeps the choice with the person.
///
/// # Errors
/// When the database does not answer.
pub async fn remember_locale(cx: &Cx, who: &SignedIn, locale: Locale) -> Result<(), AppError> {
    let (firm, user) = (who.firm, who.user);
    // The form for it is open to everybody, and so demands nothing by itself.
    who.acting(cx)
        .write(move |tx| {
            Box::pin(async move {
                sql!(
                    "UPDATE portal_user SET locale = $3 WHERE firm_id = $1 AND id = $2",
                    firm,
                    user,
                    locale.tag()
                )
                .run(tx)
                .await?;
                Ok(())
            })
        })
        .await
}
