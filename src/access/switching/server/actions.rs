//! Choosing an account, staying in one, closing the banner.

use crate::gate::{ClientOf, Visitor};
use crate::sessions;
use crate::switching::rules;
use directory::people;
use i18n::said;
use kernel::AppError;
use platform::Cx;
use platform::secret::Secret;

/// Answers the question with the account that was chosen: it is the last used from now on, and the session goes on under a new
/// token, which this returns with the account's short id (SEC-30).
///
/// # Errors
/// `Invalid` on `account` when none was chosen; `NotFound` without a grant; `NotSignedIn` when the session has ended meanwhile.
pub(in crate::switching) async fn choose(
    cx: &Cx,
    visitor: &Visitor,
    chosen: &str,
) -> Result<(String, Secret<String>), AppError> {
    if chosen.is_empty() {
        return Err(AppError::field("account", said!(cx.locale, "switching.unknown")));
    }
    // Not every database takes every text as a question.
    if !rules::is_plausible(chosen) {
        return Err(AppError::NotFound);
    }
    let (c, client) = visitor.client_of(cx, chosen).await?;
    let (cx, code) = (c.clone(), client.card().code.clone());
    let token = cx.write(move |tx| {
        Box::pin(async move {
            let who = client.who();
            sessions::answered(tx, who.firm(), who.session()).await?;
            people::remember_account(tx, who.firm(), who.user(), client.account()).await?;
            Ok(sessions::renew(tx, &c, who).await?.token)
        })
    });
    Ok((code, token.await?))
}

/// Answers the question without leaving: nothing is switched, so the session keeps its token.
pub async fn stay(cx: &Cx, client: &ClientOf) -> Result<(), AppError> {
    let client = client.clone();
    cx.write(move |tx| {
        Box::pin(async move {
            let who = client.who();
            sessions::answered(tx, who.firm(), who.session()).await?;
            Ok(people::remember_account(tx, who.firm(), who.user(), client.account()).await?)
        })
    })
    .await
}

/// Closes the banner for this session, on all its pages and tabs, until the next sign-in (SW-3).
pub async fn dismiss(cx: &Cx, client: &ClientOf) -> Result<(), AppError> {
    let (firm, session) = (client.who().firm(), client.who().session());
    cx.write(move |tx| Box::pin(async move { Ok(sessions::close_banner(tx, firm, session).await?) })).await
}
