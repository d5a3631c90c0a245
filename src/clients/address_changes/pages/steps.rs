//! What replacing an address does, in the order it happens.

use access::address_acceptance::REMOVE_AFTER;
use i18n::t;
use kernel::Ts;
use leptos::prelude::*;

/// The list above the field for the new address.
#[component]
pub(crate) fn ReplaceSteps(name: String, email: String) -> impl IntoView {
    let days = REMOVE_AFTER / Ts::DAY;
    view! {
        <p>{t!("address_changes.dialog.text", name = name, email = email)}</p>
        <ol class="stack">
            <li>{t!("address_changes.dialog.step_new")}</li>
            <li>{t!("address_changes.dialog.step_old", email = email)}</li>
            <li>{t!("address_changes.dialog.step_told", email = email)}</li>
            <li>{t!("address_changes.dialog.step_off", email = email, days = days)}</li>
        </ol>
    }
    .into_any()
}
