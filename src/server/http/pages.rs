//! Pages: who may open one, what goes along with it, and the status it is sent with.

use super::answers::{plain_error, refuse, retry_after};
use super::cookies::{self, set_cookies};
use super::site::Site;
use super::{blocked, headers, kept, marks, renderer};
use access::gate::{Confirm, FirmCard, Shell, SignedIn, StatusSlot, Visitor};
use app::{DrawnFor, NewsAfter};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode, Uri, header};
use kernel::permission::Allowed;
use kernel::{AppError, Outcome, paths};
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;
use platform::Cx;

/// Answers before a page is drawn: `/`, and doors that are closed to this visitor.
pub async fn before(site: &Site, cx: &Cx, visitor: &Visitor, parts: &Parts) -> Option<Response> {
    let path = parts.uri.path();
    if path == "/" || path == paths::STAFF || path == "/app/" {
        return Some(Redirect::to(&start(visitor)).into_response());
    }
    let page = site.patterns.find(path)?;
    match visitor.check(cx, page.allowed) {
        Ok(()) => None,
        Err(AppError::NotSignedIn) => {
            let wanted = parts.uri.path_and_query().map_or(path, |p| p.as_str());
            Some(Redirect::to(&paths::sign_in_then(wanted)).into_response())
        }
        Err(_) => None,
    }
}

fn start(visitor: &Visitor) -> String {
    match visitor {
        Visitor::SignedIn(who) => access::sign_in::destination(who, None),
        Visitor::Pending(_) => paths::SIGN_IN_CODE.to_owned(),
        Visitor::Nobody(_) => paths::SIGN_IN.to_owned(),
    }
}

/// Any page, or the page that says there is none.
pub async fn any(State(site): State<Site>, request: Request) -> Response {
    let tries = blocked::has_none(&request);
    let mut response = shown(&site, request).await;
    if tries && response.status() == StatusCode::OK {
        blocked::give(&site.platform.config, &mut response);
    }
    response
}

async fn shown(site: &Site, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return refuse(StatusCode::METHOD_NOT_ALLOWED, const { i18n::key("common.error.no_post") });
    }
    let notice = cookies::told(request.headers(), &site.platform.config);
    let mut outcome = Outcome { notice, ..Outcome::none() };
    let theme = cookies::theme(request.headers(), &site.platform.config);
    if outcome == Outcome::none()
        && let Some(Visitor::Nobody(_)) = request.extensions().get::<Visitor>()
        && let Some(cx) = request.extensions().get::<Cx>()
        && let Some(key) = kept::Key::of(cx, &request, theme)
    {
        // Boxed, here and below, so that no request carries the room for both ways.
        return Box::pin(kept_page(site, &cx.clone(), key)).await;
    }
    let uri = request.uri().clone();
    let who = request.extensions().get::<Visitor>().and_then(|visitor| visitor.signed_in().ok()).cloned();
    if let (Some(cx), Some(who)) = (request.extensions().get::<Cx>().cloned(), who)
        && let Some((form, values)) = kept(&cx, &who, &uri).await
    {
        outcome = Outcome { form: Outcome::ANY.to_owned(), ..outcome }.giving_back(form, values);
    }
    let had_notice = outcome.notice.is_some();
    let mut response = draw(site, request, outcome, None).await;
    // A page that only leads on has not shown it.
    if had_notice && !response.status().is_redirection() {
        set_cookies(response.headers_mut(), &site.platform.config, &[cookies::no_notice()]);
    }
    response
}

/// What whoever asks had typed here before their session ended, and into which form.
async fn kept(cx: &Cx, who: &SignedIn, uri: &Uri) -> Option<(String, Vec<(String, String)>)> {
    let query = form_urlencoded::parse(uri.query()?.as_bytes());
    let id = query.into_iter().find(|(name, _)| name == paths::KEPT)?.1.into_owned();
    let typed = access::unsent::find(cx, who, &id, uri.path()).await.ok().flatten()?;
    Some((typed.form?, typed.fields))
}

/// Draws the page at the request's path with this outcome; `status` is that of a form that must be mended.
pub async fn draw(site: &Site, request: Request, outcome: Outcome, status: Option<&AppError>) -> Response {
    let (Some(cx), Some(visitor)) =
        (request.extensions().get::<Cx>().cloned(), request.extensions().get::<Visitor>().cloned())
    else {
        return plain_error(&AppError::BadRequest);
    };
    let theme = cookies::theme(request.headers(), &cx.config);
    Box::pin(draw_for(site, cx, visitor, request, Drawing { outcome, status, theme })).await
}

/// Draws for nobody, keeps and sends, or sends what is kept.
async fn kept_page(site: &Site, cx: &Cx, key: kept::Key) -> Response {
    if let Some(found) = site.kept.find(&key, &cx.firm) {
        return found;
    }
    let drawn = for_nobody(site, cx, &key).await;
    site.kept.keep(key, &cx.firm, drawn).await
}

/// A page that is the same for everybody, as nobody in particular gets it.
async fn for_nobody(site: &Site, cx: &Cx, key: &kept::Key) -> Response {
    let Some(request) = key.request() else { return plain_error(&AppError::BadRequest) };
    let drawing = Drawing { outcome: Outcome::none(), status: None, theme: key.theme() };
    Box::pin(draw_for(site, key.context(cx), Visitor::nobody(), request, drawing)).await
}

/// What a page is drawn with besides its request.
struct Drawing<'a> {
    outcome: Outcome,
    status: Option<&'a AppError>,
    theme: Option<&'static str>,
}

async fn draw_for(site: &Site, cx: Cx, visitor: Visitor, request: Request, drawing: Drawing<'_>) -> Response {
    let Drawing { outcome, status, theme } = drawing;
    let here = request.uri().path_and_query().map_or_else(|| "/".to_owned(), |p| p.as_str().to_owned());
    let shell = shell(&cx, &visitor, theme, here);
    let allowed = site.patterns.find(request.uri().path()).map_or(Allowed::Public, |page| page.allowed);
    let refused = visitor.check(&cx, allowed).err();
    let slot = StatusSlot::default();
    let confirm = request.extensions().get::<Confirm>().cloned();
    let assets = site.assets.addresses().clone();
    let (slot_inside, locale) = (slot.clone(), cx.locale);
    let left = visitor.signed_in().ok().map(|who| access::sessions::left(who, cx.now()));
    let mark = visitor.signed_in().ok().map(|who| marks::of(&cx, who));
    let drawn_for = mark.clone();
    let news_after = kernel::EventId::at(cx.now()).to_string();
    let context = move || {
        renderer::keep_owner();
        provide_context(locale);
        provide_context(cx.clone());
        provide_context(visitor.clone());
        provide_context(shell.clone());
        provide_context(outcome.clone());
        provide_context(assets.clone());
        provide_context(slot_inside.clone());
        if let Some(left) = left {
            provide_context(left);
        }
        if let Some(mark) = drawn_for.clone() {
            provide_context(NewsAfter(news_after.clone()));
            provide_context(DrawnFor(mark));
        }
        if let Some(confirm) = confirm.clone() {
            provide_context(confirm);
        }
        set_policy();
    };
    let render = leptos_axum::render_app_async_with_context(context, app::document);
    // Whoever leaves takes this future along, but not the task.
    let drawn = site.renderer.run("pages", async move { render(request).await });
    let mut response: Response<Body> = match drawn.await {
        Ok(response) => response,
        Err(error) => return broken(plain_error(&error)),
    };
    if let Some(mark) = mark {
        response = marks::page(response, &mark).await;
    }
    if slot.asked().is_some_and(|status| status >= 500) {
        response = broken(response);
    }
    // The page of the form is not for them, as the sign-in is not for whoever is signed in: it has nothing on it, and leads on.
    if status.is_some() && response.headers().contains_key(header::LOCATION) {
        *response.status_mut() = StatusCode::SEE_OTHER;
        return response;
    }
    let asked = status.or(refused.as_ref()).map(AppError::status).or(slot.asked());
    if let Some(status) = asked.and_then(|status| StatusCode::from_u16(status).ok()) {
        *response.status_mut() = status;
    }
    if let Some(error) = status {
        retry_after(error, response.headers_mut());
    }
    response
}

/// Goes along with a page that could not be drawn as it is meant to be.
#[derive(Clone)]
pub struct Broken;

fn broken(mut response: Response) -> Response {
    response.extensions_mut().insert(Broken);
    response
}

/// The policy's nonce is the one the page's scripts carry.
fn set_policy() {
    if let (Some(options), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce())
        && let Ok(value) = HeaderValue::from_str(&headers::page_policy(&nonce))
    {
        options.insert_header(header::CONTENT_SECURITY_POLICY, value);
    }
}

fn shell(cx: &Cx, visitor: &Visitor, theme: Option<&str>, here: String) -> Shell {
    Shell {
        firm: FirmCard::of(&cx.firm),
        visitor: visitor.card(),
        locale: cx.locale,
        theme: theme.unwrap_or("system").to_owned(),
        demo: cx.config.demo,
        mail: access::mail_state::trouble_of(cx, visitor),
        here,
    }
}
