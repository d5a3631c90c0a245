//! What was typed into a form that we could not carry out. The page shows it again, as far as the page can be drawn; where it
//! cannot, the answer itself keeps it, with a button that sends it once more. Never passwords or codes; and where nothing is
//! kept, nothing says so.

use super::{Site, doors, late, pages};
use access::gate::{Form, in_words};
use access::unsent::{has_secrets, worth_keeping};
use axum::body::Bytes;
use axum::response::Response;
use http::Method;
use http::request::Parts;
use i18n::tl;
use kernel::{AppError, Outcome};
use platform::Cx;

/// A plain form as it came.
#[derive(Clone)]
pub struct Typed {
    /// Path and query that it was sent to.
    pub action: String,
    body: Bytes,
}

impl Typed {
    /// The form of this request, if it is a plain one without a file.
    pub fn of(parts: &Parts, body: &Bytes) -> Option<Self> {
        let path = parts.uri.path();
        let is_form = parts.method == Method::POST
            && !path.starts_with("/api/")
            && !doors::UPLOADS.contains(&path)
            && doors::is_url_encoded(&parts.headers);
        let action = parts.uri.path_and_query()?.as_str().to_owned();
        is_form.then(|| Self { action, body: body.clone() })
    }

    fn form(&self) -> Form {
        doors::parse_form(&self.body).unwrap_or_default()
    }

    /// All of it, where that can be sent once more as it is: there is something, and no password in it.
    pub fn to_send_again(&self) -> Option<Vec<(String, String)>> {
        let Form(fields) = self.form();
        worth_keeping(&fields).filter(|_| !has_secrets(&fields))
    }
}

/// The page of a form that ended in an error of ours, with what was typed, or what is known of it. `outcome` is the form's
/// own, where its door knows which of the page's forms it was.
pub async fn shown_again(
    site: &Site,
    cx: &Cx,
    parts: &Parts,
    of_door: Option<(String, Outcome)>,
    error: &AppError,
) -> Response {
    let typed = parts.extensions.get::<Typed>().cloned();
    let form = typed.as_ref().map(Typed::form).unwrap_or_default();
    let kept = worth_keeping(&form.0);
    let (page, mut outcome) = match of_door {
        Some((page, outcome)) => (page, outcome),
        None => match late::page_of(site, parts, &form).filter(|_| kept.is_some()) {
            Some(page) => (page, Outcome::problem(Outcome::ANY, in_words(cx.locale, error))),
            None => return doors::problem(site, parts, error).await,
        },
    };
    if let Some(fields) = kept {
        let said = outcome.problem.unwrap_or_else(|| in_words(cx.locale, error));
        outcome.problem = Some(format!("{said} {}", tl!(cx.locale, "common.error.typed_here")));
        outcome.values.extend(fields);
    }
    let drawn = doors::again(site, parts, &page, outcome, error).await;
    // A page that cannot read its own data shows no form.
    if drawn.extensions().get::<pages::Broken>().is_some() { super::gate::plain_error(error) } else { drawn }
}
