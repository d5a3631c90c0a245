//! When there is no link to show, or another one than a form was drawn for.

use super::AskFirm;
use crate::frame::AuthFrame;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{LinkButton, Look};

/// The browser holds no link: it was cut on its way, opened too long ago or elsewhere, or cookies are blocked. Sent as 200: whoever looks
/// without cookies, such as a mail scanner, did nothing wrong.
#[component]
pub(super) fn NotHeld(anew: Option<&'static str>) -> impl IntoView {
    let way_on = match anew {
        Some(href) => {
            view! { <LinkButton href=href look=Look::Primary wide=true>{t!("password.send_new_link")}</LinkButton> }
                .into_any()
        }
        None => view! { <AskFirm/> }.into_any(),
    };
    // A browser that holds another link by now asks again, and is not here.
    let cut = use_query_map().with_untracked(|query| query.get("incomplete").is_some());
    let (title, text, cookies) = if cut {
        (t!("mailed_links.incomplete.title"), t!("mailed_links.incomplete.text"), None)
    } else {
        (t!("mailed_links.none.title"), t!("mailed_links.none.text"), Some(t!("mailed_links.none.cookies")))
    };
    view! {
        <AuthFrame title=title>
            <p class="lede">{text}</p>
            {cookies.map(|text| view! { <p>{text}</p> })}
            {way_on}
            <LinkButton href=paths::SIGN_IN wide=true>{t!("sign_in.submit")}</LinkButton>
        </AuthFrame>
    }
    .into_any()
}

/// Another link of this kind was opened after the form was drawn. Loads anew, for the form's outcome is on this page.
#[component]
pub(super) fn MixedUp(text: String, page: &'static str) -> impl IntoView {
    view! {
        <AuthFrame title=t!("mailed_links.mixed.title")>
            <p class="lede">{text}</p>
            <LinkButton href=page look=Look::Primary wide=true external=true>{t!("mailed_links.mixed.newest")}</LinkButton>
        </AuthFrame>
    }
    .into_any()
}
