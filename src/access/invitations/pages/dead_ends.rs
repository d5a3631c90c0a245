//! Links that have lost their use: each says so in its own words and has one way on (MSG-4). They are sent as 410,
//! for they are gone, and are pages all the same (decisions.md).

use crate::frame::AuthFrame;
use crate::gate::{page_status, shell};
use crate::mailed_links::{Again, AskFirm};
use i18n::t;
use kernel::{When, paths};
use leptos::prelude::*;
use ui::{LinkButton, Look};

/// Its time is over.
#[component]
pub(super) fn Expired(link: String, ended: When, masked: String) -> impl IntoView {
    page_status(410);
    let text = t!("invitations.expired.text", firm = shell().firm.name, date = ended.text);
    view! {
        <AuthFrame title=t!("invitations.expired.title")>
            <p class="lede">{text}</p>
            <Again action=paths::INVITATION_AGAIN link=link masked=masked/>
        </AuthFrame>
    }
    .into_any()
}

/// A newer mail took its place.
#[component]
pub(super) fn Newer(link: String, masked: String) -> impl IntoView {
    page_status(410);
    view! {
        <AuthFrame title=t!("invitations.newer.title")>
            <p class="lede">{t!("invitations.newer.text", firm = shell().firm.name)}</p>
            <Again action=paths::INVITATION_AGAIN link=link masked=masked/>
        </AuthFrame>
    }
    .into_any()
}

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

/// LOGIN is off or the address was changed. What to, is not for this page to tell (INV-8).
#[component]
pub(super) fn Closed() -> impl IntoView {
    page_status(410);
    view! {
        <AuthFrame title=t!("invitations.closed.title")>
            <p class="lede">{t!("invitations.closed.text", firm = shell().firm.name)}</p>
            <AskFirm/>
        </AuthFrame>
    }
    .into_any()
}
