//! Nothing here yet: an icon, one sentence, one action.

use leptos::prelude::*;

use crate::Icon;

/// What a list says instead of rows. The children are the one action.
#[component]
pub fn EmptyState(
    icon: &'static str,
    #[prop(into)] text: String,
    #[prop(optional, into)] title: Option<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty-icon">
                <Icon name=icon/>
            </span>
            {title.map(|title| view! { <div class="empty-title">{title}</div> })}
            <p class="empty-text">{text}</p>
            {children.map(|children| view! { <div class="empty-action">{children()}</div> })}
        </div>
    }
    .into_any()
}
