//! Search, without a button of its own: Enter sends the form around it.

use leptos::{ev, prelude::*};

use crate::Icon;

/// An `<input type=search>` with a name for assistive technology and a magnifier for the eye.
#[component]
pub fn SearchField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(default = "q".to_owned(), into)] name: String,
    #[prop(optional, into)] value: Option<String>,
    #[prop(optional, into)] placeholder: Option<String>,
    /// The key that jumps here, such as "/".
    #[prop(optional, into)]
    shortcut: Option<String>,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
) -> impl IntoView {
    view! {
        <div class="search">
            <Icon name="search"/>
            <input
                type="search"
                class="input"
                id=id
                name=name
                value=value
                placeholder=placeholder
                autocomplete="off"
                maxlength="200"
                dir="auto"
                aria-label=label
                on:input=move |event: ev::Event| {
                    if let Some(on_input) = on_input {
                        on_input.run(event_target_value(&event));
                    }
                }
            />
            {shortcut.map(|key| view! { <kbd aria-hidden="true">{key}</kbd> })}
        </div>
    }
    .into_any()
}
