//! The set-up form.

use super::{actions, founding};
use crate::gate::{Call, Cookie, Door, Reply};
use i18n::tl;
use kernel::permission::Allowed;
use kernel::{AppError, paths};

/// What is kept when the form has to be shown again; never the password.
const KEPT: [&str; 7] = ["firm_name", "time_zone", "locale", "phone", "firm_email", "name", "email"];
/// More of a field is not worth keeping, in characters.
const LONGEST_KEPT: usize = 300;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door { path: "/setup/{token}", allowed: Allowed::Public, run: |call| Box::pin(set_up(call)) }]
}

async fn set_up(call: Call) -> Result<Reply, AppError> {
    let token = call.param("token").to_owned();
    match try_it(&call, &token).await {
        Ok(cookies) => Ok(Reply::With {
            to: paths::ACCOUNTS.to_owned(),
            cookies,
            notice: Some(tl!(call.cx.locale, "setup.done")),
        }),
        Err(AppError::NotFound) => Err(AppError::NotFound),
        Err(error) => {
            let typed = KEPT
                .map(|field| (field, call.form.get(field).chars().take(LONGEST_KEPT).collect::<String>()));
            let kept = typed.each_ref().map(|(field, text)| (*field, text.as_str()));
            Ok(Reply::again(&call.cx, paths::setup(&token), "setup", error, &kept))
        }
    }
}

async fn try_it(call: &Call, token: &str) -> Result<Vec<Cookie>, AppError> {
    // A stranger learns nothing about the form from a made-up link.
    actions::setup_state(&call.cx, token).await?;
    let new = founding::read(&call.cx, &call.form)?;
    let started = actions::found(&call.cx, token, new, call.form.get("password")).await?;
    Ok(started.cookies())
}
