//! What every field has in common: label above, hint and error around the control.

use leptos::prelude::*;

use crate::Icon;

/// The value of `aria-describedby` for the control `id`.
pub(crate) fn described_by(id: &str, has_hint: bool, has_error: bool) -> Option<String> {
    match (has_hint, has_error) {
        (true, true) => Some(format!("{id}-error {id}-hint")),
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (false, false) => None,
    }
}

/// Label, hint and error around a control whose id is `id`. The control itself sets `aria-describedby`.
#[component]
pub fn FieldFrame(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    /// "optional", in the reader's language, beside the label.
    #[prop(optional_no_strip, into)]
    optional: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    view! {
        <div class="field" class:field-wrong=move || error.get().is_some()>
            <label class="field-label" for=id>
                {label}
                {optional.map(|text| view! { <span class="field-optional">{text}</span> })}
            </label>
            {hint.map(|text| view! { <div class="field-hint" id=hint_id>{text}</div> })}
            {children()}
            {move || {
                let id = error_id.clone();
                error.get().map(|text| {
                    view! {
                        <div class="field-error" id=id>
                            <Icon name="circle-alert"/>
                            <span>{text}</span>
                        </div>
                    }
                })
            }}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::described_by;

    #[test]
    fn a_wrong_field_reads_its_error_before_its_hint() {
        assert_eq!(described_by("email", true, true).as_deref(), Some("email-error email-hint"));
        assert_eq!(described_by("email", false, false), None);
    }
}
