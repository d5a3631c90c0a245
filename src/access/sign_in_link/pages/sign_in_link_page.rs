//! `/sign-in-link`: looking at it changes nothing; its button signs in.

use crate::frame::{AuthFrame, FormProblems};
use crate::gate::page_status;
use crate::links::{self, LinkName, Opened};
use crate::sign_in_link::SignInLinkState;
use crate::sign_in_link::server_fns::read_sign_in_link;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Banner, Button, LinkButton, Look, Tone};

/// Whom the link signs in and the button, or that it leads nowhere any more.
#[component]
pub fn SignInLinkPage() -> impl IntoView {
    links::page(read_sign_in_link, face, paths::SIGN_IN_LINK, None)
}

fn face(opened: Opened<SignInLinkState>) -> AnyView {
    view! { <AuthFrame title=t!("sign_in_link.title")>{standing(opened)}</AuthFrame> }.into_any()
}

fn standing(opened: Opened<SignInLinkState>) -> AnyView {
    match opened.view {
        SignInLinkState::Open { name, email } => view! {
            <p class="lede">{t!("sign_in_link.text", name = name, email = email)}</p>
            <form method="post" action=paths::SIGN_IN_LINK>
                <FormProblems form="sign_in_link"/>
                <LinkName name=opened.name/>
                <Button look=Look::Primary wide=true>{t!("sign_in.submit")}</Button>
            </form>
            <p class="caption">{t!("sign_in_link.once")}</p>
        }
        .into_any(),
        SignInLinkState::Ended => {
            page_status(410);
            view! {
                <Banner tone=Tone::Warning>{t!("sign_in_link.ended")}</Banner>
                <LinkButton href=paths::SIGN_IN wide=true external=true>{t!("sign_in.submit")}</LinkButton>
            }
            .into_any()
        }
    }
}
