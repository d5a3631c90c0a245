//! Who a page was drawn for: a mark in the address of each of its forms, and a header of what its client asks.
//!
//! Two people may use one browser, and a cookie is the browser's: a form of one who is no longer signed in would be sent as
//! the next one's. The mark tells them apart. It is a person's for good, so that a form outlives a sign-in; it opens nothing,
//! and names nobody without our key. A form without one was not drawn by us for anybody, and is taken as it always was: that
//! it comes from our own page is another check (`gate`).
//!
//! Pages are marked when they are drawn, in one place. In an address, for that is the one part of a form which waking up
//! leaves alone. What the client draws later is marked by the script of `app::session_end`.

use access::gate::{SignedIn, Visitor};
use axum::body::Body;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::request::Parts;
use http::{HeaderMap, header};
use i18n::said;
use kernel::permission::Allowed;
use kernel::{AppError, UserId};
use platform::Cx;
use platform::keys::Purpose;

/// The mark's name in the address of a form.
const IN_ADDRESS: &str = "for";
/// The mark's name among the headers of what a page asks by itself.
const IN_HEADERS: &str = "x-for";
/// Bytes of a mark.
const BYTES: usize = 6;

/// The mark of this person.
pub fn of(cx: &Cx, who: &SignedIn) -> String {
    spelled(&cx.keys.hmac(Purpose::Form, &[cx.firm.id.0.as_bytes(), who.user().0.as_bytes()]))
}

fn spelled(hmac: &[u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(&hmac[..BYTES])
}

/// Whether this mark is another's than this person's; pages that were drawn before the master key was rotated still count.
pub fn is_anothers(cx: &Cx, user: UserId, mark: &str) -> bool {
    let parts: [&[u8]; 2] = [cx.firm.id.0.as_bytes(), user.0.as_bytes()];
    !cx.keys.hmacs(Purpose::Form, &parts).iter().any(|hmac| spelled(hmac) == mark)
}

/// The mark that a form came with.
fn of_form(parts: &Parts) -> Option<String> {
    let query = parts.uri.query().unwrap_or_default();
    form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == IN_ADDRESS)
        .map(|(_, mark)| mark.into_owned())
}

/// Whether this form may be kept for this person, in whose session it came too late.
pub fn may_be_kept_for(cx: &Cx, user: UserId, parts: &Parts) -> bool {
    of_form(parts).is_none_or(|mark| !is_anothers(cx, user, &mark))
}

/// Refuses a form that was drawn for somebody else than whoever sends it. Forms that anybody may send do nothing in the name
/// of whoever is signed in, but for the choice of a language, which everybody sees.
///
/// # Errors
/// `Refused`, saying who is signed in now and nothing of who was.
pub fn form(cx: &Cx, visitor: &Visitor, allowed: Allowed, parts: &Parts) -> Result<(), AppError> {
    let Ok(who) = visitor.signed_in() else { return Ok(()) };
    match of_form(parts) {
        Some(mark) if allowed != Allowed::Public && is_anothers(cx, who.user(), &mark) => {
            tracing::info!("a form was drawn for somebody else than its sender");
            Err(AppError::Refused(said!(cx.locale, "common.error.other_person", email = who.email())))
        }
        _ => Ok(()),
    }
}

/// Refuses what a page asks that was drawn for somebody else: to that page its own person is no longer signed in.
///
/// # Errors
/// `NotSignedIn`.
pub fn call(cx: &Cx, visitor: &Visitor, headers: &HeaderMap) -> Result<(), AppError> {
    let mark = headers.get(IN_HEADERS).map(|mark| mark.to_str().unwrap_or_default());
    match (visitor.signed_in(), mark) {
        (Ok(who), Some(mark)) if is_anothers(cx, who.user(), mark) => Err(AppError::NotSignedIn),
        _ => Ok(()),
    }
}

/// The page with this mark in the address of every form on it.
pub async fn page(drawn: Response, mark: &str) -> Response {
    let is_page = drawn
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return drawn;
    }
    let (head, body) = drawn.into_parts();
    // It is whole; see `renderer`.
    let html = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let marked = match std::str::from_utf8(&html) {
        Ok(html) => Body::from(in_forms(html, mark)),
        Err(_) => Body::from(html),
    };
    Response::from_parts(head, marked)
}

/// Texts and attributes hold no `<`, so that whatever looks like a tag is one.
fn in_forms(html: &str, mark: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 64);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        let attribute = if tag.starts_with("<form ") && tag.contains("method=\"post\"") {
            Some(" action=\"")
        } else if tag.starts_with("<button ") {
            Some(" formaction=\"")
        } else {
            None
        };
        match attribute.and_then(|name| address_in(tag, name)) {
            Some((address, at)) => {
                let joint = if address.contains('?') { "&amp;" } else { "?" };
                out.push_str(&tag[..at]);
                out.push_str(joint);
                out.push_str(IN_ADDRESS);
                out.push('=');
                out.push_str(mark);
                out.push_str(&tag[at..]);
            }
            None => out.push_str(tag),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The value of this attribute, and where it ends.
fn address_in<'a>(tag: &'a str, name: &str) -> Option<(&'a str, usize)> {
    let from = tag.find(name)? + name.len();
    let length = tag[from..].find('"')?;
    Some((&tag[from..from + length], from + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_that_is_posted_is_marked_and_nothing_else_is() {
        let html = "<form method=\"post\" action=\"/a\"><input name=\"action=\"><button formaction=\"/b\">x</button></form>\
                    <form action=\"/c?d=e\" id=\"f\" method=\"post\"></form><form action=\"/search\"></form>\
                    <form method=\"dialog\"></form><a href=\"/a\">&lt;form method=\"post\" action=\"/z\"></a>";
        let wanted = html
            .replace("action=\"/a\"", "action=\"/a?for=M\"")
            .replace("formaction=\"/b\"", "formaction=\"/b?for=M\"")
            .replace("/c?d=e", "/c?d=e&amp;for=M");
        assert_eq!(in_forms(html, "M"), wanted);
        for odd in ["", "<", "<form", "<form method=\"post\"", "<form method=\"post\" action=\"", "a < b ü"]
        {
            assert_eq!(in_forms(odd, "M"), odd);
        }
    }
}
