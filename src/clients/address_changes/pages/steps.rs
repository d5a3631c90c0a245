//! What replacing an address does, in the order it happens.

use i18n::t;
use leptos::prelude::*;

/// The list above the field for the new address.
#[component]
pub(crate) fn ReplaceSteps(name: String, email: String) -> impl IntoView {
    view! {
        <p>{t!("address_changes.dialog.text", name = name, email = email)}</p>
        <ol class="stack">
            <li>{t!("address_changes.dialog.step_new")}</li>
            <li>{t!("address_changes.dialog.step_old", email = email)}</li>
            <li>{t!("address_changes.dialog.step_told", email = email)}</li>
            <li>{t!("address_changes.dialog.step_off", email = email)}</li>
        </ol>
    }
    .into_any()
}
