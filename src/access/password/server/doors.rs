//! The plain forms about passwords.

use super::{change, requests, resets};
use crate::gate::{Call, Door, Guest, Reply, SignedIn};
use crate::links::{self, ByLink};
use crate::mail_state;
use crate::password::Reset;
use crate::security_mails;
use crate::sessions;
use i18n::tl;
use kernel::{AppError, EmailAddress, paths};
use platform::net::safe_path;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![
        Door::new(paths::FORGOT, forgot),
        links::door(paths::RESET, reset),
        Door::new(paths::MY_PASSWORD, change_mine),
    ]
}

async fn forgot(call: Call, _: Guest) -> Result<Reply, AppError> {
    let typed = call.form.get("email");
    match requests::forgot(&call.cx, typed).await {
        Ok(()) => {
            // The same for every address, known or not; as it was typed, for whoever looks for their typing mistake.
            let email = typed.trim();
            let text = match mail_state::trouble(&call.cx).await? {
                None => tl!(call.cx.locale, "password.forgot_sent", email = email),
                Some(_) => {
                    let contact = security_mails::contact(&call.cx.firm);
                    tl!(call.cx.locale, "password.forgot_waits", email = email, contact = contact)
                }
            };
            Ok(Reply::notice(paths::FORGOT, text))
        }
        Err(error) => {
            let kept: String = typed.chars().take(EmailAddress::MAX_BYTES).collect();
            Ok(Reply::again(&call.cx, paths::FORGOT, "forgot", error, &[("email", &kept)]))
        }
    }
}

async fn reset(call: Call, link: ByLink<Reset>) -> Result<Reply, AppError> {
    let replaced = sessions::held(&call.visitor);
    match resets::use_reset(&call.cx, &link, call.form.get("password"), replaced).await {
        Ok(landing) => {
            let l = call.cx.locale;
            let notice = match (&landing.started, landing.sign_in) {
                (Some(_), _) => Some(tl!(l, "password.reset_done")),
                (None, true) => Some(tl!(l, "password.reset_done_sign_in")),
                (None, false) => None,
            };
            let cookies = landing.cookies();
            Ok(Reply::With { to: landing.to, cookies, notice })
        }
        Err(AppError::NotFound) => Err(AppError::NotFound),
        Err(error) => Ok(Reply::again(&call.cx, link.page(), "reset", error, &[])),
    }
}

async fn change_mine(call: Call, who: SignedIn) -> Result<Reply, AppError> {
    let back = safe_path(call.form.get("back")).unwrap_or_else(|| "/".to_owned());
    match change::change(&call.cx, &who, call.form.get("current"), call.form.get("password")).await {
        Ok(started) => Ok(Reply::With {
            to: back,
            cookies: started.cookies(),
            notice: Some(tl!(call.cx.locale, "password.changed")),
        }),
        Err(AppError::NotSignedIn) => Err(AppError::NotSignedIn),
        Err(error) => Ok(Reply::again(&call.cx, back, "change_password", error, &[])),
    }
}
