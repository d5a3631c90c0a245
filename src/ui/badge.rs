//! One word about a state.

use leptos::prelude::*;

use crate::{Icon, Tone};

/// A small label with a tone; give it an icon where the tone matters, so that colour is not the only carrier.
#[component]
pub fn Badge(
    #[prop(optional)] tone: Tone,
    #[prop(optional)] icon: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <span class=format!("badge {}", tone.class())>
            {icon.map(|name| view! { <Icon name=name/> })}
            <span>{children()}</span>
        </span>
    }
    .into_any()
}
