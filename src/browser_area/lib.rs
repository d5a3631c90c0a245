//! The client of tests: the same waking up, with the pages by which clients are seen to give over to each other.

#[cfg(target_arch = "wasm32")]
mod wake {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Called by the page's script with the page's language and that language's texts.
    #[wasm_bindgen]
    pub fn hydrate(lang: &str, catalog: &str) {
        app::wake::up(lang, catalog, app::AreaApp);
    }
}
