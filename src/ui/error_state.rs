//! Something did not work: what, what now, and a number to quote.

use leptos::prelude::*;

use crate::Icon;

/// A page or a panel that could not be shown. The children are the way on.
#[component]
pub fn ErrorState(
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    #[prop(default = "circle-alert")] icon: &'static str,
    /// "Incident 7F3A-11", to quote to the firm.
    #[prop(optional, into)]
    incident: Option<String>,
    /// The title is the page's `<h1>`.
    #[prop(optional)]
    page: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let title = if page {
        view! { <h1 class="empty-title">{title}</h1> }.into_any()
    } else {
        view! { <h2 class="empty-title">{title}</h2> }.into_any()
    };
    view! {
        <div class="empty empty-error">
            <span class="empty-icon">
                <Icon name=icon/>
            </span>
            {title}
            <p class="empty-text">{text}</p>
            {children.map(|children| view! { <div class="empty-action">{children()}</div> })}
            {incident.map(|text| view! { <div class="empty-incident">{text}</div> })}
        </div>
    }
    .into_any()
}
