//! A state as a badge.

use crate::access_state::{AccessCounts, AccessState};
use i18n::t;
use leptos::prelude::*;
use ui::{Badge, Tone};

/// The state in a word or two.
#[must_use]
pub fn access_word(state: AccessState) -> String {
    match state {
        AccessState::Active => t!("access_state.active"),
        AccessState::Invited => t!("access_state.invited"),
        AccessState::NotDelivered => t!("access_state.not_delivered"),
        AccessState::Expired => t!("access_state.expired"),
        AccessState::NoAccess => t!("access_state.no_access"),
    }
}

/// How much a state wants to be looked at.
#[must_use]
pub const fn access_tone(state: AccessState) -> Tone {
    match state {
        AccessState::Active => Tone::Success,
        AccessState::Invited => Tone::Info,
        AccessState::NotDelivered => Tone::Danger,
        AccessState::Expired => Tone::Warning,
        AccessState::NoAccess => Tone::Neutral,
    }
}

/// The drawing that says the same without colour.
#[must_use]
pub const fn access_icon(state: AccessState) -> &'static str {
    match state {
        AccessState::Active => "circle-check",
        AccessState::Invited => "mail",
        AccessState::NotDelivered => "mail-warning",
        AccessState::Expired => "clock",
        AccessState::NoAccess => "lock",
    }
}

/// One state, with what is to be said beside the word.
#[component]
pub fn AccessBadge(
    state: AccessState,
    /// Said instead of the word alone: "Invited 3 Mar 2026".
    #[prop(optional, into)]
    text: Option<String>,
) -> impl IntoView {
    let text = text.unwrap_or_else(|| access_word(state));
    view! { <Badge tone=access_tone(state) icon=access_icon(state)>{text}</Badge> }.into_any()
}

/// All states of an account's people, with how many there are of each.
#[component]
pub fn AccessBadges(counts: AccessCounts) -> impl IntoView {
    let badges: Vec<_> = counts
        .shown()
        .map(|(state, n)| {
            let word = access_word(state);
            let text = if n > 1 { t!("access_state.several", state = word, n = n) } else { word };
            view! { <AccessBadge state=state text=text/> }
        })
        .collect();
    view! { <div class="badges">{badges}</div> }.into_any()
}
