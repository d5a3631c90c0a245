//! Markup that nobody wakes up: links, plain forms and what the browser moves by itself. The server draws it, and it is not
//! in the client at all, which takes it as it stands in the page.

use leptos::prelude::*;

/// For `inner_html`. Only where the element comes with a page from the server, such as in its frame: an element that the
/// client draws itself stays empty.
#[cfg(not(target_arch = "wasm32"))]
pub fn still<V: IntoView>(draw: impl FnOnce() -> V) -> String {
    draw().into_view().to_html()
}

#[cfg(target_arch = "wasm32")]
pub fn still<V: IntoView>(_: impl FnOnce() -> V) -> String {
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_does_not_run_on_as_markup() {
        let name = "<b>\"Anna\" & Jo".to_owned();
        let drawn =
            Owner::new().with(|| still(move || view! { <span title=name.clone()>{name.clone()}</span> }));
        assert!(
            !drawn.contains("<b>") && drawn.contains("&lt;b&gt;") && drawn.contains("&quot;Anna"),
            "{drawn}"
        );
    }
}
