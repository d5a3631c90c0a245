//! Yes or no, saved together with the form around it. For a choice that takes effect at once there is `Switch`.

use leptos::{ev, prelude::*};

/// A labelled checkbox.
#[component]
pub fn Checkbox(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] name: Option<String>,
    #[prop(default = "true".to_owned(), into)] value: String,
    #[prop(optional)] checked: bool,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] on_change: Option<Callback<bool>>,
) -> impl IntoView {
    let name = name.unwrap_or_else(|| id.clone());
    let hint_id = format!("{id}-hint");
    let described = hint.is_some().then(|| hint_id.clone());
    view! {
        <div class="check">
            <input
                type="checkbox"
                class="check-box"
                id=id.clone()
                name=name
                value=value
                checked=checked
                required=required
                aria-describedby=described
                on:change=move |event: ev::Event| {
                    if let Some(on_change) = on_change {
                        on_change.run(event_target_checked(&event));
                    }
                }
            />
            <label for=id>{label}</label>
            {hint.map(|text| view! { <div class="field-hint" id=hint_id>{text}</div> })}
        </div>
    }
    .into_any()
}
