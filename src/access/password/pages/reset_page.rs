//! `/password/reset`: looking at it changes nothing (SEC-16); each end of a link has its own page (AUTH-24).

use super::NewPassword;
use crate::frame::{AuthFrame, FormProblems};
use crate::gate::page_status;
use crate::links::{self, LinkName, Opened};
use crate::password::ResetState;
use crate::password::server_fns::read_reset;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Banner, Button, Field, LinkButton, Look, Tone};

/// The form for the new password, or what became of the link and the way on.
#[component]
pub fn ResetPage() -> impl IntoView {
    links::page(read_reset, face, paths::RESET, Some(paths::FORGOT))
}

fn face(opened: Opened<ResetState>) -> AnyView {
    view! { <AuthFrame title=t!("password.reset_title")>{standing(opened)}</AuthFrame> }.into_any()
}

fn standing(opened: Opened<ResetState>) -> AnyView {
    match opened.view {
        ResetState::Open { email, name, signs_in } => {
            view! { <ResetForm link=opened.name email=email name=name signs_in=signs_in/> }.into_any()
        }
        ResetState::Used => view! { <Ended text=t!("password.reset_used") sign_in=true/> }.into_any(),
        ResetState::Expired { at } => {
            view! { <Ended text=t!("password.reset_expired", at = at.text)/> }.into_any()
        }
        ResetState::Superseded { newest: Some(at) } => {
            view! { <Ended text=t!("password.reset_newer", time = at)/> }.into_any()
        }
        ResetState::Superseded { newest: None } => {
            view! { <Ended text=t!("password.reset_void")/> }.into_any()
        }
    }
}

#[component]
fn ResetForm(link: String, email: String, name: String, signs_in: bool) -> impl IntoView {
    let after = if signs_in { t!("password.reset_ends_others") } else { t!("password.reset_then_sign_in") };
    view! {
        <form novalidate method="post" action=paths::RESET>
            <FormProblems form="reset"/>
            <LinkName name=link/>
            <Field
                id="email"
                label=t!("sign_in.email")
                kind="email"
                value=email.clone()
                autocomplete="username"
                readonly=true
            />
            <NewPassword form="reset" label=t!("password.new") known=vec![email, name] autofocus=true/>
            <Button look=Look::Primary wide=true>{t!("password.set_new")}</Button>
        </form>
        <p class="caption">{after}</p>
    }
    .into_any()
}

/// A link that leads nowhere any more, and where to go instead.
#[component]
fn Ended(#[prop(into)] text: String, #[prop(optional)] sign_in: bool) -> impl IntoView {
    page_status(410);
    let (first, second) = (
        view! { <LinkButton href=paths::SIGN_IN wide=true look=if sign_in { Look::Primary } else { Look::Secondary }>{t!("sign_in.submit")}</LinkButton> },
        view! { <LinkButton href=paths::FORGOT wide=true look=if sign_in { Look::Secondary } else { Look::Primary }>{t!("password.send_new_link")}</LinkButton> },
    );
    view! {
        <Banner tone=Tone::Warning>{text}</Banner>
        {second}
        {first}
    }
    .into_any()
}
