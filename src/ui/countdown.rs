//! A button that must be waited for: "Resend code (42 s)".

use std::time::Duration;

use leptos::{ev::MouseEvent, prelude::*};

/// A submit button that ignores clicks for some seconds. Only the browser counts: without JavaScript it can be
/// pressed at once, and the server decides. It is never `disabled`, so it keeps the focus.
#[component]
pub fn Countdown(
    seconds: u32,
    #[prop(into)] ready: String,
    /// The text while the given seconds are left.
    #[prop(into)]
    waiting: Callback<u32, String>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    #[prop(optional, into)] form: Option<String>,
    #[prop(optional, into)] formaction: Option<String>,
) -> impl IntoView {
    let left = RwSignal::new(0);
    Effect::new(move |_| {
        left.set(seconds);
        let tick = move || left.update(|it| *it = it.saturating_sub(1));
        if let Ok(clock) = set_interval_with_handle(tick, Duration::from_secs(1)) {
            on_cleanup(move || clock.clear());
        }
    });
    let click = move |event: MouseEvent| {
        if left.get_untracked() > 0 {
            event.prevent_default();
        }
    };
    view! {
        <button
            type="submit"
            class="btn btn-ghost countdown"
            id=id
            name=name
            value=value
            form=form
            formaction=formaction
            aria-disabled=move || (left.get() > 0).then_some("true")
            on:click=click
        >
            {move || match left.get() {
                0 => ready.clone(),
                left => waiting.run(left),
            }}
        </button>
    }
    .into_any()
}
