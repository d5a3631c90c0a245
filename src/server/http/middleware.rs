//! Before everything: whose portal, from where, may this request be here at all (SEC-37), and who is asking.

use super::answers::{plain_error, refuse};
use super::asked::{Asked, ip, of_link, text, visitor};
use super::context::{self, NoFirm};
use super::forms::Typed;
use super::limits::REPORTS;
use super::plain_page::{self, Asker};
use super::site::Site;
use super::{assets, body, coding, cookies, headers, pages, tally};
use access::gate::{SignedIn, Visitor};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use futures::FutureExt;
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode, header};
use i18n::key;
use kernel::{AppError, Locale};
use platform::db::Patience;
use platform::{Cx, incident};
use std::panic::AssertUnwindSafe;

/// Longest address, in bytes (REL-16).
const URL_LIMIT: usize = 8 * 1024;
/// What a page asks for by itself does not keep its session awake (SEC-33). Whatever else it asks while nobody touches it
/// says so in the header `x-idle`, which can only make a session end sooner.
const NOT_USE: [&str; 2] = [kernel::paths::LIVE, access::switching::WHO_PATH];

/// The one middleware. A panic below it costs one request, and says so with a number.
pub async fn before_everything(State(site): State<Site>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = site.patterns.find(request.uri().path()).map(|page| page.path);
    let started = tokio::time::Instant::now();
    let (parts, body) = request.into_parts();
    let mut asker = Asker::of(&parts, &site.platform.config);
    let wish = coding::Wish::of(method == Method::HEAD, &parts.headers);
    let patience = site.platform.db.patience();
    if let Some(client) = tally::client(ip(&parts, &site.platform.config)) {
        patience.is_of(&client);
    }
    let request = Request::from_parts(parts, body);
    // Dropped with this future when the visitor leaves: what they asked is not read to its end.
    let leaving = patience.leaving();
    // On the heap, once: each layer around it would hold it again.
    let answered = patience.over(Box::pin(answer(&site, &mut asker, request, next)));
    let answered = AssertUnwindSafe(answered).catch_unwind().await;
    leaving.answered();
    let response = answered.unwrap_or_else(|_| {
        plain_error(&AppError::Internal(incident::log_text("http", "a handler panicked")))
    });
    let response = plain_page::dress(response, &asker, site.assets.style());
    let mut response = coding::pack(response, &wish).await;
    headers::complete(response.headers_mut(), &site.platform.config);
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    // Templates only: an address may hold a token (SEC-20).
    tracing::info!(%method, route = route.unwrap_or("-"), status = response.status().as_u16(), ms, "request");
    response
}

async fn answer(site: &Site, asker: &mut Asker, request: Request, next: Next) -> Response {
    if request.uri().to_string().len() > URL_LIMIT {
        return refuse(StatusCode::URI_TOO_LONG, const { key("common.error.too_long") });
    }
    let path = request.uri().path().to_owned();
    if path == "/livez" || path == "/readyz" {
        return next.run(request).await;
    }
    if matches!(*request.method(), Method::GET | Method::HEAD)
        && let Some(file) = site.assets.find(&path)
    {
        return assets::respond(&file, request.headers(), request.method() == Method::HEAD);
    }
    let (mut parts, body) = request.into_parts();
    let (mut cx, asked) = match context::of(site, &parts).await {
        Ok(found) => found,
        Err(problem) => return without_firm(problem),
    };
    asker.know(&cx);
    // No text of ours has a NUL, and PostgreSQL takes none. As a byte the parsers of requests and headers refuse it.
    if parts.uri.path_and_query().is_some_and(|asked| asked.as_str().contains("%00")) {
        return refuse(StatusCode::BAD_REQUEST, const { key("common.error.bad_request") });
    }
    if let Some(refused) = refuse_foreign(&parts.method, &path, &parts.headers, &asked) {
        tracing::warn!(reason = refused, "a foreign request was refused");
        return refuse(StatusCode::FORBIDDEN, const { key("common.error.foreign") });
    }
    let body = match body::taken(site, &cx, &mut parts, body).await {
        Ok(body) => body,
        Err(refused) => return refused,
    };
    asker.typed = parts.extensions.get::<Typed>().cloned();
    let mut visitor = match visitor(&cx, &parts.headers).await {
        Ok(visitor) => visitor,
        Err(error) => return plain_error(&error),
    };
    if let Some(to) = &asked.leads_to
        && !may_stay(&parts, &visitor)
    {
        return Redirect::permanent(to).into_response();
    }
    if let Visitor::SignedIn(who) = &visitor {
        // All sessions of a person together.
        Patience::belongs_to(&who.user().to_string());
        speak_to(&mut cx, who, &parts);
        asker.know(&cx);
    }
    if let Visitor::SignedIn(who) = &mut visitor
        && !NOT_USE.contains(&path.as_str())
        && !parts.headers.contains_key("x-idle")
    {
        access::sessions::touch(&cx, who).await;
        who.used(cx.now());
    }
    // That a session was used is no reason to go on for somebody who has left.
    Patience::begins_here();
    if matches!(parts.method, Method::GET | Method::HEAD)
        && let Some(early) = pages::before(site, &cx, &visitor, &parts).await
    {
        return early;
    }
    parts.extensions.insert(asked);
    parts.extensions.insert(cx);
    parts.extensions.insert(visitor);
    next.run(Request::from_parts(parts, body)).await
}

/// In the language of whoever is signed in, and in their time zone. A choice made in this browser wins over the one kept
/// with the person, and that one over the browser's own.
fn speak_to(cx: &mut Cx, who: &SignedIn, parts: &Parts) {
    let wanted = of_link(parts).or_else(|| cookies::language(&parts.headers, &cx.config));
    let offered = |locale: &Locale| who.is_staff() || cx.firm.languages.contains(locale);
    cx.locale = wanted.or(who.locale()).filter(offered).unwrap_or(cx.locale);
    cx.zone = who.time_zone().map(str::to_owned);
}

/// Whether a request may stay at the firm's first host when another is the main one: whoever is signed in there, or comes
/// to sign in because the main one does not work (`?stay`), and what their pages load and send.
fn may_stay(parts: &Parts, visitor: &Visitor) -> bool {
    let path = parts.uri.path();
    let asks = || form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes());
    !matches!(visitor, Visitor::Nobody(_))
        || !matches!(parts.method, Method::GET | Method::HEAD)
        || path.starts_with("/api/")
        || path.starts_with(kernel::paths::BRAND)
        || asks().any(|(name, _)| name == kernel::paths::STAY)
}

/// Why a request may not act here, if so. Reading a page from elsewhere is fine; everything else must say that it
/// comes from us, by Fetch Metadata or, without it, by its origin.
fn refuse_foreign(method: &Method, path: &str, headers: &HeaderMap, asked: &Asked) -> Option<&'static str> {
    let safe = matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
    let dest = text(headers, &header::HeaderName::from_static("sec-fetch-dest")).unwrap_or_default();
    let from = text(headers, &header::HeaderName::from_static("sec-fetch-site"));
    if safe && !path.starts_with("/api/") && !headers.contains_key(header::UPGRADE) {
        // The demo's mails are made to stand in frames, of our own page only.
        let ours = from == Some("same-origin") && path.starts_with(kernel::paths::DEV_MAIL);
        return (!ours && matches!(dest, "iframe" | "frame" | "embed" | "object")).then_some("framed");
    }
    if path == REPORTS {
        return None;
    }
    match from {
        Some("same-origin") => None,
        Some(_) => Some("another site"),
        None => match text(headers, &header::ORIGIN) {
            Some(origin) if origin == asked.origin => None,
            Some(_) => Some("another origin"),
            None => Some("no origin"),
        },
    }
}

fn without_firm(problem: NoFirm) -> Response {
    match problem {
        NoFirm::UnknownHost => {
            refuse(StatusCode::MISDIRECTED_REQUEST, const { key("common.error.no_portal") })
        }
        NoFirm::Elsewhere(to) => Redirect::permanent(&to).into_response(),
        NoFirm::NotSetUp => refuse(StatusCode::SERVICE_UNAVAILABLE, const { key("common.error.not_set_up") }),
        NoFirm::Database => {
            let mut response =
                refuse(StatusCode::SERVICE_UNAVAILABLE, const { key("common.error.no_database") });
            response.headers_mut().insert(header::RETRY_AFTER, http::HeaderValue::from_static("5"));
            response
        }
    }
}
