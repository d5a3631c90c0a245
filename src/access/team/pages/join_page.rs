//! `/join`: opening it changes nothing (SEC-16); every state says what is and what now.

use super::parts::{fault, typed};
use super::words::role_name;
use crate::frame::{AuthFrame, FormProblems};
use crate::gate::{page_status, shell};
use crate::links::{self, Closed, Expired, LinkName, Newer, Opened, OwnAddress, Until};
use crate::password::NewPassword;
use crate::team::model::JoinView;
use crate::team::server_fns::read_join;
use i18n::t;
use kernel::names::MAX_NAME;
use kernel::{Role, paths};
use leptos::prelude::*;
use ui::{Button, Field, LinkButton, Look};

/// What the link is good for.
#[component]
pub fn JoinPage() -> impl IntoView {
    links::page(read_join, face, paths::JOIN, None)
}

fn face(opened: Opened<JoinView>) -> AnyView {
    let (link, firm) = (opened.name, shell().firm.name);
    match opened.view {
        JoinView::Open { inviter, role, email, name, until, has_login } => {
            let fields = if has_login {
                view! {
                    <p>{t!("team.join.has_login", email = email)}</p>
                    <Button look=Look::Primary wide=true>{t!("team.join.accept")}</Button>
                }
                .into_any()
            } else {
                view! { <Beginning email=email name=name/> }.into_any()
            };
            view! {
                <AuthFrame title=t!("team.join.title", firm = firm)>
                    <Invited inviter=inviter role=role/>
                    <form novalidate method="post" action=paths::JOIN>
                        <FormProblems form="join"/>
                        <LinkName name=link/>
                        {fields}
                    </form>
                    <Until until=until/>
                </AuthFrame>
            }
            .into_any()
        }
        JoinView::Used => view! { <Used/> }.into_any(),
        JoinView::Expired { ended, masked } => {
            view! { <Expired again=paths::JOIN_AGAIN link=link ended=ended masked=masked/> }.into_any()
        }
        JoinView::Newer { masked } => {
            view! { <Newer again=paths::JOIN_AGAIN link=link masked=masked/> }.into_any()
        }
        JoinView::Closed => view! { <Closed/> }.into_any(),
    }
}

#[component]
fn Invited(inviter: Option<String>, role: Role) -> impl IntoView {
    let firm = shell().firm.name;
    let lead = match inviter {
        Some(name) => t!("team.join.lead_by", name = name, firm = firm),
        None => t!("team.join.lead", firm = firm),
    };
    view! {
        <p class="lede">{lead}</p>
        <p>{t!("team.join.role", role = role_name(role))}</p>
    }
    .into_any()
}

/// The name may be another than the colleague wrote.
#[component]
fn Beginning(email: String, name: String) -> impl IntoView {
    view! {
        <OwnAddress email=email.clone()/>
        <Field
            id="name"
            label=t!("team.join.name")
            value=typed("join", "name", &name)
            error=fault("join", "name")
            maxlength=MAX_NAME
            required=true
            user_text=true
            autocomplete="name"
        />
        <NewPassword form="join" label=t!("password.new") known=vec![email, name]/>
        <Button look=Look::Primary wide=true>{t!("team.join.submit")}</Button>
    }
    .into_any()
}

/// Whoever accepted it signs in.
#[component]
fn Used() -> impl IntoView {
    page_status(410);
    view! {
        <AuthFrame title=t!("team.join.used_title")>
            <p class="lede">{t!("team.join.used")}</p>
            <LinkButton href=paths::SIGN_IN look=Look::Primary wide=true>{t!("invitations.used.sign_in")}</LinkButton>
        </AuthFrame>
    }
    .into_any()
}
