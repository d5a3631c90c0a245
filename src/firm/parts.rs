//! Pieces that every page of this area has: its heading, what the last post came to, and who else changed something.

use access::gate::outcome;
use i18n::t;
use kernel::live::Watch;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::live::Live;
use ui::{Banner, ErrorSummary, FieldError, LinkButton, PageHeader, Title, Tone};

/// The field of a form that says from which version it was filled in.
const VERSION: &str = "version";

/// Title and news above a page of the firm's settings.
#[component]
pub(crate) fn Head(#[prop(into)] title: String) -> impl IntoView {
    view! {
        <Title text=title.clone()/>
        <PageHeader title=title/>
        <OthersChanged/>
    }
    .into_any()
}

/// A colleague changed the firm's settings meanwhile. What is typed here stays until the reader wants the news.
#[component]
fn OthersChanged() -> impl IntoView {
    let by = RwSignal::new(None::<String>);
    if let Some(live) = use_context::<Live>() {
        live.on(Watch::Firm, move |news| {
            if !news.by().is_empty() {
                by.set(Some(news.by().to_owned()));
            }
        });
    }
    let here = use_location().pathname;
    move || {
        let by = by.get()?;
        let href = here.get_untracked();
        Some(view! {
            <Banner tone=Tone::Info>
                <span>{t!("firm.changed_by", name = by)}</span>
                " "
                <LinkButton href=href external=true small=true>{t!("common.reload")}</LinkButton>
            </Banner>
        })
    }
}

/// What is wrong with the form of this name, on top of it. Fields have the id `{form}-{field}`.
#[component]
pub(crate) fn FormProblem(form: &'static str) -> impl IntoView {
    let last = outcome();
    let mut errors = Vec::new();
    errors.extend(last.problem_of(form).map(FieldError::whole_form));
    if last.is_for(form) {
        let at = |fault: kernel::Fault| FieldError::at(format!("{form}-{}", fault.field), fault.said.text);
        errors.extend(last.faults.into_iter().map(at));
    }
    view! { <ErrorSummary id=format!("{form}-problems") title=t!("common.problem_title") errors=errors/> }
        .into_any()
}

/// What is said about a field of this form.
pub(crate) fn fault(form: &str, field: &str) -> Option<String> {
    outcome().on(form, field)
}

/// What was typed into a field of this form, or what is stored.
pub(crate) fn typed(form: &str, field: &str, stored: &str) -> String {
    outcome().value(form, field).unwrap_or_else(|| stored.to_owned())
}

/// The version that a form was filled in from. What was typed goes with the version it was typed over: a fresh one beside it would
/// let the form overwrite a colleague's words without a conflict.
#[component]
pub(crate) fn VersionField(form: &'static str, stored: i64) -> impl IntoView {
    view! { <input type="hidden" name=VERSION value=typed(form, VERSION, &stored.to_string())/> }.into_any()
}

/// Whether a box of this form was ticked, or is as stored. A browser does not send one that is not ticked: it was left open where
/// the rest of the form is there, of which the version is never empty.
pub(crate) fn ticked(form: &str, field: &str, stored: bool) -> bool {
    let last = outcome();
    match last.value(form, VERSION) {
        Some(_) => last.value(form, field).is_some_and(|it| !it.is_empty()),
        None => stored,
    }
}
