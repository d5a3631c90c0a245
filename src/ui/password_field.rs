//! A password, to be remembered or to be chosen.

use leptos::{ev, prelude::*};

use crate::{FieldFrame, browser, field_frame::described_by};

/// A password input with a Show button, which appears once the page is alive. Pasting is never blocked.
#[component]
pub fn PasswordField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] show: String,
    #[prop(into)] hide: String,
    #[prop(optional, into)] name: Option<String>,
    /// `current-password` or `new-password`.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
    /// The rule, said before the first attempt.
    #[prop(optional, into)]
    rule: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional)] minlength: Option<usize>,
    #[prop(optional)] autofocus: bool,
    #[prop(default = true)] required: bool,
    /// What the strength meter says, in words; read out politely.
    #[prop(optional, into)]
    meter: Signal<Option<String>>,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
) -> impl IntoView {
    let name = name.unwrap_or_else(|| id.clone());
    let has_rule = rule.is_some();
    let described = id.clone();
    let controls = id.clone();
    let hydrated = browser::hydrated();
    let shown = RwSignal::new(false);
    view! {
        <FieldFrame id=id.clone() label=label hint=rule error=error>
            <div class="input-group">
                <input
                    class="input"
                    type=move || if shown.get() { "text" } else { "password" }
                    id=id
                    name=name
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    minlength=minlength.map(|it| it.to_string())
                    required=required
                    autofocus=autofocus
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby=move || described_by(&described, has_rule, error.get().is_some())
                    on:input=move |event: ev::Event| {
                        if let Some(on_input) = on_input {
                            on_input.run(event_target_value(&event));
                        }
                    }
                />
                <button
                    type="button"
                    class="input-button"
                    hidden=move || !hydrated.get()
                    aria-controls=controls
                    on:click=move |_| shown.update(|it| *it = !*it)
                >
                    {move || if shown.get() { hide.clone() } else { show.clone() }}
                </button>
            </div>
            <div class="field-meter" aria-live="polite">{move || meter.get()}</div>
        </FieldFrame>
    }
    .into_any()
}
