//! Plain forms: parse strictly, check the declaration, run, and answer with a redirect or with the page again.

use super::answers::{as_json, plain_error, with_cookies};
use super::asked::{own_path, text};
use super::cookies::set_cookies;
use super::declared::UPLOADS;
use super::forms::read_form;
use super::redrawn::{again, confirm, get_of, problem};
use super::site::Site;
use super::{blocked, late, marks, pages, typed, upload};
use access::gate::{Call, Door, Form, Reply, Visitor};
use axum::body::Body;
use axum::extract::{RawPathParams, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, get};
use http::header;
use http::request::Parts;
use kernel::AppError;
use platform::Cx;
use platform::config::Config;

/// What an awake control asks for.
const JSON: &str = "application/json";

/// The same address shows its page for `GET` and takes the form for `POST`.
pub fn method_router(door: Door) -> MethodRouter<Site> {
    get(pages::any).post(move |site: State<Site>, params: RawPathParams, request: Request| {
        enter(door.clone(), site, params, request)
    })
}

async fn enter(door: Door, State(site): State<Site>, params: RawPathParams, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let (Some(cx), Some(visitor)) =
        (parts.extensions.get::<Cx>().cloned(), parts.extensions.get::<Visitor>().cloned())
    else {
        return plain_error(&AppError::BadRequest);
    };
    let params: Vec<(String, String)> = params.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
    let allowed = visitor.check(&cx, door.allowed());
    if is_awake(&parts) {
        return awake(&door, cx, visitor, &parts, params, body).await;
    }
    if matches!(allowed, Err(AppError::NotSignedIn)) {
        return late::keep(&site, &cx, &parts, body).await;
    }
    let answered = async {
        marks::form(&cx, &visitor, door.allowed(), &parts)?;
        allowed?;
        let form = if UPLOADS.contains(&door.path()) {
            upload::read(&parts, body).await?
        } else {
            read_form(&parts.headers, body).await?
        };
        if blocked::are_blocked(&parts) {
            return Ok(blocked::say_so(&cx, &form));
        }
        let page = late::page_of(&site, &parts, &form).unwrap_or_else(|| "/".to_owned());
        let cx = visitor.acting_at(&cx, door.allowed());
        door.run(Call { cx, visitor, params, page, form, awake: false }).await
    }
    .await;
    respond(&site, &cx, parts, answered).await
}

/// Whether a control of a page that is awake asks, which wants the value and no page.
fn is_awake(parts: &Parts) -> bool {
    text(&parts.headers, &header::ACCEPT).is_some_and(|wanted| wanted.starts_with(JSON))
}

/// The command's value, or its error, in JSON; as server functions are answered.
async fn awake(
    door: &Door,
    cx: Cx,
    visitor: Visitor,
    parts: &Parts,
    params: Vec<(String, String)>,
    body: Body,
) -> Response {
    let answered = async {
        marks::call(&cx, &visitor, &parts.headers)?;
        visitor.check(&cx, door.allowed())?;
        let form = read_form(&parts.headers, body).await?;
        let page = own_path(parts).unwrap_or_else(|| "/".to_owned());
        let cx = visitor.acting_at(&cx, door.allowed());
        door.run(Call { cx, visitor, params, page, form, awake: true }).await
    };
    in_json(&cx.config, answered.await)
}

fn in_json(config: &Config, answered: Result<Reply, AppError>) -> Response {
    match answered {
        Ok(Reply::Value { json, cookies }) => {
            let mut response = ([(header::CONTENT_TYPE, JSON)], json).into_response();
            set_cookies(response.headers_mut(), config, &cookies);
            response
        }
        // Whatever came of the command: the session goes on under another token, and without it they would be signed out.
        Ok(Reply::As { cookies, then, .. }) => {
            let mut response = in_json(config, *then);
            set_cookies(response.headers_mut(), config, &cookies);
            response
        }
        Ok(_) => as_json(&AppError::BadRequest),
        Err(error) => as_json(&error),
    }
}

async fn respond(site: &Site, cx: &Cx, mut parts: Parts, answered: Result<Reply, AppError>) -> Response {
    match answered {
        // Asked for by nobody here.
        Ok(Reply::Value { .. }) => plain_error(&AppError::BadRequest),
        Ok(Reply::To(to)) => Redirect::to(&to).into_response(),
        Ok(Reply::With { to, cookies, notice }) => with_cookies(&cx.config, &to, &cookies, notice),
        Ok(Reply::Again { page, outcome, error }) if is_ours(&error) => {
            typed::shown_again(site, cx, &parts, Some((page, outcome)), &error).await
        }
        Ok(Reply::Again { page, outcome, error }) => {
            let mut response = again(site, &parts, &page, outcome, &error).await;
            if blocked::are_blocked(&parts) {
                blocked::give(&cx.config, &mut response);
            }
            response
        }
        Ok(Reply::Shown { page, outcome }) => match get_of(&parts, &page) {
            Ok(request) => pages::draw(site, request, outcome, None).await,
            Err(_) => plain_error(&AppError::BadRequest),
        },
        Ok(Reply::Confirm { page, outcome, error }) => {
            confirm(site, parts, page, outcome, error.as_ref()).await
        }
        Ok(Reply::As { visitor, cookies, then }) => {
            parts.extensions.insert(visitor);
            let mut response = Box::pin(respond(site, cx, parts, *then)).await;
            set_cookies(response.headers_mut(), &cx.config, &cookies);
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
