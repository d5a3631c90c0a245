//! The plain forms of a sign-in.

use super::codes;
use super::lead::destination;
use super::password::{self, Answer};
use crate::gate::{Call, Cookie, Door, LONGEST_DELAY, Pending, Reply, Visitor, in_words};
use crate::mail_state;
use crate::sessions::{self, letter};
use i18n::tl;
use kernel::permission::Allowed;
use kernel::{AppError, Outcome, paths};
use platform::Cx;
use platform::net::safe_path;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![
        Door { path: paths::SIGN_IN, allowed: Allowed::Public, run: |call| Box::pin(sign_in(call)) },
        Door { path: paths::SIGN_IN_CODE, allowed: Allowed::SigningIn, run: |call| Box::pin(verify(call)) },
        Door {
            path: paths::SIGN_IN_CODE_RESEND,
            allowed: Allowed::SigningIn,
            run: |call| Box::pin(resend(call)),
        },
        Door { path: paths::SIGN_OUT, allowed: Allowed::Public, run: |call| Box::pin(sign_out(call)) },
    ]
}

async fn sign_in(call: Call) -> Result<Reply, AppError> {
    let email = call.form.get("email").to_owned();
    let next = safe_path(call.form.get("next"));
    let answer = password::sign_in(
        &call.cx,
        &email,
        call.form.get("password"),
        next.clone(),
        sessions::held(&call.visitor),
    )
    .await;
    let (text, error) = match answer {
        Ok(Answer::Pending(started)) => {
            let to = paths::SIGN_IN_CODE.to_owned();
            return Ok(Reply::With { to, cookies: started.cookies(), notice: None });
        }
        Ok(Answer::Wrong) => (password::wrong_in_words(&call.cx), AppError::Invalid(Vec::new())),
        Ok(Answer::Closed) => (password::closed_in_words(&call.cx), AppError::Invalid(Vec::new())),
        Err(error) => (problem(&call.cx, &error), error),
    };
    let page = next.as_deref().map_or_else(|| paths::SIGN_IN.to_owned(), paths::sign_in_then);
    let kept: String = email.chars().take(254).collect();
    let outcome = Outcome::problem("sign_in", text).keeping(&[("email", &kept)]);
    Ok(Reply::Again { page, outcome, error })
}

/// MSG-1 for too many tries; the usual words otherwise, also for a wait of seconds.
fn problem(cx: &Cx, error: &AppError) -> String {
    match error {
        AppError::TooMany(..=LONGEST_DELAY) => in_words(cx.locale, error),
        AppError::TooMany(seconds) => tl!(
            cx.locale,
            "sign_in.locked",
            minutes = seconds.div_ceil(60),
            contact = letter::contact(&cx.firm)
        ),
        other => in_words(cx.locale, other),
    }
}

fn pending(call: &Call) -> Result<Pending, AppError> {
    match &call.visitor {
        Visitor::Pending(pending) => Ok(pending.clone()),
        _ => Err(AppError::NotSignedIn),
    }
}

async fn verify(call: Call) -> Result<Reply, AppError> {
    let pending = pending(&call)?;
    match codes::verify(&call.cx, &pending, call.form.get("code")).await {
        Ok(started) => {
            let visitor = Visitor::of_token(&call.cx, Some(started.token.expose())).await?;
            let to = destination(visitor.signed_in()?, pending.next.as_deref());
            Ok(Reply::With { to, cookies: started.cookies(), notice: None })
        }
        Err(AppError::NotSignedIn) => Err(AppError::NotSignedIn),
        Err(error) => again(&call.cx, "code", error),
    }
}

async fn resend(call: Call) -> Result<Reply, AppError> {
    let pending = pending(&call)?;
    match codes::resend(&call.cx, &pending).await {
        Ok(()) => {
            let notice = tl!(call.cx.locale, "sign_in.resent", email = kernel::email::mask(&pending.email));
            Ok(Reply::notice(paths::SIGN_IN_CODE, mail_state::said_outside(&call.cx, notice).await))
        }
        Err(AppError::NotSignedIn) => Err(AppError::NotSignedIn),
        Err(error) => again(&call.cx, "resend", error),
    }
}

/// The page for the code, with what is wrong. Waiting less than a minute is said in seconds.
fn again(cx: &Cx, form: &str, error: AppError) -> Result<Reply, AppError> {
    let outcome = match &error {
        AppError::TooMany(seconds @ 0..=60) if form == "resend" => {
            Outcome::problem(form, tl!(cx.locale, "sign_in.resend_wait", seconds = seconds))
        }
        AppError::TooMany(_) => Outcome::problem(form, problem(cx, &error)),
        other => Outcome::from_error(form, other, |e| in_words(cx.locale, e)),
    };
    Ok(Reply::Again { page: paths::SIGN_IN_CODE.to_owned(), outcome, error })
}

/// Ends the session, whatever stage it is at. Works without one, too: whoever signs out wants to be out.
async fn sign_out(call: Call) -> Result<Reply, AppError> {
    if let Some((user, session)) = sessions::held(&call.visitor) {
        let cx = call.cx.clone();
        call.cx.write(move |tx| Box::pin(async move { sessions::end(tx, &cx, user, session).await })).await?;
    }
    let notice = Some(tl!(call.cx.locale, "sign_in.signed_out"));
    let cookies = vec![Cookie::gone(Cookie::SESSION)];
    Ok(Reply::With { to: paths::SIGN_IN.to_owned(), cookies, notice })
}
