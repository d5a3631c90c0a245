//! A sheet of paper on the desk.

use leptos::prelude::*;

/// A surface with an optional title and actions. `flush` lets a table or a list reach the edges.
#[component]
pub fn Card(
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] title: Option<String>,
    #[prop(optional, into)] subtitle: Option<String>,
    #[prop(optional, into)] actions: Option<ViewFnOnce>,
    #[prop(optional)] flush: bool,
    children: Children,
) -> impl IntoView {
    let head = (title.is_some() || actions.is_some()).then(|| {
        view! {
            <div class="card-head">
                <div class="card-heading">
                    {title.map(|title| view! { <h2 class="card-title">{title}</h2> })}
                    {subtitle.map(|text| view! { <div class="card-subtitle">{text}</div> })}
                </div>
                {actions.map(|actions| view! { <div class="card-actions">{actions.run()}</div> })}
            </div>
        }
    });
    view! {
        <section class=if flush { "card card-flush" } else { "card" } id=id>
            {head}
            <div class="card-body">{children()}</div>
        </section>
    }
    .into_any()
}
