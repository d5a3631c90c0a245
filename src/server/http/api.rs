//! Server functions over HTTP. The declaration is asked here as well as in the function (T-1, T-2), errors get
//! their true status, and nobody is ever sent to the `Referer` (T-4).

use access::gate::{Rule, Visitor};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kernel::AppError;
use leptos::prelude::provide_context;
use platform::Cx;

use super::answers::{as_json, retry_after};
use super::limits::BODY_LIMIT;
use super::site::Site;
use super::{marks, renderer};

/// Largest answer whose status we mend, in bytes; errors are small.
const ERROR_LIMIT: usize = 64 * 1024;

/// Any server function.
pub async fn call(State(site): State<Site>, mut request: Request) -> Response {
    let (Some(cx), Some(visitor)) =
        (request.extensions().get::<Cx>().cloned(), request.extensions().get::<Visitor>().cloned())
    else {
        return as_json(&AppError::BadRequest);
    };
    let path = request.uri().path();
    let Some(rule) = Rule::all().find(|rule| rule.path == path) else { return as_json(&AppError::NotFound) };
    let let_in =
        marks::call(&cx, &visitor, request.headers()).and_then(|()| visitor.check(&cx, rule.allowed));
    if let Err(error) = let_in {
        return as_json(&error);
    }
    // Without this a form post would be answered by a redirect to wherever it came from.
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let context = move || {
        renderer::keep_owner();
        provide_context(cx.locale);
        provide_context(cx.clone());
        provide_context(visitor.clone());
    };
    // Read first: whoever holds a body back takes no place away from others.
    let (head, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, BODY_LIMIT).await else {
        return as_json(&AppError::BadRequest);
    };
    let request = Request::from_parts(head, Body::from(body));
    let work =
        async move { leptos_axum::handle_server_fns_with_context(context, request).await.into_response() };
    let response = match site.renderer.run("api", work).await {
        Ok(response) => response,
        Err(error) => return as_json(&error),
    };
    if response.status().is_success() {
        return response;
    }
    with_true_status(response).await
}

async fn with_true_status(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, ERROR_LIMIT).await else {
        return as_json(&AppError::BadRequest);
    };
    let Ok(error) = serde_json::from_slice::<AppError>(&bytes) else {
        // Not one of our errors: the framework's own words stay here (SEC-67).
        tracing::warn!(status = parts.status.as_u16(), "a server function was called wrongly");
        return as_json(&AppError::BadRequest);
    };
    parts.status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    parts.headers.remove(header::LOCATION);
    retry_after(&error, &mut parts.headers);
    Response::from_parts(parts, Body::from(bytes))
}
