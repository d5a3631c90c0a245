//! A one-time code.

use leptos::prelude::*;

use crate::{FieldFrame, field_frame::described_by};

/// One input for the whole code: boxes for single digits break autofill, paste and screen readers. Spaces, dashes
/// and full-width digits are welcome, so the browser judges nothing; the server reads them (AUTH-9).
#[component]
pub fn CodeField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let name = name.unwrap_or_else(|| id.clone());
    let has_hint = hint.is_some();
    let described = id.clone();
    view! {
        <FieldFrame id=id.clone() label=label hint=hint error=error>
            <input
                class="input input-code"
                type="text"
                id=id
                name=name
                inputmode="numeric"
                autocomplete="one-time-code"
                maxlength="20"
                required=true
                autofocus=autofocus
                dir="ltr"
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=move || described_by(&described, has_hint, error.get().is_some())
            />
        </FieldFrame>
    }
    .into_any()
}
