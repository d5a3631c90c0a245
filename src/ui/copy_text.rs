//! Several lines to take elsewhere: a text for a mail.

use leptos::prelude::*;

use crate::{Button, browser, use_feedback};

/// The text as it will be pasted, and a Copy button, which appears once the page is alive.
#[component]
pub fn CopyText(
    #[prop(into)] id: String,
    /// What the text is: "Text for the client".
    #[prop(into)]
    label: String,
    #[prop(into)] text: String,
    /// The text's own language, when it is not the page's.
    #[prop(optional, into)]
    lang: Option<String>,
    #[prop(into)] copy: String,
    #[prop(into)] copied: String,
) -> impl IntoView {
    let feedback = use_feedback();
    let hydrated = browser::hydrated();
    let done = RwSignal::new(false);
    let (shown, said) = (text.clone(), copied.clone());
    let (label_id, labelled) = (format!("{id}-label"), format!("{id}-label"));
    let click = Callback::new(move |_| {
        browser::copy(&text);
        feedback.announce(said.clone());
        done.set(true);
        set_timeout(move || done.set(false), std::time::Duration::from_secs(3));
    });
    view! {
        <figure class="copy-text" aria-labelledby=labelled>
            <figcaption class="copy-text-head">
                <span class="field-label" id=label_id>{label}</span>
                <span hidden=move || !hydrated.get()>
                    <Button kind="button" small=true icon="copy" on_click=click>
                        {move || if done.get() { copied.clone() } else { copy.clone() }}
                    </Button>
                </span>
            </figcaption>
            <pre class="copy-text-body" id=id lang=lang dir="auto">{shown}</pre>
        </figure>
    }
    .into_any()
}
