//! Pieces that every page of this area has: what the last post came to, and what was typed.

use access::gate::{outcome, shell};
use i18n::t;
use kernel::Outcome;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use ui::{ErrorSummary, FieldError};

/// Said below the last hits of a search that may have found more than it shows.
pub(crate) fn best_only() -> AnyView {
    view! { <p class="lede list-end">{t!("accounts.list.capped")}</p> }.into_any()
}

/// What the last post came to, on the page that it came to; nothing after the router went elsewhere.
fn last() -> Outcome {
    let came_to = shell().here;
    let came_to = came_to.split('?').next().unwrap_or_default();
    if use_location().pathname.with_untracked(|path| path == came_to) { outcome() } else { Outcome::none() }
}

/// What is wrong with the form of this name, on top of it. Fields have the id `{form}-{field}`.
#[component]
pub(crate) fn FormProblem(#[prop(into)] form: String) -> impl IntoView {
    let last = last();
    let mut errors = Vec::new();
    errors.extend(last.problem_of(&form).map(FieldError::whole_form));
    if last.is_for(&form) {
        errors.extend(
            last.faults
                .into_iter()
                .map(|fault| FieldError::at(field_id(&form, &fault.field), fault.said.text)),
        );
    }
    view! { <ErrorSummary id=format!("{form}-problems") title=t!("common.problem_title") errors=errors/> }
        .into_any()
}

/// The id of a field of this form.
pub(crate) fn field_id(form: &str, field: &str) -> String {
    format!("{form}-{field}")
}

/// Whether a box of this form was ticked.
pub(crate) fn ticked(form: &str, field: &str) -> bool {
    last().value(form, field).is_some_and(|it| !it.is_empty())
}

/// Whether the last post to this form was refused as a whole.
pub(crate) fn refused(form: &str) -> bool {
    last().problem_of(form).is_some()
}

/// What is said about a field of this form.
pub(crate) fn fault(form: &str, field: &str) -> Option<String> {
    last().on(form, field)
}

/// What was typed into a field of this form, or what is stored.
pub(crate) fn typed(form: &str, field: &str, stored: &str) -> String {
    last().value(form, field).unwrap_or_else(|| stored.to_owned())
}

/// The version that a form of texts was filled in from. What was typed goes with the version it was typed over: a fresh one beside
/// it would let the form overwrite a colleague's words without a conflict.
#[component]
pub(crate) fn VersionField(form: &'static str, stored: i64) -> impl IntoView {
    view! { <input type="hidden" name="version" value=typed(form, "version", &stored.to_string())/> }
        .into_any()
}

/// The tab's name, which goes along with changes so that it is not told of its own.
pub(crate) fn tab_name() -> String {
    use_context::<ui::live::Live>().map(|live| live.tab.get_value()).unwrap_or_default()
}

/// Whether the last post to this form was about an address that is known already; then it may be sent again so.
/// An address that is none, or that the contact has twice, cannot.
pub(crate) fn asks_about_known(form: &str) -> bool {
    let last = last();
    let is_known = |fault: &kernel::Fault| fault.said.code == "contacts.fault.known";
    last.is_for(form) && last.faults.iter().any(is_known)
}

/// Closing a dialog that has an address of its own, by Esc, leads to the page behind it, as its X does; else the same
/// link could not open it again.
pub(crate) fn back_to(path: &str) -> Callback<()> {
    let (navigate, path) = (use_navigate(), path.to_owned());
    Callback::new(move |()| {
        navigate(&path, NavigateOptions { scroll: false, ..NavigateOptions::default() });
    })
}
