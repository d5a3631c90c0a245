//! The picture beside the firm's name: its own logo, or our columns.

use leptos::prelude::*;

/// Our columns, for a firm without a logo.
pub const MARK: &str = "/favicon.svg";

/// A firm's logo may be wider than high, and lies on white, for it was made for paper.
pub(crate) fn brand_mark(src: String, size: &'static str) -> AnyView {
    if src == MARK {
        view! { <img class="brand-logo" src=src alt="" width=size height=size/> }.into_any()
    } else {
        view! { <img class="brand-logo brand-own" src=src alt=""/> }.into_any()
    }
}
