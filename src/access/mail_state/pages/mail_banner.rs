//! "E-mail cannot be sent right now", for owner and admins and for whoever sets Portico up.

use crate::gate::MailTrouble;
use i18n::t;
use leptos::prelude::*;
use ui::{Banner, LinkButton, Tone};

/// What is wrong, since when, in whose words, and what becomes of mails meanwhile. `href` is where to try it.
#[component]
pub fn MailBanner(trouble: MailTrouble, #[prop(optional, into)] href: Option<String>) -> impl IntoView {
    let MailTrouble { reason, words } = trouble;
    let text = move || {
        let words = (!words.is_empty())
            .then(|| view! { <div dir="auto">{t!("mail_state.words", words = words)}</div> });
        view! {
            {format!("{reason} {}", t!("mail_state.waits"))}
            {words}
        }
    };
    let title = t!("mail_state.title");
    let Some(href) = href else {
        return view! { <Banner tone=Tone::Warning title=title>{text()}</Banner> }.into_any();
    };
    let label = title.clone();
    let actions =
        move || view! { <LinkButton href=href small=true>{t!("mail_state.test.button")}</LinkButton> };
    view! {
        <Banner bar=true tone=Tone::Warning title=title label=label actions=actions>
            {text()}
        </Banner>
    }
    .into_any()
}
