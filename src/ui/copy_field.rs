//! A text to take elsewhere: a link, a recovery code.

use leptos::prelude::*;

use crate::{FieldFrame, browser, field_frame::described_by, use_feedback};

/// A read-only field with a Copy button, which appears once the page is alive.
#[component]
pub fn CopyField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] value: String,
    #[prop(into)] copy: String,
    #[prop(into)] copied: String,
    #[prop(optional, into)] hint: Option<String>,
) -> impl IntoView {
    let feedback = use_feedback();
    let hydrated = browser::hydrated();
    let done = RwSignal::new(false);
    let described = described_by(&id, hint.is_some(), false);
    let text = value.clone();
    let said = copied.clone();
    let click = move |_| {
        browser::copy(&text);
        feedback.announce(said.clone());
        done.set(true);
        set_timeout(move || done.set(false), std::time::Duration::from_secs(3));
    };
    view! {
        <FieldFrame id=id.clone() label=label hint=hint>
            <div class="input-group">
                <input class="input" type="text" id=id value=value readonly=true dir="ltr" aria-describedby=described/>
                <button type="button" class="input-button" hidden=move || !hydrated.get() on:click=click>
                    {move || if done.get() { copied.clone() } else { copy.clone() }}
                </button>
            </div>
        </FieldFrame>
    }
    .into_any()
}
