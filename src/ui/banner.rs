//! A message that stays until its cause is gone.

use leptos::prelude::*;

use crate::{Icon, Tone};

/// A message inside a page, or with `bar` across its whole top (the account banner, the impersonation bar).
#[component]
pub fn Banner(
    #[prop(default = Tone::Info)] tone: Tone,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] title: Option<String>,
    /// Another icon than the tone's own.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// From edge to edge, one line high.
    #[prop(optional)]
    bar: bool,
    /// Makes it a landmark of this name. Give one to every bar: nothing on a page lies outside of landmarks.
    #[prop(optional, into)]
    label: Option<String>,
    #[prop(optional, into)] actions: Option<ViewFnOnce>,
    children: Children,
) -> impl IntoView {
    let shape = if bar { "banner banner-bar" } else { "banner" };
    view! {
        <div class=format!("{shape} {}", tone.class()) id=id role=label.is_some().then_some("region") aria-label=label>
            <Icon name=icon.unwrap_or(tone.icon())/>
            <div class="banner-text">
                {title.map(|title| view! { <strong class="banner-title">{title}</strong> })}
                <div>{children()}</div>
            </div>
            {actions.map(|actions| view! { <div class="banner-actions">{actions.run()}</div> })}
        </div>
    }
    .into_any()
}
