//! One line of text.

use leptos::{ev, prelude::*};

use crate::{FieldFrame, field_frame::described_by};

/// A labelled `<input>`. The value is kept by the browser: it is set once, and typed text survives hydration.
#[component]
pub fn Field(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    /// The id, if none is given.
    #[prop(optional, into)]
    name: Option<String>,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional, into)] value: Option<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] optional: Option<String>,
    #[prop(optional, into)] placeholder: Option<String>,
    #[prop(optional, into)] autocomplete: Option<&'static str>,
    #[prop(optional, into)] inputmode: Option<&'static str>,
    #[prop(optional, into)] pattern: Option<&'static str>,
    #[prop(optional)] minlength: Option<usize>,
    #[prop(optional)] maxlength: Option<usize>,
    #[prop(optional)] required: bool,
    #[prop(optional)] readonly: bool,
    #[prop(optional)] autofocus: bool,
    /// The text has a direction of its own: names, subjects, notes.
    #[prop(optional)]
    user_text: bool,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
) -> impl IntoView {
    let name = name.unwrap_or_else(|| id.clone());
    let has_hint = hint.is_some();
    let described = id.clone();
    let plain = matches!(kind, "email" | "url" | "tel");
    // A browser's own field for addresses refuses "Anna <anna@example.org>" and "büro@…" in its own words, and some put
    // the domain into punycode. The server cleans what was pasted, and says what is wrong in ours.
    let (kind, inputmode) =
        if kind == "email" { ("text", inputmode.or(Some("email"))) } else { (kind, inputmode) };
    view! {
        <FieldFrame id=id.clone() label=label hint=hint optional=optional error=error>
            <input
                class="input"
                type=kind
                id=id
                name=name
                value=value
                placeholder=placeholder
                autocomplete=autocomplete
                inputmode=inputmode
                pattern=pattern
                minlength=minlength.map(|it| it.to_string())
                maxlength=maxlength.map(|it| it.to_string())
                required=required
                readonly=readonly
                autofocus=autofocus
                dir=user_text.then_some("auto")
                autocapitalize=plain.then_some("none")
                spellcheck=plain.then_some("false")
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=move || described_by(&described, has_hint, error.get().is_some())
                on:input=move |event: ev::Event| {
                    if let Some(on_input) = on_input {
                        on_input.run(event_target_value(&event));
                    }
                }
            />
        </FieldFrame>
    }
    .into_any()
}
