//! Forms that arrive without a session, and the pages that forms come from.

use super::answers::with_cookies;
use super::asked::own_path;
use super::forms::read_form;
use super::redrawn::problem;
use super::site::Site;
use super::{cookies, marks};
use access::gate::{Cookie, Form};
use access::step_up::BACK;
use access::unsent::{ACTION, PAGE, Typed, Unsent};
use axum::body::Body;
use axum::response::{IntoResponse, Redirect, Response};
use http::request::Parts;
use i18n::tl;
use kernel::paths;
use platform::Cx;

/// Nobody may post here without a session. Where one has run out, what was typed is kept for whoever held it.
pub async fn keep(site: &Site, cx: &Cx, parts: &Parts, body: Body) -> Response {
    let session = cookies::read(&parts.headers, &cx.config, Cookie::SESSION);
    let Some(session) = session else { return to_sign_in(page_of(site, parts, &Form::default())) };
    let Ok(form) = read_form(&parts.headers, body).await else {
        return to_sign_in(page_of(site, parts, &Form::default()));
    };
    let Some(page) = page_of(site, parts, &form) else { return to_sign_in(None) };
    // A page that hands over what is on it names the form's own address.
    let action = if form.has(ACTION) { form.get(ACTION).to_owned() } else { parts.uri.path().to_owned() };
    let unsent = Unsent { page, typed: Typed::of(cx, &action, form.0) };
    let kept =
        match access::unsent::keep(cx, &session, &unsent, |user| marks::may_be_kept_for(cx, user, parts))
            .await
        {
            Ok(kept) => kept,
            Err(error) => return problem(site, parts, &error).await,
        };
    let notice = match kept {
        Some(_) => tl!(cx.locale, "sessions.unsent.sign_in"),
        None => tl!(cx.locale, "sessions.unsent.nothing"),
    };
    let to = paths::sign_in_then(&kept.unwrap_or(unsent.page));
    with_cookies(&cx.config, &to, &[], Some(notice))
}

/// To the sign-in, and from there to this page.
pub fn to_sign_in(page: Option<String>) -> Response {
    Redirect::to(&page.map_or_else(|| paths::SIGN_IN.to_owned(), |page| paths::sign_in_then(&page)))
        .into_response()
}

/// The page that a form stands on: that of the form's own address, or what the page or the browser says; a path of ours
/// where a page is declared, or nothing. The page that asks for the password has no address of its own and names the one
/// before it.
pub fn page_of(site: &Site, parts: &Parts, form: &Form) -> Option<String> {
    let said = own_path(parts);
    [
        Some(form.get(ACTION)),
        Some(parts.uri.path()),
        Some(form.get(PAGE)),
        Some(form.get(BACK)),
        said.as_deref(),
    ]
    .into_iter()
    .flatten()
    .filter_map(platform::net::safe_path)
    .find(|page| site.patterns.find(page.split('?').next().unwrap_or_default()).is_some())
}
