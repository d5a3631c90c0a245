//! Plain forms: parse strictly, check the declaration, run, and answer with a redirect or with the page again.

use super::{Site, cookies, late, marks, pages, typed};
use access::gate::{Call, Confirm, Cookie, Door, Form, Reply, Visitor};
use axum::body::Body;
use axum::extract::{RawPathParams, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, get};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode, header};
use kernel::{AppError, Outcome, paths};
use platform::Cx;
use platform::config::Config;
use std::sync::LazyLock;

/// Most fields a form may have.
const MOST_FIELDS: usize = 200;

/// Forms that bring a file.
pub const UPLOADS: &[&str] = &[paths::FIRM_LOGO];

/// Every plain form of the site.
#[must_use]
pub fn all() -> &'static [Door] {
    static ALL: LazyLock<Vec<Door>> = LazyLock::new(|| {
        [access::doors(), clients::doors(), firm::doors(), app::preferences::doors()].concat()
    });
    &ALL
}

/// The same address shows its page for `GET` and takes the form for `POST`.
pub fn method_router(door: Door) -> MethodRouter<Site> {
    get(pages::any).post(move |site: State<Site>, params: RawPathParams, request: Request| {
        enter(door, site, params, request)
    })
}

async fn enter(door: Door, State(site): State<Site>, params: RawPathParams, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let (Some(cx), Some(visitor)) =
        (parts.extensions.get::<Cx>().cloned(), parts.extensions.get::<Visitor>().cloned())
    else {
        return super::gate::plain_error(&AppError::BadRequest);
    };
    let mut params: Vec<(String, String)> =
        params.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
    let allowed = visitor.check(&cx, door.allowed);
    if matches!(allowed, Err(AppError::NotSignedIn)) {
        return late::keep(&site, &cx, &parts, body).await;
    }
    let answered = async {
        marks::form(&cx, &visitor, door.allowed, &parts)?;
        allowed?;
        let form = if UPLOADS.contains(&door.path) {
            super::upload::read(&parts, body).await?
        } else {
            read_form(&parts.headers, body).await?
        };
        if cookies::are_blocked(&parts) {
            return Ok(cookies::say_so(&cx, &form));
        }
        params
            .push(("page".to_owned(), late::page_of(&site, &parts, &form).unwrap_or_else(|| "/".to_owned())));
        let cx = visitor.acting_at(&cx, door.allowed);
        (door.run)(Call { cx, visitor, params, form }).await
    }
    .await;
    respond(&site, &cx, parts, answered).await
}

async fn respond(site: &Site, cx: &Cx, mut parts: Parts, answered: Result<Reply, AppError>) -> Response {
    match answered {
        Ok(Reply::To(to)) => Redirect::to(&to).into_response(),
        Ok(Reply::With { to, cookies, notice }) => with_cookies(&cx.config, &to, &cookies, notice),
        Ok(Reply::Again { page, outcome, error }) if is_ours(&error) => {
            typed::shown_again(site, cx, &parts, Some((page, outcome)), &error).await
        }
        Ok(Reply::Again { page, outcome, error }) => {
            let mut response = again(site, &parts, &page, outcome, &error).await;
            if cookies::are_blocked(&parts) {
                cookies::give(&cx.config, &mut response);
            }
            response
        }
        Ok(Reply::Shown { page, outcome }) => match get_of(&parts, &page) {
            Ok(request) => pages::draw(site, request, outcome, None).await,
            Err(_) => super::gate::plain_error(&AppError::BadRequest),
        },
        Ok(Reply::Confirm { page, outcome, error }) => {
            confirm(site, parts, page, outcome, error.as_ref()).await
        }
        Ok(Reply::As { visitor, cookies, then }) => {
            parts.extensions.insert(visitor);
            let mut response = Box::pin(respond(site, cx, parts, *then)).await;
            for cookie in &cookies {
                response.headers_mut().append(header::SET_COOKIE, set_cookie(&cx.config, cookie));
            }
            response
        }
        Err(AppError::NotSignedIn) => late::to_sign_in(late::page_of(site, &parts, &Form::default())),
        Err(error) if is_ours(&error) => typed::shown_again(site, cx, &parts, None, &error).await,
        Err(error) => problem(site, &parts, &error).await,
    }
}

/// Whether an error is none of whoever sent the form.
const fn is_ours(error: &AppError) -> bool {
    error.status() >= 500
}

/// The path of a page of ours that a form was posted from; a hint for after the sign-in and for a link back, never a
/// redirect target.
pub(super) fn own_path(parts: &Parts) -> Option<String> {
    let referer = super::context::text(&parts.headers, &header::REFERER)?;
    let asked = parts.extensions.get::<super::context::Asked>()?;
    platform::net::safe_path(referer.strip_prefix(asked.origin.as_str())?)
}

pub fn with_cookies(config: &Config, to: &str, cookies: &[Cookie], notice: Option<String>) -> Response {
    let mut response = Redirect::to(to).into_response();
    for cookie in cookies {
        response.headers_mut().append(header::SET_COOKIE, set_cookie(config, cookie));
    }
    // A sign-out. Not "cookies", though SEC-36 names them: that would take along the cookie by which this browser is known
    // to be its owner's (SEC-8, SEC-11), and the language chosen in it. The session's own cookie is removed above.
    if cookies.iter().any(|cookie| cookie.name == Cookie::SESSION && cookie.value.is_none()) {
        response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    }
    if let Some(notice) = notice {
        let cookie =
            Cookie { name: pages::NOTICE, value: Some(URL_SAFE_NO_PAD.encode(notice)), max_age: Some(60) };
        response.headers_mut().append(header::SET_COOKIE, set_cookie(config, &cookie));
    }
    response
}

/// The header for a cookie: `__Host-` and `Secure` wherever people reach us by https (SEC-31).
pub fn set_cookie(config: &Config, cookie: &Cookie) -> HeaderValue {
    let (prefix, secure) = if config.is_https() { ("__Host-", "; Secure") } else { ("", "") };
    let value = cookie.value.as_deref().unwrap_or_default();
    let age = cookie.max_age.map(|s| format!("; Max-Age={s}")).unwrap_or_default();
    let line = format!("{prefix}{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", cookie.name);
    HeaderValue::from_str(&line).unwrap_or(HeaderValue::from_static(""))
}

/// A form must be URL-encoded UTF-8 with a sane number of fields; anything else is nobody's browser.
pub(super) async fn read_form(headers: &http::HeaderMap, body: Body) -> Result<Form, AppError> {
    if !is_url_encoded(headers) {
        return Err(AppError::BadRequest);
    }
    let bytes = axum::body::to_bytes(body, super::BODY_LIMIT).await.map_err(|_| AppError::BadRequest)?;
    parse_form(&bytes)
}

/// The fields of such a body.
pub(super) fn parse_form(bytes: &[u8]) -> Result<Form, AppError> {
    let mut fields = Vec::new();
    for pair in bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        if fields.len() == MOST_FIELDS {
            return Err(AppError::BadRequest);
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let name = decode(halves.next().unwrap_or_default())?;
        let value = decode(halves.next().unwrap_or_default())?;
        fields.push((name, value));
    }
    Ok(Form(fields))
}

/// Whether the body says that it is an ordinary form.
pub(super) fn is_url_encoded(headers: &http::HeaderMap) -> bool {
    let kind = super::context::text(headers, &header::CONTENT_TYPE).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Whether all of this can be decoded.
pub(super) fn is_sound(bytes: &[u8]) -> bool {
    bytes.split(|byte| matches!(byte, b'&' | b'=')).all(|piece| decode(piece).is_ok())
}

/// Nobody's browser sends a NUL, and PostgreSQL takes none in a text.
fn decode(piece: &[u8]) -> Result<String, AppError> {
    let mut out = Vec::with_capacity(piece.len());
    let mut rest = piece;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let digit =
                    |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16)).ok_or(AppError::BadRequest);
                let (high, low) = (digit(rest.first())?, digit(rest.get(1))?);
                out.push(u8::try_from(high * 16 + low).map_err(|_| AppError::BadRequest)?);
                rest = &rest[2..];
            }
            other => out.push(other),
        }
    }
    String::from_utf8(out).ok().filter(|text| !text.contains('\0')).ok_or(AppError::BadRequest)
}

/// The page that the form stands on, drawn again with what is wrong.
pub(super) async fn again(
    site: &Site,
    parts: &Parts,
    page: &str,
    outcome: Outcome,
    error: &AppError,
) -> Response {
    let Ok(request) = get_of(parts, page) else { return super::gate::plain_error(error) };
    pages::draw(site, request, outcome, Some(error)).await
}

/// The page that asks for the password and keeps the form, at an address that is none (SEC-29).
async fn confirm(
    site: &Site,
    mut parts: Parts,
    page: Confirm,
    outcome: Outcome,
    error: Option<&AppError>,
) -> Response {
    let back = page.back.or_else(|| own_path(&parts));
    parts.extensions.insert(Confirm { action: parts.uri.path().to_owned(), back, ..page });
    let refused = || super::gate::plain_error(error.unwrap_or(&AppError::BadRequest));
    let Ok(request) = get_of(&parts, "/problem") else { return refused() };
    pages::draw(site, request, outcome, error).await
}

/// An error that belongs to no form: a page of its own at an address that is none.
pub(super) async fn problem(site: &Site, parts: &Parts, error: &AppError) -> Response {
    let words = match parts.extensions.get::<Cx>() {
        Some(cx) => access::gate::in_words(cx.locale, error),
        None => String::new(),
    };
    let outcome = Outcome { form: access::gate::PROBLEM.to_owned(), problem: Some(words), ..Outcome::none() };
    let Ok(request) = get_of(parts, &place_of_problems(parts.uri.path())) else {
        return super::gate::plain_error(error);
    };
    let mut response = pages::draw(site, request, outcome, Some(error)).await;
    if let Ok(status) = StatusCode::from_u16(error.status()) {
        *response.status_mut() = status;
    }
    response
}

/// An address that is none, in the same frame as the form's.
fn place_of_problems(path: &str) -> String {
    let mut pieces = path.split('/').skip(1);
    let (first, second) = (pieces.next().unwrap_or_default(), pieces.next().unwrap_or_default());
    if paths::STAFF[1..] == *first {
        format!("{}/problem", paths::STAFF)
    } else if paths::PORTAL[1..] == *first && !second.is_empty() {
        format!("{}/problem", paths::portal_home(second))
    } else {
        "/problem".to_owned()
    }
}

fn get_of(parts: &Parts, path: &str) -> Result<Request, http::Error> {
    let mut request = Request::builder().method(Method::GET).uri(path).body(Body::empty())?;
    *request.headers_mut() = parts.headers.clone();
    request.headers_mut().remove(header::CONTENT_LENGTH);
    *request.extensions_mut() = parts.extensions.clone();
    Ok(request)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_wrong_is_said_in_the_frame_that_the_form_stood_in() {
        for (form, place) in [
            ("/app/accounts/M1/info/switch", "/app/problem"),
            ("/portal/M1/banner", "/portal/M1/problem"),
            ("/portal/", "/problem"),
            ("/application", "/problem"),
            ("/login", "/problem"),
        ] {
            assert_eq!(place_of_problems(form), place);
        }
    }

    #[test]
    fn broken_encodings_are_refused_not_guessed() {
        assert_eq!(decode(b"a+b%20c").unwrap(), "a b c");
        for broken in [&b"%"[..], b"%4", b"%zz", b"%ff", b"%c3%28", b"\xff", b"a%00", b"\0"] {
            assert!(decode(broken).is_err(), "{broken:?}");
        }
        for (body, sound) in
            [(&b"a=b&c=%20"[..], true), (b"a=%00", false), (b"a\0=b", false), (b"a=%ff", false)]
        {
            assert_eq!(is_sound(body), sound, "{body:?}");
        }
    }
}
