//! Named modules: the scripts of single pages (DECISIONS.md, 130). A module makes pleasanter what its page does anyway.
//!
//! One is a file of `modules/` and a name in `page_assets.rs`; the build checks and compiles it.

use crate::page_assets::PageAssets;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// Asks for the module of this name. It runs when the whole page is there, in the order of the scripts.
///
/// Only the server can draw it, which knows the addresses: pages that nothing wakes up have it beside them in their route,
/// and for those of a client the document asks.
#[component]
pub fn Module(name: &'static str) -> impl IntoView {
    let assets = use_context::<PageAssets>().unwrap_or_default();
    view! { <script type="module" nonce=use_nonce() src=assets.of(&format!("{name}.js"))></script> }
}
