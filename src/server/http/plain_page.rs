//! Errors that come before a page can be drawn, or instead of one: plain words in the reader's language, the firm's
//! phone and mail as far as it is known, a link to the help, and an incident's number (HELP-4).
//!
//! Made without the app, so that it holds when the database or the app does not. Programs get a line of text instead.

use super::answers::Said;
use super::asked::{self, text};
use super::forms::Typed;
use access::gate::in_words;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, header};
use i18n::{text_in, tl};
use kernel::{AppError, Locale, paths};
use platform::config::Config;
use platform::firm_profile::FirmProfile;
use platform::{Cx, incident};
use std::fmt::Write as _;
use std::sync::Arc;

/// What such a page may load, and nothing else; a form on it goes to us.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Whoever asked, as far as it was known when things went wrong.
pub struct Asker {
    wants_page: bool,
    locale: Locale,
    firm: Option<Arc<FirmProfile>>,
    /// The form that came, which an error of ours gives back.
    pub typed: Option<Typed>,
}

impl Asker {
    /// Before the firm is known: the language that the browser asks for.
    pub fn of(parts: &Parts, config: &Config) -> Self {
        let accept = text(&parts.headers, &header::ACCEPT).unwrap_or_default();
        let path = parts.uri.path();
        let for_programs = path.starts_with("/api/") || path == "/livez" || path == "/readyz";
        let wants_page = accept.contains("text/html") && !for_programs;
        let locale = asked::locale(&parts.headers, config, (Locale::En, &Locale::ALL));
        Self { wants_page, locale, firm: None, typed: None }
    }

    /// From here on the firm is known, and what language this person reads.
    pub fn know(&mut self, cx: &Cx) {
        self.locale = cx.locale;
        self.firm = Some(cx.firm.clone());
    }
}

/// Puts a page in the place of an error that has none.
pub fn dress(response: Response, asker: &Asker, style: &str) -> Response {
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || !asker.wants_page || is_page(response.headers()) {
        return response;
    }
    let (text, number) = words(&response, asker.locale);
    let kept =
        asker.typed.as_ref().filter(|_| status.is_server_error()).and_then(|it| send_again(it, asker.locale));
    let body = page(asker, style, (&text, number.as_deref()), kept.as_deref());
    let mut dressed =
        (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], Body::from(body)).into_response();
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            dressed.headers_mut().append(name, value.clone());
        }
    }
    dressed.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    dressed
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// What happened, and the number it can be found by when it is ours to mend.
fn words(response: &Response, locale: Locale) -> (String, Option<String>) {
    match response.extensions().get::<Said>() {
        Some(Said::Words(key)) => (text_in(locale, *key).to_owned(), None),
        Some(Said::Error(error)) => {
            let number = if let AppError::Internal(id) = error { Some(id.clone()) } else { None };
            (in_words(locale, error), number)
        }
        // Nobody of ours made this answer.
        None if response.status().is_server_error() => {
            let id = incident::log_text("http", "an answer without a page");
            (tl!(locale, "common.error.internal", id = id), Some(id))
        }
        None => (tl!(locale, "common.error.bad_request"), None),
    }
}

/// What was typed, and the button that sends it once more; nothing where that cannot be kept.
fn send_again(typed: &Typed, l: Locale) -> Option<String> {
    let mut form = format!("<p>{}</p>", escaped(&tl!(l, "common.error.typed_kept")));
    let _ = write!(form, "<form method=\"post\" action=\"{}\">", escaped(&typed.action));
    for (name, value) in typed.to_send_again()? {
        let _ =
            write!(form, "<input type=\"hidden\" name=\"{}\" value=\"{}\">", escaped(&name), escaped(&value));
    }
    let button = escaped(&tl!(l, "common.retry"));
    let _ = write!(
        form,
        "<button class=\"btn btn-primary btn-wide\"><span class=\"btn-text\">{button}</span></button></form>"
    );
    Some(form)
}

fn page(asker: &Asker, style: &str, (text, number): (&str, Option<&str>), kept: Option<&str>) -> String {
    let l = asker.locale;
    let title = tl!(l, "common.error.title");
    let firm = asker.firm.as_deref();
    let name = firm.map_or("Portico", |firm| firm.name.as_str());
    let mut foot = String::new();
    if let Some(firm) = firm {
        if let Some(phone) = &firm.phone {
            let _ = write!(foot, "<a href=\"{}\">{}</a>", kernel::phone::link(phone), escaped(phone));
        }
        if let Some(email) = &firm.email {
            let _ = write!(foot, "<a href=\"mailto:{0}\">{0}</a>", escaped(email));
        }
        let _ = write!(foot, "<a href=\"{}\">{}</a>", paths::HELP, escaped(&tl!(l, "common.help")));
    }
    let number = number.map(|id| {
        let label = tl!(l, "common.error.incident");
        format!("<div class=\"empty-incident\">{} {}</div>", escaped(&label), escaped(id))
    });
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\" data-theme=\"system\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title} – {name}</title>\
         <link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\
         <link rel=\"stylesheet\" href=\"{style}\"></head><body><div class=\"auth\">\
         <main class=\"auth-main\" id=\"main\"><div class=\"auth-brand\">\
         <img class=\"brand-logo\" src=\"/favicon.svg\" alt=\"\" width=\"36\" height=\"36\">\
         <span class=\"brand-name\" dir=\"auto\">{name}</span></div><div class=\"auth-card\">\
         <h1 class=\"auth-title\">{title}</h1><p>{text}</p>{kept}\
         <a class=\"btn\" href=\"/\"><span class=\"btn-text\">{back}</span></a>{number}</div></main>\
         <footer class=\"auth-footer\">{foot}</footer></div></body></html>",
        lang = l.tag(),
        title = escaped(&title),
        name = escaped(name),
        text = escaped(text),
        back = escaped(&tl!(l, "common.back")),
        number = number.unwrap_or_default(),
        kept = kept.unwrap_or_default(),
    )
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::StatusCode;

    #[test]
    fn nothing_runs_on_as_markup() {
        assert_eq!(escaped("<b a='\"'>&"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;");
        let asker = Asker { wants_page: true, locale: Locale::De, firm: None, typed: None };
        let page = page(&asker, "/pkg/1/portico.css", ("</p><script>", Some("<x>")), None);
        assert!(!page.contains("<script>") && !page.contains("<x>"), "{page}");
    }

    #[test]
    fn programs_keep_their_line_of_text() {
        let asker = Asker { wants_page: false, locale: Locale::De, firm: None, typed: None };
        let kept = dress(StatusCode::BAD_REQUEST.into_response(), &asker, "");
        assert!(!is_page(kept.headers()));
    }
}
