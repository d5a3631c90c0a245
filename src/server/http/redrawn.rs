//! A page once more, with what is wrong: that of the form, the one that asks for the password, or one that has no address.

use super::answers::plain_error;
use super::asked::own_path;
use super::pages;
use super::site::Site;
use access::gate::{Confirm, PROBLEM, in_words};
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::request::Parts;
use http::{Method, StatusCode, header};
use kernel::{AppError, Outcome, paths};
use platform::Cx;

/// The page that the form stands on, drawn again with what is wrong.
pub async fn again(site: &Site, parts: &Parts, page: &str, outcome: Outcome, error: &AppError) -> Response {
    let Ok(request) = get_of(parts, page) else { return plain_error(error) };
    pages::draw(site, request, outcome, Some(error)).await
}

/// The page that asks for the password and keeps the form, at an address that is none (SEC-29).
pub async fn confirm(
    site: &Site,
    mut parts: Parts,
    page: Confirm,
    outcome: Outcome,
    error: Option<&AppError>,
) -> Response {
    let back = page.back.or_else(|| own_path(&parts));
    parts.extensions.insert(Confirm { action: parts.uri.path().to_owned(), back, ..page });
    let refused = || plain_error(error.unwrap_or(&AppError::BadRequest));
    let Ok(request) = get_of(&parts, "/problem") else { return refused() };
    pages::draw(site, request, outcome, error).await
}

/// An error that belongs to no form: a page of its own at an address that is none.
pub async fn problem(site: &Site, parts: &Parts, error: &AppError) -> Response {
    let words = match parts.extensions.get::<Cx>() {
        Some(cx) => in_words(cx.locale, error),
        None => String::new(),
    };
    let outcome = Outcome { form: PROBLEM.to_owned(), problem: Some(words), ..Outcome::none() };
    let Ok(request) = get_of(parts, &place_of_problems(parts.uri.path())) else {
        return plain_error(error);
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

/// As if this page were asked for by whoever sent the form.
pub fn get_of(parts: &Parts, path: &str) -> Result<Request, http::Error> {
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
}
