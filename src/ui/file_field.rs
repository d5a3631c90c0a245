//! A file to be sent along.

use leptos::prelude::*;

use crate::{FieldFrame, Icon, field_frame::described_by};

/// A labelled file input in the page's own words: a browser's "No file chosen" is in the browser's language. The input
/// itself cannot be seen, but takes focus and keys; whether a file is chosen shows without JavaScript, and its name with
/// it (`app::document`). Required, for the style sheet tells by that whether there is a file.
#[component]
pub fn FileField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    /// What the button says: "Choose file".
    #[prop(into)]
    choose: String,
    /// "No file chosen".
    #[prop(into)]
    none: String,
    /// "A file is chosen", while its name is not known.
    #[prop(into)]
    chosen: String,
    /// The kinds that are offered, such as `image/png`.
    accept: &'static str,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional_no_strip, into)] error: Option<String>,
) -> impl IntoView {
    let name = name.unwrap_or_else(|| id.clone());
    let described = described_by(&id, hint.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    view! {
        <FieldFrame id=id.clone() label=label hint=hint error=error>
            <div class="file">
                <input
                    class="sr-only file-input"
                    type="file"
                    id=id.clone()
                    name=name
                    accept=accept
                    required=true
                    aria-invalid=invalid
                    aria-describedby=described
                />
                <label class="btn" for=id.clone()>
                    <Icon name="folder-open"/>
                    <span class="btn-text">{choose}</span>
                </label>
                <span class="file-none">{none}</span>
                <output class="file-chosen" for=id dir="auto">{chosen}</output>
            </div>
        </FieldFrame>
    }
    .into_any()
}
