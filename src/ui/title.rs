//! The page's name in the browser's tab.
//!
//! leptos_meta 0.8 writes it into the document as it is, so that a person's name with `</title>` in it would end the
//! element and run on as markup. The server therefore gets it encoded (the parser decodes entities there), and the
//! browser, which sets `document.title`, gets it as it is. Nothing else may use leptos_meta's own component.

use leptos::prelude::*;
use leptos_meta::Title as Written;

/// What goes between the tags.
#[cfg(not(target_arch = "wasm32"))]
fn between_the_tags(text: &str) -> String {
    html_escape::encode_text(text).into_owned()
}

#[cfg(target_arch = "wasm32")]
fn between_the_tags(text: &str) -> String {
    text.to_owned()
}

/// The title of this page.
#[component]
pub fn Title(#[prop(into)] text: String) -> impl IntoView {
    view! { <Written text=between_the_tags(&text)/> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::between_the_tags;

    #[test]
    fn a_name_cannot_leave_the_title() {
        assert_eq!(
            between_the_tags("A & B</title><meta http-equiv=refresh>"),
            "A &amp; B&lt;/title&gt;&lt;meta http-equiv=refresh&gt;"
        );
    }
}
