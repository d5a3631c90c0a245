//! Changing the password while signed in: the current one is asked for, the other devices are signed out.

use super::events::{OfPassword, What};
use super::{choose, mails};
use crate::attempts::{self, Try};
use crate::gate::{RightPassword, SignedIn};
use crate::known_browsers;
use crate::sessions::{self, Started};
use directory::people;
use i18n::said;
use kernel::AppError;
use kernel::email::Lookup;
use platform::Cx;
use platform::net::safe_path;

/// Asks for the password again before something that a stolen session must not do (SEC-29). What then acts demands it once
/// more in its transaction.
///
/// # Errors
/// `Invalid` on this field; `TooMany` after too many tries, which count like those of a sign-in.
pub async fn prove(cx: &Cx, who: &SignedIn, field: &str, typed: &str) -> Result<RightPassword, AppError> {
    // No try: nobody's password is empty.
    if typed.is_empty() {
        return Err(AppError::field(field, said!(cx.locale, "common.required")));
    }
    let whose = Lookup::of(&who.email_norm);
    let known = known_browsers::known_for(cx, &whose).await?;
    let tried = attempts::password(cx, &whose, known).await?;
    let wrong = AppError::field(field, said!(cx.locale, "password.current_wrong"));
    let Some(right) = RightPassword::compare(cx, Some(who.user), typed, wrong.clone()).await? else {
        failed(cx, who, tried).await?;
        return Err(wrong);
    };
    tried.succeeded(cx).await?;
    Ok(right)
}

/// Keeps a wrong password of somebody signed in where they see it (AUD-5): their session may be in other hands.
async fn failed(cx: &Cx, who: &SignedIn, tried: Try) -> Result<(), AppError> {
    cx.work(who, async move |w, who| {
        let cx = w.cx();
        tried.failed(w, cx).await?;
        w.attempted(OfPassword { user: who.user, email: &who.email, what: What::ProofFailed }).await
    })
    .await
}

/// The page that the form says it stands on.
pub fn back_to(said: &str) -> String {
    safe_path(said).unwrap_or_else(|| "/".to_owned())
}

/// Sets a new password; this browser goes on under the token of the answer, every other one is out (AUTH-5).
///
/// # Errors
/// `Invalid` for a wrong current password or a weak new one; `TooMany` after too many tries.
pub async fn change(cx: &Cx, who: &SignedIn, current: &str, new: &str) -> Result<Started, AppError> {
    let right = prove(cx, who, "current", current).await?;
    choose::refuse_weak(cx, "password", new, &who.name, &who.email)?;
    if current == new {
        return Err(AppError::field("password", said!(cx.locale, "password.same")));
    }
    let hash = choose::hash(cx, new).await?;
    cx.work(who, async move |w, who| {
        let cx = w.cx();
        let mut started = sessions::renew_proven(w, cx, &who, &right).await?;
        people::set_password(w, who.firm, who.user, &hash, cx.now()).await?;
        choose::void_resets(w, cx, who.user).await?;
        sessions::end_others(w, cx, who.user, started.id).await?;
        started.browser = known_browsers::begin_anew(w, cx, who.user).await?;
        w.happened(OfPassword { user: who.user, email: &who.email, what: What::Changed }).await?;
        let mail = mails::changed(w, cx, who.user).await?;
        w.mail(&mail, None).await?;
        Ok(started)
    })
    .await
}
