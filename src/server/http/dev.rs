//! Demo only: the mail that would have been sent, as a page and as JSON.

use super::answers::plain_error;
use super::site::Site;
use access::gate::Visitor;
use axum::extract::{Extension, Path, Query, State};
use axum::response::{Html, IntoResponse, Json, Response};
use http::header;
use kernel::permission::Allowed;
use kernel::{AppError, paths};
use platform::Cx;
use platform::outbox::{self, Kept};
use std::collections::HashMap;

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
    let css = site.assets.style();
    let mut html = format!(
        "<!DOCTYPE html><html lang=en data-theme=system><head><meta charset=utf-8><title>Outgoing mail</title>\
         <meta name=viewport content=\"width=device-width, initial-scale=1\">\
         <link rel=stylesheet href=\"{css}\"></head><body><main class=\"p-6\"><h1>Outgoing mail</h1>\
         <p class=\"mb-4\">Demo mode: what Portico sends, newest first. Reload to see new mail.</p>"
    );
    if mails.is_empty() {
        html.push_str("<p>No mail yet.</p>");
    }
    for mail in &mails {
        html.push_str(&article(mail));
    }
    html.push_str("</main></body></html>");
    ([(header::CONTENT_SECURITY_POLICY, FRAMING)], Html(html)).into_response()
}

/// A mail as it looks in a wide and in a narrow window, and its text part.
fn article(mail: &Kept) -> String {
    let (subject, href) = (escape(&mail.subject), paths::dev_mail(&mail.id));
    let frame = |title: &str, figure: &str, frame: &str| {
        format!(
            "<figure class=\"{figure}\"><figcaption class=\"caption\">{title}</figcaption>\
             <iframe class=\"{frame} max-w-full h-[36rem] border border-[var(--border)]\" loading=\"lazy\" \
             title=\"{subject}: {title}\" src=\"{href}\" sandbox=\"{SANDBOX}\"></iframe></figure>"
        )
    };
    format!(
        "<article class=\"card mb-6\"><div class=\"card-body stack\"><h2>{subject}</h2>\
         <p class=\"caption\">To {} · {} · {}</p><div class=\"row items-start\">{}{}</div>\
         <details><summary>Text part</summary><pre class=\"whitespace-pre-wrap\">{}</pre></details></div></article>",
        escape(&mail.to),
        escape(&mail.at),
        escape(&mail.state),
        frame("desktop", "grow basis-[40rem] min-w-0", "w-full"),
        frame("phone", "min-w-0", "w-[375px]"),
        linked(&mail.text)
    )
}

/// `GET /dev/mail/{id}`: the HTML part alone, for the frames of the list. Nothing in it runs, and its links open windows of
/// their own, as in a mail program.
pub async fn mail_preview(
    Extension(cx): Extension<Cx>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Response {
    let read = async {
        visitor.check(&cx, Allowed::Demo)?;
        let id = id.parse().map_err(|()| AppError::NotFound)?;
        outbox::preview(&cx.platform, &cx.firm, id).await?.ok_or(AppError::NotFound)
    };
    match read.await {
        Ok(html) => {
            let html = html.replacen("<head>", "<head><base target=\"_blank\">", 1);
            let headers =
                [(header::CONTENT_SECURITY_POLICY, FRAMED), (header::X_FRAME_OPTIONS, "SAMEORIGIN")];
            (headers, Html(html)).into_response()
        }
        Err(error) => plain_error(&error),
    }
}

/// What a mail in a frame may do: open a link elsewhere.
const SANDBOX: &str = "allow-popups allow-popups-to-escape-sandbox";

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
    let style = site.assets.style().to_owned();
    let work = async move { Html(app::kit(&style, theme)).into_response() };
    match site.renderer.run("kit", work).await {
        Ok(page) => ([(header::CONTENT_SECURITY_POLICY, POLICY)], page).into_response(),
        Err(error) => plain_error(&error),
    }
}

/// For pages of the demo that run nothing.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// For the list of mails, which frames them.
const FRAMING: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// For a mail itself: mails bring their own styles and pictures, and nothing else.
const FRAMED: &str = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

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
