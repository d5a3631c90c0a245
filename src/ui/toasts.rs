//! The corner where toasts appear.

use std::time::Duration;

use leptos::prelude::*;

use crate::{Icon, Toast, each, use_feedback};

/// The region of all toasts; render it once, beside the page. They are read out by `LiveRegions`.
#[component]
pub fn Toasts(
    /// The name of the region: "Messages".
    #[prop(into)]
    label: String,
    /// The name of the X.
    #[prop(into)]
    dismiss: String,
) -> impl IntoView {
    let feedback = use_feedback();
    view! {
        <section class="toasts" aria-label=label>
            {each(
                move || feedback.toasts.get(),
                |it| it.id.to_string(),
                move |toast| view! { <ToastCard toast=toast dismiss=dismiss.clone()/> }.into_any(),
            )}
        </section>
    }
    .into_any()
}

/// One toast. Its time does not run while it is pointed at or has the focus.
#[component]
pub(crate) fn ToastCard(toast: Toast, #[prop(into)] dismiss: String) -> impl IntoView {
    let feedback = use_feedback();
    let Toast { id, text, tone, undo, seconds } = toast;
    let attended = RwSignal::new(false);
    if seconds > 0 {
        let left = StoredValue::new(seconds);
        let tick = move || {
            if !attended.get_untracked() {
                left.update_value(|it| *it = it.saturating_sub(1));
                if left.get_value() == 0 {
                    feedback.dismiss(id);
                }
            }
        };
        Effect::new(move |_| {
            if let Ok(clock) = set_interval_with_handle(tick, Duration::from_secs(1)) {
                on_cleanup(move || clock.clear());
            }
        });
    }
    view! {
        <div
            class=format!("toast {}", tone.class())
            on:mouseenter=move |_| attended.set(true)
            on:mouseleave=move |_| attended.set(false)
            on:focusin=move |_| attended.set(true)
            on:focusout=move |_| attended.set(false)
        >
            <Icon name=tone.icon()/>
            <span class="toast-text">{text}</span>
            {undo.map(|(label, undo)| {
                view! {
                    <button
                        type="button"
                        class="toast-undo"
                        on:click=move |_| {
                            undo.run(());
                            feedback.dismiss(id);
                        }
                    >
                        {label}
                    </button>
                }
            })}
            <button type="button" class="toast-x" aria-label=dismiss on:click=move |_| feedback.dismiss(id)>
                <Icon name="x"/>
            </button>
        </div>
    }
    .into_any()
}
