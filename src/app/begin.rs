//! What all parts of the site begin with, and what they show where there is no page.

use access::frame::AuthProblem;
use access::gate::{PROBLEM, Shell, outcome};
use kernel::{AppError, Outcome};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::hooks::use_location;
use ui::live::Live;

/// What all parts begin with. The shell and the outcome of a form come with the page and are the same on both sides.
pub(crate) fn begin() {
    provide_meta_context();
    let shell = SharedValue::new(|| use_context::<Shell>().unwrap_or_default()).into_inner();
    let outcome = SharedValue::new(|| use_context::<Outcome>().unwrap_or_default()).into_inner();
    let live = Live::new();
    live.connect();
    provide_context(ui::SiteName(shell.firm.name.clone()));
    provide_context(shell);
    provide_context(outcome);
    provide_context(live);
    ui::provide_feedback();
}

/// What stands where a part has no page. An awake client was led there by itself, as by a redirect, and knows its own pages
/// only: the server is asked, for it may be another client's.
pub(crate) fn or_elsewhere(nothing: fn() -> AnyView) -> AnyView {
    let at = use_location();
    let (path, search) = (at.pathname.get_untracked(), at.search.get_untracked());
    let to = if search.is_empty() { path } else { format!("{path}?{search}") };
    if ui::browser::hand_over(&to) { ().into_any() } else { nothing() }
}

/// No such page; or, at the address that a door's own errors are drawn at, what went wrong there, or the password that
/// it asks for first.
pub(crate) fn nothing_here() -> AnyView {
    #[cfg(not(target_arch = "wasm32"))]
    if let Some(page) = use_context::<access::gate::Confirm>() {
        return view! { <access::step_up::ConfirmPage page=page/> }.into_any();
    }
    view! { <AuthProblem error=problem().unwrap_or(AppError::NotFound)/> }.into_any()
}

/// What went wrong at a door, where its own page cannot say it.
pub(crate) fn problem() -> Option<AppError> {
    let outcome = outcome();
    outcome.problem.filter(|_| outcome.form == PROBLEM).map(AppError::refused)
}
