//! The next part of a long list.

use leptos::{ev::MouseEvent, prelude::*};

/// A link to the next part, which may load it in place once the page is alive.
#[component]
pub fn LoadMore(
    #[prop(into)] href: String,
    #[prop(into)] text: String,
    /// "50 of 1,284".
    #[prop(optional, into)]
    progress: Option<String>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] on_click: Option<Callback<MouseEvent>>,
) -> impl IntoView {
    let click = move |event: MouseEvent| {
        if let Some(on_click) = on_click {
            event.prevent_default();
            if !busy.get_untracked() {
                on_click.run(event);
            }
        }
    };
    view! {
        <div class="load-more">
            <a class="btn" href=href aria-busy=move || busy.get().then_some("true") on:click=click>
                <span class="btn-text">{text}</span>
            </a>
            {progress.map(|text| view! { <span class="load-more-progress">{text}</span> })}
        </div>
    }
    .into_any()
}
