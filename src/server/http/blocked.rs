//! Whether a browser keeps cookies. Nobody can sign in without any, so whoever blocks them is told on the sign-in page, and
//! not left to guess why a right password leads nowhere.

use super::asked::own_path;
use super::cookies::set_cookie;
use access::gate::{Cookie, Form, Reply};
use app::Part;
use axum::extract::Request;
use axum::response::Response;
use http::header;
use http::request::Parts;
use i18n::tl;
use kernel::{AppError, Outcome, paths};
use platform::Cx;
use platform::config::Config;
use platform::net::safe_path;

/// The same for everybody, and gone with the browser's window.
const TRY: Cookie = Cookie { name: "try", value: None, max_age: None };

/// Whether a page of sign-ins is asked for by a browser that has no cookie of ours.
pub fn has_none(request: &Request) -> bool {
    !request.headers().contains_key(header::COOKIE) && Part::of(request.uri().path()) == Part::Portal
}

/// Sends such a browser one.
pub fn give(config: &Config, response: &mut Response) {
    let cookie = Cookie { value: Some("1".to_owned()), ..TRY };
    response.headers_mut().append(header::SET_COOKIE, set_cookie(config, &cookie));
}

/// Whether this sign-in comes from a page of ours, and without the cookie that it came with.
pub fn are_blocked(parts: &Parts) -> bool {
    parts.uri.path() == paths::SIGN_IN
        && !parts.headers.contains_key(header::COOKIE)
        && own_path(parts).is_some()
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
