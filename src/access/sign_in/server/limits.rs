//! How often a code may be mailed and tried (SEC-7). By the network only what fails, and not in browsers that we know: an
//! office behind one address that comes to work at nine is no attack (SEC-8). Codes that are sent to such a browser have a count
//! of their own: whoever knows a password can use up the codes of strangers, and keeps nobody out who was there before.

use super::locked::codes_locked;
use crate::attempts;
use crate::codes::SIGN_IN;
use crate::known_browsers;
use crate::sign_in::rules::{SENT_KNOWN, SENT_SHARE};
use kernel::{AppError, Limit, UserId};
use platform::Cx;
use platform::db::Tx;
use platform::limits::{self, forget, take_all};

/// One code to be mailed. Codes that are used do not count (AUTH-10). Whoever works for the person hears that no more
/// are mailed.
///
/// # Errors
/// `TooMany`.
pub(super) async fn code_send(cx: &Cx, user: UserId) -> Result<(), AppError> {
    let counted = codes_of(cx, user).await?;
    let taken = take_all(cx, &borrowed(&counted)).await;
    if matches!(taken, Err(AppError::TooMany(_)))
        && limits::wait(cx, &[(SIGN_IN.sent, &user.to_string())]).await? > 0
    {
        codes_locked(cx, user).await?;
    }
    taken
}

/// Seconds until another code may be mailed; 0 when one may be now.
pub(super) async fn code_send_wait(cx: &Cx, user: UserId) -> Result<u32, AppError> {
    limits::wait(cx, &borrowed(&codes_of(cx, user).await?)).await
}

/// By what a code is counted that is mailed to this person now: by their browser, if they signed in with it before. Only
/// somebody with a copy of its cookie can use that up; then it is counted as a browser that we do not know, and its owner is not
/// locked out by that alone. The password was right, so a stranger's first is no failure of the network's: many may come at once.
async fn codes_of(cx: &Cx, user: UserId) -> Result<Vec<(Limit, String)>, AppError> {
    if let Some(browser) = own_browser(cx, user).await?
        && limits::wait(cx, &[(SENT_KNOWN, &browser)]).await? == 0
    {
        return Ok(vec![(SENT_KNOWN, browser)]);
    }
    let person = user.to_string();
    let mut counted = Vec::new();
    if limits::count(cx, SIGN_IN.sent, &person).await? > 0 {
        // The share comes first, as where it is given back: on PostgreSQL the other way round is a deadlock.
        counted.extend([(SENT_SHARE, share(cx, user)), (SIGN_IN.sent_by_network, attempts::ip(cx))]);
    }
    counted.push((SIGN_IN.sent, person));
    Ok(counted)
}

async fn own_browser(cx: &Cx, user: UserId) -> Result<Option<String>, AppError> {
    let own = known_browsers::own_id(&mut cx.db.read().await?, cx, user).await?;
    Ok(own.map(|browser| browser.to_string()))
}

/// This person in this network.
fn share(cx: &Cx, user: UserId) -> String {
    format!("{user}/{}", attempts::ip(cx))
}

fn borrowed(counted: &[(Limit, String)]) -> Vec<(Limit, &str)> {
    counted.iter().map(|(limit, subject)| (*limit, subject.as_str())).collect()
}

/// One try at a code of this person. Only wrong ones count for the network; for the sign-in every one does.
///
/// # Errors
/// `TooMany`.
pub(super) async fn code_verify(cx: &Cx, user: UserId) -> Result<(), AppError> {
    if known_browsers::own_browser(&mut cx.db.read().await?, cx, user).await?.is_some() {
        return Ok(());
    }
    match limits::wait(cx, &[(SIGN_IN.wrong_by_network, &attempts::ip(cx))]).await? {
        0 => Ok(()),
        seconds => Err(AppError::TooMany(seconds)),
    }
}

/// That try was wrong.
pub(super) async fn code_failed(tx: &mut Tx, cx: &Cx, user: UserId) -> Result<(), AppError> {
    if known_browsers::own_browser(tx, cx, user).await?.is_none() {
        limits::add_in(tx, cx, SIGN_IN.wrong_by_network, &attempts::ip(cx)).await?;
    }
    Ok(())
}

/// A code was right, or the password was set anew (AUTH-10): codes that were sent to this person count no longer. The network
/// gets back what they had taken of its count, for that did not fail, and nothing of what others took.
pub(crate) async fn forget_codes(cx: &Cx, user: UserId) -> Result<(), AppError> {
    forget(cx, SIGN_IN.sent, &user.to_string()).await?;
    if let Some(browser) = own_browser(cx, user).await? {
        forget(cx, SENT_KNOWN, &browser).await?;
    }
    let (ip, share) = (attempts::ip(cx), share(cx, user));
    limits::give_back_share(cx, (SIGN_IN.sent_by_network, &ip), (SENT_SHARE, &share)).await
}
