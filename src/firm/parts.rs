//! Pieces that every page of this area has: its tabs, what the last post came to, and who else changed something.

use access::gate::outcome;
use i18n::t;
use kernel::live::Watch;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::live::Live;
use ui::{Banner, ErrorSummary, FieldError, LinkButton, PageHeader, TabItem, Tabs, Title, Tone};

/// Title, tabs and news above a page of the firm's settings.
#[component]
pub(crate) fn Head(#[prop(into)] title: String) -> impl IntoView {
    let path = use_location().pathname;
    let tab = |href: &'static str, label: String| {
        TabItem::new(href, label, Signal::derive(move || path.read().trim_end_matches('/') == href))
    };
    let tabs = vec![
        tab(paths::FIRM, t!("firm.details.title")),
        tab(paths::FIRM_LOOK, t!("firm.look.title")),
        tab(paths::FIRM_HOSTS, t!("firm.hosts.title")),
    ];
    view! {
        <Title text=format!("{title} – {}", t!("firm.title"))/>
        <PageHeader title=t!("firm.title")/>
        <Tabs label=t!("firm.tabs") items=tabs/>
        {outcome().notice.map(|text| view! { <div role="status"><Banner tone=Tone::Success>{text}</Banner></div> })}
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
    if last.is_for(form) {
        errors.extend(last.problem.map(FieldError::whole_form));
        let at = |fault: kernel::FieldError| FieldError::at(format!("{form}-{}", fault.field), fault.text);
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

/// Whether a box of this form was ticked, or is as stored.
pub(crate) fn ticked(form: &str, field: &str, stored: bool) -> bool {
    outcome().value(form, field).map_or(stored, |it| !it.is_empty())
}
