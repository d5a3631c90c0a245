//! What was typed into a form that we could not carry out. The page shows it again, as far as the page can be drawn; where it
//! cannot, the answer itself keeps it, with a button that sends it once more. Never passwords or codes; and where nothing is
//! kept, nothing says so.

use super::answers::plain_error;
use super::forms::Typed;
use super::site::Site;
use super::{late, pages, redrawn};
use access::gate::{Door, in_words};
use access::unsent::worth_keeping;
use axum::response::Response;
use http::request::Parts;
use i18n::tl;
use kernel::{AppError, Outcome};
use platform::Cx;

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
        None => {
            let name = kept.as_ref().and_then(|_| Door::form_at(cx, parts.uri.path(), &form.0));
            let (Some(page), Some(name)) = (late::page_of(site, parts, &form), name) else {
                return redrawn::problem(site, parts, error).await;
            };
            let said = Outcome::problem(Outcome::ANY, in_words(cx.locale, error));
            (page, said.giving_back(name, Vec::new()))
        }
    };
    if let Some(fields) = kept {
        let said = outcome.problem.unwrap_or_else(|| in_words(cx.locale, error));
        outcome.problem = Some(format!("{said} {}", tl!(cx.locale, "common.error.typed_here")));
        outcome.values.extend(fields);
    }
    let drawn = redrawn::again(site, parts, &page, outcome, error).await;
    // A page that cannot read its own data shows no form.
    if drawn.extensions().get::<pages::Broken>().is_some() { plain_error(error) } else { drawn }
}
