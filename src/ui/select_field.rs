//! One of a few, in the browser's own list.

use leptos::{ev, prelude::*};

use crate::{FieldFrame, Icon, field_frame::described_by};

/// One choice of a [`SelectField`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    pub value: String,
    pub label: String,
}

impl SelectOption {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// A labelled native `<select>`.
#[component]
pub fn SelectField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    options: Vec<SelectOption>,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] selected: Option<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] autocomplete: Option<&'static str>,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
) -> impl IntoView {
    let name = name.unwrap_or_else(|| id.clone());
    let has_hint = hint.is_some();
    let described = id.clone();
    let options: Vec<_> = options
        .into_iter()
        .map(|it| {
            let chosen = selected.as_ref() == Some(&it.value);
            view! { <option value=it.value selected=chosen>{it.label}</option> }
        })
        .collect();
    view! {
        <FieldFrame id=id.clone() label=label hint=hint error=error>
            <div class="select">
                <select
                    class="input"
                    id=id
                    name=name
                    required=required
                    autocomplete=autocomplete
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby=move || described_by(&described, has_hint, error.get().is_some())
                    on:change=move |event: ev::Event| {
                        if let Some(on_change) = on_change {
                            on_change.run(event_target_value(&event));
                        }
                    }
                >
                    {options}
                </select>
                <Icon name="chevron-down"/>
            </div>
        </FieldFrame>
    }
    .into_any()
}
