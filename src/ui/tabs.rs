//! The faces of one record.

use leptos::prelude::*;

/// One face: a link, so that it has an address, a history and works without JavaScript.
#[derive(Clone)]
pub struct TabItem {
    pub href: String,
    pub label: String,
    pub current: Signal<bool>,
    pub count: Option<String>,
}

impl TabItem {
    pub fn new(href: impl Into<String>, label: impl Into<String>, current: impl Into<Signal<bool>>) -> Self {
        Self { href: href.into(), label: label.into(), current: current.into(), count: None }
    }

    pub fn with_count(mut self, count: impl Into<String>) -> Self {
        self.count = Some(count.into());
        self
    }
}

/// A row of links that scrolls sideways where there is no room.
#[component]
pub fn Tabs(#[prop(into)] label: String, items: Vec<TabItem>) -> impl IntoView {
    let items: Vec<_> = items
        .into_iter()
        .map(|it| {
            view! {
                <li>
                    <a class="tab" href=it.href aria-current=move || it.current.get().then_some("page")>
                        {it.label}
                        {it.count.map(|count| view! { <span class="tab-count">{count}</span> })}
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <nav class="tabs" aria-label=label>
            <ul>{items}</ul>
        </nav>
    }
    .into_any()
}
