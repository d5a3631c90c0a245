//! What stands on the pages of both kinds of invitation.

use i18n::t;
use kernel::When;
use leptos::prelude::*;
use ui::Field;

/// The address is shown and cannot be changed; the server takes it from the link, not from the form.
#[component]
pub(crate) fn OwnAddress(email: String) -> impl IntoView {
    view! {
        <Field
            id="email"
            name="username"
            label=t!("invitations.email")
            kind="email"
            value=email
            hint=t!("invitations.email_hint")
            autocomplete="username"
            readonly=true
        />
    }
    .into_any()
}

/// How long it works.
#[component]
pub(crate) fn Until(until: When) -> impl IntoView {
    view! {
        <p class="caption">
            <time datetime=until.iso>{t!("invitations.until", date = until.text)}</time>
        </p>
    }
    .into_any()
}
