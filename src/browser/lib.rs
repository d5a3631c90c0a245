//! The client of everybody else: sign-in, invitations, resets, and the portal.

#[cfg(target_arch = "wasm32")]
mod wake {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Called by the page's script with the page's language and that language's texts.
    #[wasm_bindgen]
    pub fn hydrate(lang: &str, catalog: &str) {
        app::wake::up(lang, catalog, app::PortalApp);
    }
}
