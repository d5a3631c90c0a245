//! An account's short id in its colour: green when somebody may log in, beige when nobody may (DM-8).

use i18n::t;
use leptos::prelude::*;
use ui::{Badge, Tone};

/// Colour is not the only carrier: assistive technology hears the word.
#[component]
pub(crate) fn CodeBadge(code: String, online: bool) -> impl IntoView {
    let (tone, word) = if online {
        (Tone::Success, t!("accounts.code_online"))
    } else {
        (Tone::Sand, t!("accounts.code_offline"))
    };
    view! { <Badge tone=tone>{code}<span class="sr-only">{format!(" {word}")}</span></Badge> }.into_any()
}
