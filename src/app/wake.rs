//! Waking up a page in the browser: take the catalog, hydrate, say so.

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(text: &str);
}

/// Hydrates the page with this part of the site and marks it: `<html data-hydrated="true">`, or `failed` when the
/// client gave up, which leaves the forms as plain as they were.
pub fn up<F, V>(lang: &str, catalog: &str, app: F)
where
    F: FnOnce() -> V + 'static,
    V: IntoView,
{
    std::panic::set_hook(Box::new(|info| {
        error(&info.to_string());
        mark("failed");
    }));
    i18n::install(i18n::Locale::from_tag(lang).unwrap_or_default(), catalog);
    leptos::mount::hydrate_body(app);
    mark("true");
}

fn mark(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-hydrated", state);
    }
}
