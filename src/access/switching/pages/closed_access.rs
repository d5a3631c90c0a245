//! Signed in, and no account is open: the only ones are archived, or LOGIN went off meanwhile (CRM-14).

use crate::gate::{FirmCard, VisitorCard, page_status, shell};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_meta::Title;
use ui::{Button, ErrorState, LinkButton, Look};

/// What happened, whom to ask, and the way out.
#[component]
pub fn ClosedAccess() -> impl IntoView {
    page_status(403);
    let shell = shell();
    let email = match shell.visitor {
        VisitorCard::SignedIn { email, .. } => email,
        _ => String::new(),
    };
    let firm = shell.firm.name.clone();
    view! {
        <Title text=t!("switching.none_title")/>
        <ErrorState
            title=t!("switching.none_title")
            text=t!("switching.none", email = email, firm = firm)
            icon="lock"
            page=true
        >
            <ContactLinks firm=shell.firm/>
            <form method="post" action=paths::SIGN_OUT>
                <Button look=Look::Ghost icon="log-out">{t!("common.sign_out")}</Button>
            </form>
        </ErrorState>
    }
    .into_any()
}

/// The firm's phone and address as links, as far as it has given them.
#[component]
pub(crate) fn ContactLinks(firm: FirmCard) -> impl IntoView {
    let mail = firm.email.map(|email| {
        let label = t!("common.error.contact_firm", firm = firm.name);
        view! {
            <LinkButton href=format!("mailto:{email}") icon="mail" external=true>{label}</LinkButton>
        }
    });
    let phone = firm.phone.map(|phone| {
        view! {
            <LinkButton href=phone_href(&phone) icon="smartphone" external=true>
                {phone.clone()}
            </LinkButton>
        }
    });
    view! { {mail} {phone} }.into_any()
}

/// RFC 3966: digits and a leading plus; what people write between them is left out.
fn phone_href(phone: &str) -> String {
    let number: String =
        phone.chars().enumerate().filter(|(at, c)| c.is_ascii_digit() || (*at == 0 && *c == '+')).map(|it| it.1).collect();
    format!("tel:{number}")
}
