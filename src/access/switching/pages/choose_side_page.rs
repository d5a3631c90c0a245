//! `/choose-side`: for somebody who works for the firm and is its client too.

use crate::frame::AuthFrame;
use crate::gate::{VisitorCard, shell};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::components::Redirect;
use ui::{Card, LinkButton, Look};

/// Two ways on. Whoever has only one of them is led there.
#[component]
pub fn ChooseSidePage() -> impl IntoView {
    let shell = shell();
    let VisitorCard::SignedIn { accounts, staff, .. } = &shell.visitor else {
        return view! { <Redirect path=paths::sign_in_then(paths::CHOOSE_SIDE)/> }.into_any();
    };
    match (staff, accounts.is_empty()) {
        (None, _) => view! { <Redirect path=paths::PORTAL/> }.into_any(),
        (Some(_), true) => view! { <Redirect path=paths::ACCOUNTS/> }.into_any(),
        (Some(_), false) => view! { <TwoSides firm=shell.firm.name/> }.into_any(),
    }
}

#[component]
fn TwoSides(firm: String) -> impl IntoView {
    view! {
        <AuthFrame title=t!("switching.side.title") wide=true>
            <p class="lede">{t!("switching.side.hint", firm = firm)}</p>
            <Side
                href=paths::ACCOUNTS
                icon="layout-dashboard"
                title=t!("switching.side.staff", firm = firm)
                text=t!("switching.side.staff_text")
            />
            <Side
                href=paths::PORTAL
                icon="house"
                title=t!("switching.side.client")
                text=t!("switching.side.client_text", firm = firm)
            />
        </AuthFrame>
    }
    .into_any()
}

#[component]
fn Side(href: &'static str, icon: &'static str, title: String, text: String) -> impl IntoView {
    view! {
        <Card>
            <div class="stack">
                <p class="lede">{text}</p>
                <LinkButton href=href icon=icon look=Look::Primary wide=true external=true>{title}</LinkButton>
            </div>
        </Card>
    }
    .into_any()
}
