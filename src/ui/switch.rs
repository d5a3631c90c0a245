//! On or off, at once.

use leptos::{ev::MouseEvent, prelude::*};

use crate::Icon;

/// A switch that takes effect when it is pressed. It is a submit button, so the caller puts it into a
/// `<form method="post">` and it works without JavaScript; it never becomes `disabled`, so it keeps the focus.
///
/// With `name` the button sends the state that is wished for (`true` or `false`). With `on_click` the click is
/// taken over: the form is not sent, and the caller changes `checked` and `busy`.
#[component]
pub fn Switch(
    #[prop(into)] id: String,
    /// What it switches, never its state: "LOGIN: anna@mueller.example".
    #[prop(into)]
    label: String,
    #[prop(into)] on_text: String,
    #[prop(into)] off_text: String,
    #[prop(into)] checked: Signal<bool>,
    #[prop(optional, into)] busy: Signal<bool>,
    /// Why the last change was not saved.
    #[prop(optional, into)]
    failed: Signal<Option<String>>,
    /// Shown beside the failure, such as a Retry button.
    #[prop(optional, into)]
    retry: Option<ViewFn>,
    /// Why it cannot be changed. It stays focusable and says so.
    #[prop(optional, into)]
    locked: Signal<Option<String>>,
    /// Somebody else has just changed it: one highlight.
    #[prop(optional, into)]
    changed: Signal<bool>,
    /// One quiet line below it: "4 of 9", "Invited 3 Mar".
    #[prop(optional, into)]
    note: Signal<Option<String>>,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] on_click: Option<Callback<MouseEvent>>,
) -> impl IntoView {
    let note_id = format!("{id}-note");
    let described = note_id.clone();
    let wished = name.is_some();
    let has_note = move || failed.get().is_some() || locked.get().is_some() || note.get().is_some();
    let click = move |event: MouseEvent| {
        if busy.get_untracked() || locked.get_untracked().is_some() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            event.prevent_default();
            on_click.run(event);
        }
    };
    view! {
        <div class="switch-cell" class:switch-changed=move || changed.get()>
            <button
                type="submit"
                role="switch"
                class="switch"
                id=id
                name=name
                value=move || wished.then(|| (!checked.get()).to_string())
                aria-label=label
                aria-checked=move || checked.get().to_string()
                aria-busy=move || busy.get().then_some("true")
                aria-disabled=move || locked.get().is_some().then_some("true")
                aria-describedby=move || has_note().then(|| described.clone())
                on:click=click
            >
                <span class="switch-track" aria-hidden="true">
                    <span class="switch-thumb"></span>
                </span>
                <span class="switch-text" aria-hidden="true">
                    {move || if checked.get() { on_text.clone() } else { off_text.clone() }}
                </span>
            </button>
            {move || has_note().then(|| switch_note(note_id.clone(), failed.get(), retry.clone(), locked.get(), note.get()))}
        </div>
    }
    .into_any()
}

/// The line below a switch: a failure before a lock before a note.
fn switch_note(
    id: String,
    failed: Option<String>,
    retry: Option<ViewFn>,
    locked: Option<String>,
    note: Option<String>,
) -> AnyView {
    if let Some(text) = failed {
        view! {
            <div class="switch-note switch-failed" id=id>
                <Icon name="circle-alert"/>
                <span>{text}</span>
                {retry.map(|retry| retry.run())}
            </div>
        }
        .into_any()
    } else if let Some(text) = locked {
        view! {
            <div class="switch-note" id=id>
                <Icon name="lock"/>
                <span>{text}</span>
            </div>
        }
        .into_any()
    } else {
        view! { <div class="switch-note" id=id>{note}</div> }.into_any()
    }
}
