//! All that is wrong with a form, on top of it, after the GOV.UK error summary.

use leptos::prelude::*;

use crate::{Icon, browser};

/// One thing that is wrong, and the id of the control that is to be corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the control; `None` for what concerns the whole form.
    pub field: Option<String>,
    /// The same words as below the field.
    pub text: String,
}

impl FieldError {
    pub fn at(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self { field: Some(field.into()), text: text.into() }
    }

    pub fn whole_form(text: impl Into<String>) -> Self {
        Self { field: None, text: text.into() }
    }
}

fn line(error: FieldError) -> AnyView {
    match error.field {
        Some(field) => {
            let target = field.clone();
            view! {
                <li>
                    <a
                        href=format!("#{field}")
                        on:click=move |event| {
                            event.prevent_default();
                            browser::focus(&target);
                        }
                    >
                        {error.text}
                    </a>
                </li>
            }
            .into_any()
        }
        None => view! { <li>{error.text}</li> }.into_any(),
    }
}

/// Nothing while there are no errors; otherwise an alert that takes the focus and links to the fields. On a page that
/// comes with errors the browser has put it there already, and whoever types since is left alone.
#[component]
pub fn ErrorSummary(
    #[prop(into)] id: String,
    #[prop(into)] title: String,
    #[prop(into)] errors: Signal<Vec<FieldError>>,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    let target = id.clone();
    Effect::new(move |before: Option<()>| {
        if errors.get().is_empty() {
            return;
        }
        match before {
            Some(()) => browser::focus(&target),
            None => browser::focus_unless_typing(&target),
        }
    });
    move || {
        let errors = errors.get();
        if errors.is_empty() {
            return ().into_any();
        }
        let lines: Vec<_> = errors.into_iter().map(line).collect();
        view! {
            <div class="error-summary" id=id.clone() role="alert" tabindex="-1" autofocus=true aria-labelledby=title_id.clone()>
                <h2 class="error-summary-title" id=title_id.clone()>
                    <Icon name="circle-alert"/>
                    <span>{title.clone()}</span>
                </h2>
                <ul>{lines}</ul>
            </div>
        }
        .into_any()
    }
}
