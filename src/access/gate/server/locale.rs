//! The language a signed-in person chose, so that mails speak it too.

use super::SignedIn;
use directory::people;
use kernel::{AppError, Locale};
use platform::Cx;

/// Keeps the choice with the person.
pub async fn remember_locale(cx: &Cx, who: &SignedIn, locale: Locale) -> Result<(), AppError> {
    let (firm, user) = (who.firm, who.user);
    // The form for it is open to everybody, and so demands nothing by itself.
    who.acting(cx)
        .write(move |tx| Box::pin(async move { Ok(people::set_locale(tx, firm, user, locale).await?) }))
        .await
}
