//! The pages of one section, such as the settings, beside each of them.

use leptos::prelude::*;

/// A list of links beside the page; where there is no room for that, a row above it that scrolls sideways.
#[component]
pub fn SideNav(
    #[prop(into)] label: String,
    /// Whether the page is one of them; elsewhere the list is not there for anybody.
    #[prop(into)]
    shown: Signal<bool>,
    /// Lines: see [`crate::NavItem::view`].
    items: Vec<AnyView>,
) -> impl IntoView {
    view! {
        <nav class="side-nav" aria-label=label hidden=move || !shown.get()>
            <ul>{items}</ul>
        </nav>
    }
    .into_any()
}
