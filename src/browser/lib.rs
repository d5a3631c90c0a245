//! The client's entry: take the catalog, hydrate, say so.

#[cfg(target_arch = "wasm32")]
mod wake {
    use leptos::prelude::*;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = console)]
        fn error(text: &str);
    }

    /// Called by the page's script with the page's language and that language's texts.
    #[wasm_bindgen]
    pub fn hydrate(lang: &str, catalog: &str) {
        std::panic::set_hook(Box::new(|info| {
            error(&info.to_string());
            if let Some(root) = document().document_element() {
                // The forms still work plainly; only the enhancements are gone.
                let _ = root.set_attribute("data-hydrated", "failed");
            }
        }));
        i18n::install(i18n::Locale::from_tag(lang).unwrap_or_default(), catalog);
        leptos::mount::hydrate_body(app::App);
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-hydrated", "true");
        }
    }
}
