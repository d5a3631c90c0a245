//! `/choose-account`: the question as a page. It needs no JavaScript.

use super::ClosedAccess;
use super::chooser_form::ChooserForm;
use crate::frame::Frame;
use crate::gate::{GrantedAccount, VisitorCard, shell};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;

/// Which account? With one account this is no question, and the page leads into it (SW-5).
#[component]
pub fn ChoosePage() -> impl IntoView {
    let visitor = shell().visitor;
    let VisitorCard::SignedIn { accounts, last_account, .. } = visitor else {
        return view! { <Redirect path=paths::sign_in_then(paths::CHOOSE)/> }.into_any();
    };
    match accounts.as_slice() {
        [] => view! { <Frame><ClosedAccess/></Frame> }.into_any(),
        [only] => view! { <Redirect path=paths::portal_home(&only.code)/> }.into_any(),
        _ => view! { <Question accounts=accounts last=last_account/> }.into_any(),
    }
}

#[component]
fn Question(accounts: Vec<GrantedAccount>, last: Option<String>) -> impl IntoView {
    let next = use_query_map().get_untracked().get("next");
    let current = accounts.iter().find(|it| Some(&it.code) == last.as_ref()).cloned();
    view! {
        <Title text=t!("switching.title")/>
        <Frame wide=true>
            <div>
                <h1>{t!("switching.title")}</h1>
                <p class="lede mt-2">{t!("switching.hint")}</p>
            </div>
            <ChooserForm prefix="choose" accounts=accounts current=current last=last next=next focus=true/>
        </Frame>
    }
    .into_any()
}
