//! Pieces that every page of the team has.

use crate::gate::outcome;
use i18n::t;
use kernel::live::{News, Watch};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use ui::live::Live;
use ui::use_feedback;

/// What was typed into a field of this form, or what is there without it.
pub(super) fn typed(form: &str, field: &str, otherwise: &str) -> String {
    outcome().value(form, field).unwrap_or_else(|| otherwise.to_owned())
}

/// What is said about a field of this form.
pub(super) fn fault(form: &str, field: &str) -> Option<String> {
    outcome().on(form, field)
}

/// Looks again whenever a colleague changes the team, or only this member, and says who it was.
pub(super) fn follow(member: Option<Memo<String>>, look_again: impl Fn() + 'static) {
    let feedback = use_feedback();
    let Some(live) = use_context::<Live>() else { return };
    live.on(Watch::Team, move |news| {
        let about = if let News::Team { member, .. } = &news { *member } else { None };
        let about_this = member.is_none_or(|id| about.is_none_or(|it| it.to_string() == id.get_untracked()));
        if !about_this {
            return;
        }
        look_again();
        if !news.by().is_empty() {
            feedback.announce(t!("team.news.changed", name = news.by()));
        }
    });
}

/// Closing a dialog that has an address of its own, by Esc, leads to the page behind it.
pub(super) fn back_to(path: &str) -> Callback<()> {
    let (navigate, path) = (use_navigate(), path.to_owned());
    Callback::new(move |()| {
        navigate(&path, NavigateOptions { scroll: false, ..NavigateOptions::default() });
    })
}
