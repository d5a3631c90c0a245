//! The button to write to the firm, or to call it.

use crate::gate::shell;
use i18n::t;
use leptos::prelude::*;
use ui::{LinkButton, Look};

/// Where only the firm can help; nothing when it says neither address nor number.
#[component]
pub(super) fn AskFirm() -> impl IntoView {
    let firm = shell().firm;
    let href = match (&firm.email, &firm.phone) {
        (Some(email), _) => Some(format!("mailto:{email}")),
        (None, Some(phone)) => Some(kernel::phone::link(phone)),
        (None, None) => None,
    };
    let label = t!("common.error.contact_firm", firm = firm.name);
    href.map(|href| {
        view! { <LinkButton href=href look=Look::Primary wide=true external=true>{label}</LinkButton> }
    })
    .into_any()
}
