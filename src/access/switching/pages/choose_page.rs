//! `/choose-account`: the question as a page. It needs no JavaScript.

use super::chooser_form::ChooserForm;
use crate::frame::AuthFrame;
use crate::gate::{GrantedAccount, VisitorCard, shell};
use crate::switching::stay;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;
use ui::browser;

/// Which account? With one account this is no question, and the page leads into it (SW-5).
#[component]
pub fn ChoosePage() -> impl IntoView {
    let visitor = shell().visitor;
    let VisitorCard::SignedIn { accounts, last_account, .. } = visitor else {
        return view! { <Redirect path=paths::sign_in_then(paths::CHOOSE)/> }.into_any();
    };
    match accounts.as_slice() {
        [] => view! { <Redirect path=paths::SIGN_IN_CLOSED/> }.into_any(),
        [only] => view! { <Redirect path=paths::portal_home(&only.code)/> }.into_any(),
        _ => view! { <Question accounts=accounts last=last_account/> }.into_any(),
    }
}

#[component]
fn Question(accounts: Vec<GrantedAccount>, last: Option<String>) -> impl IntoView {
    let next = use_query_map().get_untracked().get("next");
    let current = accounts.iter().find(|it| Some(&it.code) == last.as_ref()).cloned();
    if let Some(account) = &current {
        stay_on_escape(account.code.clone());
    }
    view! {
        <AuthFrame title=t!("switching.title") wide=true>
            <p class="lede">{t!("switching.hint")}</p>
            <ChooserForm prefix="choose" accounts=accounts current=current last=last next=next focus=true/>
        </AuthFrame>
    }
    .into_any()
}

/// Esc stays in the account used last (check 2).
fn stay_on_escape(code: String) {
    browser::on_escape(move || {
        let code = code.clone();
        spawn_local(async move {
            if stay(code.clone()).await.is_ok() {
                browser::go(&paths::portal_home(&code));
            }
        });
    });
}
