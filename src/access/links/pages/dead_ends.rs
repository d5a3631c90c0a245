//! Links that have lost their use: each says so in its own words and has one way on (MSG-4). They are sent as 410,
//! for they are gone, and are pages all the same.

use super::{AskFirm, LinkName};
use crate::frame::{AuthFrame, FormProblems};
use crate::gate::{page_status, shell};
use i18n::t;
use kernel::When;
use leptos::prelude::*;
use ui::{Button, Look};

/// The time of an invitation is over. `again` takes the form that has another one mailed.
#[component]
pub(crate) fn Expired(again: &'static str, link: String, ended: When, masked: String) -> impl IntoView {
    page_status(410);
    let text = t!("invitations.expired.text", firm = shell().firm.name, date = ended.text);
    view! {
        <AuthFrame title=t!("invitations.expired.title")>
            <p class="lede">{text}</p>
            <Again action=again link=link masked=masked/>
        </AuthFrame>
    }
    .into_any()
}

/// A newer mail took its place.
#[component]
pub(crate) fn Newer(again: &'static str, link: String, masked: String) -> impl IntoView {
    page_status(410);
    view! {
        <AuthFrame title=t!("invitations.newer.title")>
            <p class="lede">{t!("invitations.newer.text", firm = shell().firm.name)}</p>
            <Again action=again link=link masked=masked/>
        </AuthFrame>
    }
    .into_any()
}

/// It was taken back, LOGIN is off, or the address was changed. What to, is not for this page to tell (INV-8).
#[component]
pub(crate) fn Closed() -> impl IntoView {
    page_status(410);
    view! {
        <AuthFrame title=t!("invitations.closed.title")>
            <p class="lede">{t!("invitations.closed.text", firm = shell().firm.name)}</p>
            <AskFirm/>
        </AuthFrame>
    }
    .into_any()
}

/// Another one, to the same address and no other.
#[component]
fn Again(action: &'static str, link: String, masked: String) -> impl IntoView {
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
