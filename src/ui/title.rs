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

/// Whose pages these are: the end of each title. Put into the context by the app.
#[derive(Clone, Debug)]
pub struct SiteName(pub String);

/// The title of this page; the firm's name goes behind it. Whoever comes here without the page being loaded hears it.
#[component]
pub fn Title(#[prop(into)] text: String) -> impl IntoView {
    let feedback = crate::use_feedback();
    let whole = match use_context::<SiteName>() {
        Some(SiteName(name)) => format!("{text} – {name}"),
        None => text.clone(),
    };
    Effect::new(move |_| {
        let text = text.clone();
        crate::browser::when_arrived(move || feedback.announce(text));
    });
    view! { <Written text=between_the_tags(&whole)/> }.into_any()
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
