//! An invitation that was accepted, or is not needed any more.

use crate::frame::AuthFrame;
use crate::gate::page_status;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{LinkButton, Look};

/// The login is active.
#[component]
pub(super) fn Used() -> impl IntoView {
    page_status(410);
    view! {
        <AuthFrame title=t!("invitations.used.title")>
            <p class="lede">{t!("invitations.used.text")}</p>
            <LinkButton href=paths::SIGN_IN look=Look::Primary wide=true>{t!("invitations.used.sign_in")}</LinkButton>
        </AuthFrame>
    }
    .into_any()
}
