//! The set-up form.

use super::{actions, founding};
use crate::gate::{Call, Cookie, Door, Guest, Reply};
use crate::mail_state;
use crate::setup::SetupState;
use i18n::tl;
use kernel::names::parse_name;
use kernel::{AppError, EmailAddress, Locale, Outcome, paths};
use platform::mail::address_fault;

/// What is kept when the form has to be shown again; never the password.
const KEPT: [&str; 7] = ["firm_name", "time_zone", "locale", "phone", "firm_email", "name", "email"];
/// More of a field is not worth keeping, in characters.
const LONGEST_KEPT: usize = 300;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door::new("/setup/{token}", set_up)]
}

async fn set_up(call: Call, _: Guest) -> Result<Reply, AppError> {
    let token = call.param("token").to_owned();
    if call.form.get("test") == "mail" {
        return test_mail(&call, &token).await;
    }
    match try_it(&call, &token).await {
        Ok(cookies) => Ok(Reply::With {
            to: paths::ACCOUNTS.to_owned(),
            cookies,
            // In the language that the firm and its owner speak from here on.
            notice: Some(tl!(
                Locale::from_tag(call.form.get("locale")).unwrap_or(call.cx.locale),
                "setup.done"
            )),
        }),
        Err(AppError::NotFound) => Err(AppError::NotFound),
        Err(error) => Ok(again(&call, &token, error)),
    }
}

/// The form once more, with what was typed.
fn again(call: &Call, token: &str, error: AppError) -> Reply {
    let typed = typed(call);
    let kept: Vec<(&str, &str)> = typed.iter().map(|(field, text)| (*field, text.as_str())).collect();
    Reply::again(&call.cx, paths::setup(token), "setup", error, &kept)
}

fn typed(call: &Call) -> Vec<(&'static str, String)> {
    let cut = |field| call.form.get(field).chars().take(LONGEST_KEPT).collect();
    KEPT.into_iter().map(|field| (field, cut(field))).collect()
}

/// The second button: a mail to the owner to be, before anything is made.
async fn test_mail(call: &Call, token: &str) -> Result<Reply, AppError> {
    if !matches!(actions::setup_state(&call.cx, token).await?, SetupState::Open { .. }) {
        return Ok(Reply::to(paths::setup(token)));
    }
    let email = match EmailAddress::parse(call.form.get("email")) {
        Ok(email) => email,
        Err(problem) => {
            let fault = AppError::field("email", address_fault(call.cx.locale, problem));
            return Ok(again(call, token, fault));
        }
    };
    let name = parse_name(call.form.get("name")).unwrap_or_default();
    match mail_state::send_test(&call.cx, &name, email.shown()).await {
        Ok(notice) => {
            let values = typed(call).into_iter().map(|(field, text)| (field.to_owned(), text)).collect();
            let outcome =
                Outcome { form: "setup".to_owned(), notice: Some(notice), values, ..Outcome::none() };
            Ok(Reply::Shown { page: paths::setup(token), outcome })
        }
        Err(error) => Ok(again(call, token, error)),
    }
}

async fn try_it(call: &Call, token: &str) -> Result<Vec<Cookie>, AppError> {
    // A stranger learns nothing about the form from a made-up link.
    actions::setup_state(&call.cx, token).await?;
    let new = founding::read(&call.cx, &call.form)?;
    let started = actions::found(&call.cx, token, new, call.form.get("password")).await?;
    Ok(started.cookies())
}
