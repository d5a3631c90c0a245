//! An account's short id in its colour: green when somebody can enter or is invited, beige when nobody is (DM-8).

use access::access_state::{AccessState, access_word};
use i18n::t;
use kernel::Piece;
use leptos::prelude::*;
use ui::{Badge, Tone};

/// Colour is not the only carrier: assistive technology hears the word.
#[component]
pub(crate) fn CodeBadge(
    code: String,
    access: AccessState,
    /// What a search found of it.
    #[prop(optional)]
    found: Vec<Piece>,
) -> impl IntoView {
    let (tone, word) = match access {
        AccessState::Active => (Tone::Success, t!("accounts.code_online")),
        AccessState::Invited => (Tone::Success, format!("– {}", access_word(access))),
        AccessState::NotDelivered | AccessState::Expired => {
            (Tone::Sand, format!("– {}", access_word(access)))
        }
        AccessState::NoAccess => (Tone::Sand, t!("accounts.code_offline")),
    };
    let code = ui::found(code, found);
    view! { <Badge tone=tone>{code}<span class="sr-only">{format!(" {word}")}</span></Badge> }.into_any()
}
