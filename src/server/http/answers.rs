//! Answers that need no page: a line of text, an error of a server function, a redirect with cookies.

use super::cookies::{self, set_cookies};
use access::gate::Cookie;
use axum::body::Body;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use i18n::{Key, text_in};
use kernel::{AppError, Locale};
use platform::config::Config;

/// What an answer without a page says, for the page that is put in its place.
#[derive(Clone)]
pub enum Said {
    Words(Key),
    Error(AppError),
}

/// One line for a program.
pub fn plain(status: StatusCode, text: &str) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (status, kind, Body::from(format!("{text}\n"))).into_response()
}

/// A refusal where no page can be drawn.
pub fn refuse(status: StatusCode, words: Key) -> Response {
    let mut response = plain(status, text_in(Locale::En, words));
    response.extensions_mut().insert(Said::Words(words));
    response
}

/// An error where no page can be drawn.
pub fn plain_error(error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = plain(status, &access::gate::in_words(Locale::En, error));
    response.extensions_mut().insert(Said::Error(error.clone()));
    retry_after(error, response.headers_mut());
    response
}

/// `Retry-After` where waiting helps.
pub fn retry_after(error: &AppError, headers: &mut HeaderMap) {
    let seconds = match error {
        AppError::TooMany(seconds) => *seconds,
        AppError::Busy | AppError::Away => 2,
        _ => return,
    };
    if let Ok(value) = HeaderValue::from_str(&seconds.to_string()) {
        headers.insert(header::RETRY_AFTER, value);
    }
}

/// An error as server functions answer it.
pub fn as_json(error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_vec(error).unwrap_or_default();
    let mut response = (status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
    response.headers_mut().insert("serverfnerror", HeaderValue::from_static("1"));
    retry_after(error, response.headers_mut());
    response
}

pub fn with_cookies(config: &Config, to: &str, cookies: &[Cookie], notice: Option<String>) -> Response {
    let mut response = Redirect::to(to).into_response();
    set_cookies(response.headers_mut(), config, cookies);
    // A sign-out. Not "cookies", though SEC-36 names them: that would take along the cookie by which this browser is known
    // to be its owner's (SEC-8, SEC-11), and the language chosen in it. The session's own cookie is removed above.
    if cookies.iter().any(|cookie| cookie.name == Cookie::SESSION && cookie.value.is_none()) {
        response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    }
    if let Some(notice) = notice {
        set_cookies(response.headers_mut(), config, &[cookies::notice(&notice)]);
    }
    response
}
