//! Choosing an account, staying in one, closing the banner.

use crate::gate::ClientOf;
use crate::sessions;
use directory::people;
use kernel::AppError;
use platform::Cx;
use platform::secret::Secret;

/// Answers the question with this account: it is the last used from now on, and the session goes on under a new
/// token, which this returns (SEC-30).
///
/// # Errors
/// `NotSignedIn` when the session has ended meanwhile.
pub(super) async fn choose(cx: &Cx, client: &ClientOf) -> Result<Secret<String>, AppError> {
    let (c, client) = (cx.clone(), client.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let who = client.who();
            sessions::answered(tx, who.firm(), who.session()).await?;
            people::remember_account(tx, who.firm(), who.user(), client.account()).await?;
            Ok(sessions::renew(tx, &c, who).await?.token)
        })
    })
    .await
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
