//! The steps of a sign-in as its forms take them: what is typed, where it leads, and what is said when it does not.

use super::codes;
use super::destination::way_on;
use super::password::{self, Answer};
use crate::codes::SIGN_IN;
use crate::gate::{LONGEST_DELAY, Pending, Visitor, in_words, sender};
use crate::security_mails;
use crate::sessions::{self, Started};
use crate::trusted_devices;
use i18n::{said, tl};
use kernel::{AppError, Fault, Ts, paths};
use platform::Cx;
use platform::net::safe_path;
use platform::secret::Secret;

/// The field of what is said about the form as a whole: which of address and password is wrong is never told.
const WHOLE_FORM: &str = "";

/// Address and password; where to go from there, and in which session.
///
/// # Errors
/// `Invalid` at empty fields, or on the whole form; `TooMany`; `Busy`.
pub(in crate::sign_in) async fn first_step(
    cx: &Cx,
    email: &str,
    password: &str,
    next: &str,
) -> Result<(String, Started), AppError> {
    // No try: nobody's password is empty.
    let empty = [("email", email), ("password", password)].into_iter().filter(|it| it.1.trim().is_empty());
    let faults: Vec<Fault> =
        empty.map(|(field, _)| Fault::at(field.to_owned(), said!(cx.locale, "common.required"))).collect();
    if !faults.is_empty() {
        return Err(AppError::Invalid(faults));
    }
    let next = safe_path(next);
    match password::sign_in(cx, email, password, next.clone(), sessions::held(&sender())).await? {
        Answer::Pending(started) => Ok((paths::SIGN_IN_CODE.to_owned(), started)),
        Answer::In(started) => Ok((way_on(cx, &started, next.as_deref()).await, started)),
        Answer::Wrong => Err(AppError::field(WHOLE_FORM, password::wrong_in_words(cx))),
        Answer::Closed => Err(AppError::field(WHOLE_FORM, password::closed_in_words(cx))),
    }
}

/// What is said above the form; nothing where a field says it.
pub(in crate::sign_in) fn said_of_password(cx: &Cx, error: &AppError) -> Option<String> {
    match error {
        AppError::Invalid(_) => error.on(WHOLE_FORM),
        other => Some(problem(cx, other)),
    }
}

/// The code; where to go from there, and in which session.
///
/// # Errors
/// As [`codes::verify`].
pub(in crate::sign_in) async fn second_step(
    cx: &Cx,
    pending: &Pending,
    code: &str,
    trust: bool,
) -> Result<(String, Started), AppError> {
    let mut started = codes::verify(cx, pending, code).await?;
    if trust {
        started.device = trusted(cx, &started).await;
    }
    Ok((way_on(cx, &started, pending.next.as_deref()).await, started))
}

/// MSG-1 for too many tries; the usual words otherwise, also for a wait of seconds.
pub(in crate::sign_in) fn problem(cx: &Cx, error: &AppError) -> String {
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

/// Waiting for the next code, unless for longer than usual, is said in seconds.
pub(in crate::sign_in) fn wait_for_code(cx: &Cx, seconds: u32) -> String {
    if i64::from(seconds) <= SIGN_IN.resend_after / Ts::SECOND {
        tl!(cx.locale, "sign_in.resend_wait", seconds = seconds)
    } else {
        problem(cx, &AppError::TooMany(seconds))
    }
}

/// Trusts this browser from now on. Whoever is in stays in when that fails: they are asked for a code next time.
async fn trusted(cx: &Cx, started: &Started) -> Option<Secret<String>> {
    let trusting = async {
        let visitor = Visitor::of_token(cx, Some(started.token.expose())).await?;
        trusted_devices::trust(cx, visitor.signed_in()?).await
    };
    sessions::afterwards("a browser could not be trusted", trusting).await
}

/// Ends the session of whoever signs out, if they have one.
pub(in crate::sign_in) async fn end(cx: &Cx, visitor: &Visitor) -> Result<(), AppError> {
    let Some((user, session)) = sessions::held(visitor) else { return Ok(()) };
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { sessions::end(tx, &c, user, session).await.map(drop) })).await
}
