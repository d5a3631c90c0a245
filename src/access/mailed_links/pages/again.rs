//! The button that has another link mailed.

use super::LinkName;
use crate::frame::FormProblems;
use i18n::t;
use leptos::prelude::*;
use ui::{Button, Look};

/// Another one, to the same address and no other.
#[component]
pub(crate) fn Again(action: &'static str, link: String, masked: String) -> impl IntoView {
    view! {
        <form method="post" action=action>
            <FormProblems form="again"/>
            <LinkName name=link/>
            <p>{t!("invitations.again.hint", email = masked)}</p>
            <Button look=Look::Primary icon="mail" wide=true>{t!("invitations.again.button")}</Button>
        </form>
    }
    .into_any()
}
