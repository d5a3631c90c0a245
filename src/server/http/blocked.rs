//! Whether a browser keeps cookies. Nobody can sign in without any, so whoever blocks them is told on the sign-in page, and
//! not left to guess why a right password leads nowhere.

use super::asked::own_path;
use super::cookies::{self, set_cookies};
use access::gate::{Form, Reply};
use app::Part;
use axum::extract::Request;
use axum::response::Response;
use http::request::Parts;
use i18n::tl;
use kernel::{AppError, Outcome, paths};
use platform::Cx;
use platform::config::Config;
use platform::net::safe_path;

/// Whether a page of sign-ins is asked for by a browser that has no cookie of ours.
pub fn has_none(request: &Request) -> bool {
    !cookies::are_there(request.headers()) && Part::of(request.uri().path()).is(Part::of(paths::SIGN_IN))
}

/// Sends such a browser one.
pub fn give(config: &Config, response: &mut Response) {
    set_cookies(response.headers_mut(), config, &[cookies::to_try()]);
}

/// Whether this sign-in comes from a page of ours, and without the cookie that it came with.
pub fn are_blocked(parts: &Parts) -> bool {
    parts.uri.path() == paths::SIGN_IN && !cookies::are_there(&parts.headers) && own_path(parts).is_some()
}

/// The sign-in page, saying so. No password was looked at.
pub fn say_so(cx: &Cx, form: &Form) -> Reply {
    let page =
        safe_path(form.get("next")).map_or_else(|| paths::SIGN_IN.to_owned(), |to| paths::sign_in_then(&to));
    let email: String = form.get("email").chars().take(254).collect();
    let outcome =
        Outcome::problem("sign_in", tl!(cx.locale, "sign_in.cookies")).keeping(&[("email", &email)]);
    Reply::Again { page, outcome, error: AppError::Invalid(Vec::new()) }
}
