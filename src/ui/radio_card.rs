//! One of a few, with room to tell them apart: the account chooser.

use leptos::{ev, prelude::*};

/// A card that is a radio button. Put several with the same `name` into a
/// `<fieldset class="radio-cards">` with a `<legend>`.
#[component]
pub fn RadioCard(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    #[prop(into)] title: String,
    #[prop(optional, into)] detail: Option<String>,
    #[prop(optional)] checked: bool,
    #[prop(optional)] autofocus: bool,
    /// Before the title, such as an `Avatar`.
    #[prop(optional, into)]
    lead: Option<ViewFnOnce>,
    /// Behind the title (below it on narrow screens), such as a `Badge`.
    #[prop(optional, into)]
    trail: Option<ViewFnOnce>,
    #[prop(optional, into)] on_choose: Option<Callback<String>>,
) -> impl IntoView {
    let chosen = value.clone();
    view! {
        <label class="radio-card" for=id.clone()>
            <input
                type="radio"
                class="radio"
                id=id.clone()
                name=name
                value=value
                checked=checked
                autofocus=autofocus
                on:change=move |_: ev::Event| {
                    if let Some(on_choose) = on_choose {
                        on_choose.run(chosen.clone());
                    }
                }
            />
            {lead.map(|lead| lead.run())}
            <span class="radio-card-text">
                <span class="radio-card-title" dir="auto">{title}</span>
                {detail.map(|detail| view! { <span class="radio-card-detail">{detail}</span> })}
            </span>
            {trail.map(|trail| view! { <span class="radio-card-trail">{trail.run()}</span> })}
        </label>
    }
    .into_any()
}
