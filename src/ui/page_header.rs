//! The top of a page.

use leptos::prelude::*;

/// The page's only `<h1>`, what is known about its object, and what can be done with it.
#[component]
pub fn PageHeader(
    #[prop(into)] title: String,
    #[prop(optional, into)] subtitle: Option<String>,
    /// Before the title, such as an `Avatar`.
    #[prop(optional, into)]
    lead: Option<ViewFnOnce>,
    /// Badges and facts beside or below the title.
    #[prop(optional, into)]
    meta: Option<ViewFnOnce>,
    #[prop(optional, into)] actions: Option<ViewFnOnce>,
) -> impl IntoView {
    view! {
        <header class="page-header">
            {lead.map(|lead| lead.run())}
            <div class="page-heading">
                <div class="page-title-row">
                    <h1 class="page-title" dir="auto">{title}</h1>
                    {meta.map(|meta| view! { <div class="page-meta">{meta.run()}</div> })}
                </div>
                {subtitle.map(|text| view! { <div class="page-subtitle">{text}</div> })}
            </div>
            {actions.map(|actions| view! { <div class="page-actions">{actions.run()}</div> })}
        </header>
    }
    .into_any()
}
