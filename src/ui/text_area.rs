//! Several lines of text. The only file that may write a `<textarea>`.
//!
//! Leptos 0.8 writes the children of this element unescaped on the server, so that a value with `</textarea>`
//! in it would end the element and run as markup. The server therefore gets the value already encoded (the
//! parser decodes entities there), and the browser, which builds a text node, gets it as it is. Children of
//! this element are not hydrated, so the two may differ, and typed text survives hydration.

use leptos::{ev, prelude::*};

use crate::{FieldFrame, field_frame::described_by};

/// The text to put between the tags.
#[cfg(not(target_arch = "wasm32"))]
fn between_the_tags(value: &str) -> String {
    let encoded = html_escape::encode_text(value);
    // The parser drops one line break that follows the opening tag.
    if encoded.starts_with('\n') { format!("\n{encoded}") } else { encoded.into_owned() }
}

#[cfg(target_arch = "wasm32")]
fn between_the_tags(value: &str) -> String {
    value.to_owned()
}

/// A labelled field of several lines.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] optional: Option<String>,
    #[prop(optional, into)] placeholder: Option<String>,
    #[prop(default = 4)] rows: u32,
    #[prop(optional)] maxlength: Option<usize>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
) -> impl IntoView {
    let name = name.unwrap_or_else(|| id.clone());
    let has_hint = hint.is_some();
    let described = id.clone();
    let text = between_the_tags(&value.unwrap_or_default());
    view! {
        <FieldFrame id=id.clone() label=label hint=hint optional=optional error=error>
            <textarea
                class="input textarea"
                id=id
                name=name
                rows=rows.to_string()
                maxlength=maxlength.map(|it| it.to_string())
                placeholder=placeholder
                required=required
                dir="auto"
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=move || described_by(&described, has_hint, error.get().is_some())
                on:input=move |event: ev::Event| {
                    if let Some(on_input) = on_input {
                        on_input.run(event_target_value(&event));
                    }
                }
            >
                {text}
            </textarea>
        </FieldFrame>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::TextArea;

    fn rendered(value: &'static str) -> String {
        Owner::new().with(|| view! { <TextArea id="note" label="Note" value=value/> }.to_html())
    }

    #[test]
    fn a_value_cannot_leave_its_textarea() {
        let html = rendered("</textarea><script>alert(1)</script> & more");
        assert!(!html.contains("<script>"), "{html}");
        assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"), "{html}");
    }

    #[test]
    fn a_first_line_break_is_kept() {
        assert!(rendered("\nDear Anna").contains(">\n\nDear Anna</textarea>"));
    }

    #[test]
    fn no_white_space_is_added_around_the_value() {
        assert!(rendered("Dear Anna").contains(">Dear Anna</textarea>"));
    }
}
