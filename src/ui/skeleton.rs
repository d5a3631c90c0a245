//! Rows that are on their way, in the height of the rows to come.

use leptos::prelude::*;

/// A fixed number of grey rows. `label` says it in words ("Loading accounts").
#[component]
pub fn Skeleton(#[prop(into)] label: String, #[prop(default = 5)] rows: usize) -> impl IntoView {
    let rows: Vec<_> = (0..rows)
        .map(|_| {
            view! {
                <div class="skeleton-row">
                    <span class="skeleton-dot"></span>
                    <span class="skeleton-line"></span>
                    <span class="skeleton-line skeleton-short"></span>
                </div>
            }
        })
        .collect();
    view! {
        <div class="skeleton" aria-busy="true">
            <span class="sr-only">{label}</span>
            <div aria-hidden="true">{rows}</div>
        </div>
    }
    .into_any()
}
