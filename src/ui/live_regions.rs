//! Where announcements are written, so that screen readers hear them.

use leptos::prelude::*;

use crate::use_feedback;

/// The page's two live regions. They must be there, empty, before anything is said; render them once.
#[component]
pub fn LiveRegions() -> impl IntoView {
    let feedback = use_feedback();
    view! {
        <div class="sr-only">
            <div role="status">{move || feedback.status.get()}</div>
            <div role="alert">{move || feedback.alert.get()}</div>
        </div>
    }
    .into_any()
}
