//! A button that asks before it acts, in its own place.

use leptos::prelude::*;

use crate::Icon;

/// What cannot be taken back and is too small for a dialog: the button opens its question, which holds the one that acts.
/// It is a `<details>`, so it works without JavaScript.
#[component]
pub fn Ask(
    #[prop(into)] text: String,
    #[prop(optional)] icon: Option<&'static str>,
    /// What will be done, and to what.
    #[prop(into)]
    question: String,
    /// The form, or the button of the form around it.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="ask">
            <summary class="btn">
                {icon.map(|name| view! { <Icon name=name/> })}
                <span class="btn-text">{text}</span>
            </summary>
            <div class="ask-body">
                <p>{question}</p>
                {children()}
            </div>
        </details>
    }
    .into_any()
}
