//! One line of the sidebar.

use leptos::prelude::*;

use crate::Icon;

/// Where the sidebar can lead.
#[derive(Clone)]
pub struct NavItem {
    pub icon: &'static str,
    pub label: String,
    pub href: String,
    pub current: Signal<bool>,
    /// What waits there: "3".
    pub count: Option<String>,
}

impl NavItem {
    pub fn new(
        icon: &'static str,
        label: impl Into<String>,
        href: impl Into<String>,
        current: impl Into<Signal<bool>>,
    ) -> Self {
        Self { icon, label: label.into(), href: href.into(), current: current.into(), count: None }
    }

    pub fn with_count(mut self, count: impl Into<String>) -> Self {
        self.count = Some(count.into());
        self
    }

    /// The line itself, for a list.
    pub fn view(self) -> AnyView {
        let current = self.current;
        view! {
            <li>
                <a class="nav-item" href=self.href aria-current=move || current.get().then_some("page")>
                    <Icon name=self.icon/>
                    <span class="nav-label">{self.label}</span>
                    {self.count.map(|count| view! { <span class="nav-count">{count}</span> })}
                </a>
            </li>
        }
        .into_any()
    }
}
