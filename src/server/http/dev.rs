//! Demo only: the mail that would have been sent, as a page and as JSON.

use super::Site;
use super::gate::plain_error;
use access::gate::Visitor;
use axum::extract::{Extension, Query, State};
use axum::response::{Html, IntoResponse, Json, Response};
use kernel::AppError;
use kernel::permission::Allowed;
use platform::Cx;
use platform::outbox::{self, Kept};
use std::collections::HashMap;
use std::fmt::Write as _;

async fn kept(cx: Cx, visitor: Visitor, query: &HashMap<String, String>) -> Result<Vec<Kept>, AppError> {
    visitor.check(&cx, Allowed::Demo)?;
    let mut conn = cx.db.read().await?;
    let to = query.get("to").map(String::as_str).filter(|to| !to.is_empty());
    Ok(outbox::kept(&cx.platform, &mut conn, &cx.firm, to).await?)
}

/// `GET /dev/mail.json?to=`: newest first.
pub async fn mail_json(
    Extension(cx): Extension<Cx>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    match kept(cx, visitor, &query).await {
        Ok(mails) => Json(mails).into_response(),
        Err(error) => plain_error(&error),
    }
}

/// `GET /dev/mail?to=`: the same to read and to click.
pub async fn mail_page(
    State(site): State<Site>,
    Extension(cx): Extension<Cx>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let mails = match kept(cx, visitor, &query).await {
        Ok(mails) => mails,
        Err(error) => return plain_error(&error),
    };
    let css = site.assets.base();
    let mut html = format!(
        "<!DOCTYPE html><html lang=en data-theme=system><head><meta charset=utf-8><title>Outgoing mail</title>\
         <meta name=viewport content=\"width=device-width, initial-scale=1\">\
         <link rel=stylesheet href=\"{css}/portico.css\"></head><body><main class=\"dev-mail\"><h1>Outgoing mail</h1>\
         <p>Demo mode: what Portico sends, newest first. Reload to see new mail.</p>"
    );
    if mails.is_empty() {
        html.push_str("<p>No mail yet.</p>");
    }
    for mail in &mails {
        let _ = write!(
            html,
            "<article class=\"card\"><h2>{}</h2><p>To {} · {} · {}</p><pre>{}</pre></article>",
            escape(&mail.subject),
            escape(&mail.to),
            escape(&mail.at),
            escape(&mail.state),
            linked(&mail.text)
        );
    }
    html.push_str("</main></body></html>");
    ([(http::header::CONTENT_SECURITY_POLICY, POLICY)], Html(html)).into_response()
}

/// `GET /dev/kit?theme=light|dark`: every part of the kit in every state.
pub async fn kit(
    State(site): State<Site>,
    Extension(cx): Extension<Cx>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    if let Err(error) = visitor.check(&cx, Allowed::Demo) {
        return plain_error(&error);
    }
    let theme = match query.get("theme").map(String::as_str) {
        Some("dark") => "dark",
        Some("light") => "light",
        _ => "system",
    };
    let base = site.assets.base().to_owned();
    let work = async move { Html(app::kit(&base, theme)).into_response() };
    match site.renderer.run("kit", work).await {
        Ok(page) => ([(http::header::CONTENT_SECURITY_POLICY, POLICY)], page).into_response(),
        Err(error) => plain_error(&error),
    }
}

/// For pages of the demo that run nothing.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Lines that are links can be clicked.
fn linked(text: &str) -> String {
    let line = |line: &str| {
        let bare = line.trim();
        if bare.starts_with("http") && !bare.contains(' ') {
            format!("<a href=\"{0}\">{0}</a>", escape(bare))
        } else {
            escape(line)
        }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
