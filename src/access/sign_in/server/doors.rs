//! The plain forms of a sign-in.

use super::codes;
use super::lead::destination;
use super::password::{self, Answer};
use crate::gate::{Call, Cookie, Door, Guest, LONGEST_DELAY, Pending, Reply, Visitor, in_words};
use crate::mail_state;
use crate::security_mails;
use crate::sessions::{self, Started};
use crate::sign_in::rules::RESEND_AFTER;
use crate::trusted_devices;
use i18n::tl;
use kernel::{AppError, EmailAddress, FieldError, Outcome, Ts, paths};
use platform::Cx;
use platform::net::safe_path;
use platform::secret::Secret;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![
        Door::new(paths::SIGN_IN, sign_in),
        Door::new(paths::SIGN_IN_CODE, verify),
        Door::new(paths::SIGN_IN_CODE_RESEND, resend),
        Door::new(paths::SIGN_OUT, sign_out),
    ]
}

async fn sign_in(call: Call, _: Guest) -> Result<Reply, AppError> {
    let email = call.form.get("email").to_owned();
    let next = safe_path(call.form.get("next"));
    let page = next.as_deref().map_or_else(|| paths::SIGN_IN.to_owned(), paths::sign_in_then);
    // No try: nobody's password is empty.
    let empty = ["email", "password"].into_iter().filter(|field| call.form.get(field).trim().is_empty());
    let faults: Vec<FieldError> = empty
        .map(|field| FieldError { field: field.to_owned(), text: tl!(call.cx.locale, "common.required") })
        .collect();
    if !faults.is_empty() {
        let kept: String = email.chars().take(EmailAddress::MAX_BYTES).collect();
        return Ok(Reply::again(&call.cx, page, "sign_in", AppError::Invalid(faults), &[("email", &kept)]));
    }
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
        Ok(Answer::In(started)) => {
            let to = way_on(&call.cx, &started, next.as_deref()).await?;
            return Ok(Reply::With { to, cookies: started.cookies(), notice: None });
        }
        Ok(Answer::Wrong) => (password::wrong_in_words(&call.cx), AppError::Invalid(Vec::new())),
        Ok(Answer::Closed) => (password::closed_in_words(&call.cx), AppError::Invalid(Vec::new())),
        Err(error) => (problem(&call.cx, &error), error),
    };
    let kept: String = email.chars().take(EmailAddress::MAX_BYTES).collect();
    let outcome = Outcome::problem("sign_in", text).keeping(&[("email", &kept)]);
    Ok(Reply::Again { page, outcome, error })
}

/// MSG-1 for too many tries; the usual words otherwise, also for a wait of seconds.
pub(super) fn problem(cx: &Cx, error: &AppError) -> String {
    match error {
        AppError::Busy => tl!(cx.locale, "sign_in.busy"),
        AppError::TooMany(..=LONGEST_DELAY) => in_words(cx.locale, error),
        AppError::TooMany(seconds) => tl!(
            cx.locale,
            "sign_in.locked",
            minutes = seconds.div_ceil(60),
            contact = security_mails::contact(&cx.firm)
        ),
        other => in_words(cx.locale, other),
    }
}

async fn verify(call: Call, pending: Pending) -> Result<Reply, AppError> {
    match codes::verify(&call.cx, &pending, call.form.get("code")).await {
        Ok(mut started) => {
            if call.form.has("trust") {
                started.device = trusted(&call.cx, &started).await;
            }
            let to = way_on(&call.cx, &started, pending.next.as_deref()).await?;
            Ok(Reply::With { to, cookies: started.cookies(), notice: None })
        }
        Err(AppError::NotSignedIn) => Err(AppError::NotSignedIn),
        Err(error) => {
            let reply = again(&call.cx, "code", error)?;
            Ok(if call.form.has("trust") { with_box_ticked(reply) } else { reply })
        }
    }
}

/// The box stays ticked until the code is right.
fn with_box_ticked(reply: Reply) -> Reply {
    match reply {
        Reply::Again { page, outcome, error } => {
            Reply::Again { page, outcome: outcome.keeping(&[("trust", "true")]), error }
        }
        other => other,
    }
}

/// Where somebody goes who has just signed in.
async fn way_on(cx: &Cx, started: &Started, next: Option<&str>) -> Result<String, AppError> {
    let visitor = Visitor::of_token(cx, Some(started.token.expose())).await?;
    Ok(destination(visitor.signed_in()?, next))
}

/// Trusts this browser from now on. Whoever is in stays in when that fails: they are asked for a code next time.
async fn trusted(cx: &Cx, started: &Started) -> Option<Secret<String>> {
    let trusting = async {
        let visitor = Visitor::of_token(cx, Some(started.token.expose())).await?;
        trusted_devices::trust(cx, visitor.signed_in()?).await
    };
    trusting.await.inspect_err(|error| tracing::warn!(%error, "a browser could not be trusted")).ok()
}

async fn resend(call: Call, pending: Pending) -> Result<Reply, AppError> {
    match codes::resend(&call.cx, &pending).await {
        Ok(()) => {
            let notice = tl!(call.cx.locale, "sign_in.resent", email = kernel::email::mask(&pending.email));
            Ok(Reply::notice(paths::SIGN_IN_CODE, mail_state::said_outside(&call.cx, notice).await))
        }
        Err(AppError::NotSignedIn) => Err(AppError::NotSignedIn),
        Err(error) => again(&call.cx, "resend", error),
    }
}

/// The page for the code, with what is wrong. Waiting for the next one, unless for longer, is said in seconds.
fn again(cx: &Cx, form: &str, error: AppError) -> Result<Reply, AppError> {
    let outcome = match &error {
        AppError::TooMany(seconds)
            if form == "resend" && i64::from(*seconds) <= RESEND_AFTER / Ts::SECOND =>
        {
            Outcome::problem(form, tl!(cx.locale, "sign_in.resend_wait", seconds = seconds))
        }
        AppError::TooMany(_) => Outcome::problem(form, problem(cx, &error)),
        other => Outcome::from_error(form, other, |e| in_words(cx.locale, e)),
    };
    Ok(Reply::Again { page: paths::SIGN_IN_CODE.to_owned(), outcome, error })
}

/// Ends the session, whatever stage it is at. Works without one, too: whoever signs out wants to be out.
async fn sign_out(call: Call, _: Guest) -> Result<Reply, AppError> {
    if let Some((user, session)) = sessions::held(&call.visitor) {
        let cx = call.cx.clone();
        call.cx.write(move |tx| Box::pin(async move { sessions::end(tx, &cx, user, session).await })).await?;
    }
    let notice = Some(tl!(call.cx.locale, "sign_in.signed_out"));
    let cookies = vec![Cookie::gone(Cookie::SESSION)];
    Ok(Reply::With { to: paths::SIGN_IN.to_owned(), cookies, notice })
}
