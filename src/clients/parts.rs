//! Pieces that every page of this area has: what the last post came to, and what was typed.

use access::gate::outcome;
use i18n::t;
use leptos::prelude::*;
use ui::{Banner, ErrorSummary, FieldError, Tone};

/// Good news after a redirect, once.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    outcome().notice.map(|text| view! { <Banner tone=Tone::Success>{text}</Banner> }).into_any()
}

/// What is wrong with the form of this name, on top of it. Fields have the id `{form}-{field}`.
#[component]
pub(crate) fn FormProblem(#[prop(into)] form: String) -> impl IntoView {
    let last = outcome();
    let mut errors = Vec::new();
    if last.is_for(&form) {
        errors.extend(last.problem.map(FieldError::whole_form));
        errors.extend(last.faults.into_iter().map(|fault| FieldError::at(field_id(&form, &fault.field), fault.text)));
    }
    view! { <ErrorSummary id=format!("{form}-problems") title=t!("common.problem_title") errors=errors/> }.into_any()
}

/// The id of a field of this form.
pub(crate) fn field_id(form: &str, field: &str) -> String {
    format!("{form}-{field}")
}

/// What is said about a field of this form.
pub(crate) fn fault(form: &str, field: &str) -> Option<String> {
    outcome().on(form, field)
}

/// What was typed into a field of this form, or what is stored.
pub(crate) fn typed(form: &str, field: &str, stored: &str) -> String {
    outcome().value(form, field).unwrap_or_else(|| stored.to_owned())
}

/// The tab's name, which goes along with changes so that it is not told of its own.
pub(crate) fn tab_name() -> String {
    use_context::<ui::live::Live>().map(|live| live.tab.get_value()).unwrap_or_default()
}

/// Whether the last post to this form was about an address that is known already; then it may be sent again so.
pub(crate) fn asks_about_known(form: &str) -> bool {
    ["email", "email2", "email3"].iter().any(|field| outcome().on(form, field).is_some())
}
