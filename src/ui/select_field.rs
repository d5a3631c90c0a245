//! One of a few, in the browser's own list.

use leptos::{ev, prelude::*};

use crate::{FieldFrame, Icon, field_frame::described_by};

/// One choice of a [`SelectField`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    pub value: String,
    pub label: String,
    /// The heading it stands under, with those beside it that have the same; empty for none.
    pub group: String,
}

impl SelectOption {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), group: String::new() }
    }

    /// Time zones by IANA name, under the name of their region.
    #[must_use]
    pub fn of_zones(names: &[String]) -> Vec<Self> {
        let zone = |name: &String| {
            let group = name.split_once('/').map(|(region, _)| region.to_owned()).unwrap_or_default();
            Self { value: name.clone(), label: name.replace('_', " "), group }
        };
        names.iter().map(zone).collect()
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
        .chunk_by(|one, next| one.group == next.group)
        .map(|group| {
            let options: Vec<_> = group
                .iter()
                .map(|it| {
                    let chosen = selected.as_ref() == Some(&it.value);
                    view! { <option value=it.value.clone() selected=chosen>{it.label.clone()}</option> }
                })
                .collect();
            match group.first().filter(|it| !it.group.is_empty()) {
                Some(first) => view! { <optgroup label=first.group.clone()>{options}</optgroup> }.into_any(),
                None => options.into_any(),
            }
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
