//! An open invitation: who invites to what, and the form that begins.

use crate::frame::{AuthFrame, FormProblems};
use crate::gate::shell;
use crate::password::NewPassword;
use i18n::t;
use kernel::{When, paths};
use leptos::prelude::*;
use ui::{Button, Field, Look};

/// The address is shown and cannot be changed; the server takes it from the invitation, not from the form.
#[component]
pub(super) fn ActivateForm(
    token: String,
    inviter: Option<String>,
    accounts: Vec<String>,
    /// Address and name.
    person: (String, String),
    until: When,
) -> impl IntoView {
    let (email, name) = person;
    view! {
        <AuthFrame title=t!("invitations.title")>
            <Invited inviter=inviter accounts=accounts/>
            <form method="post" action=paths::invitation(&token)>
                <FormProblems form="activate"/>
                <Field
                    id="email"
                    name="username"
                    label=t!("invitations.email")
                    kind="email"
                    value=email.clone()
                    hint=t!("invitations.email_hint")
                    autocomplete="username"
                    readonly=true
                />
                <NewPassword form="activate" label=t!("invitations.password") known=vec![email, name]/>
                <Button look=Look::Primary wide=true>{t!("invitations.activate")}</Button>
            </form>
            <p class="caption">
                <time datetime=until.iso>{t!("invitations.until", date = until.text)}</time>
            </p>
        </AuthFrame>
    }
    .into_any()
}

#[component]
fn Invited(inviter: Option<String>, accounts: Vec<String>) -> impl IntoView {
    let firm = shell().firm.name;
    let lead = match inviter {
        Some(name) => t!("invitations.lead_by", name = name, firm = firm),
        None => t!("invitations.lead", firm = firm),
    };
    let names: Vec<_> =
        accounts.into_iter().map(|name| view! { <li dir="auto"><strong>{name}</strong></li> }).collect();
    view! {
        <p class="lede">{lead}</p>
        <div>
            <h2 class="caption" id="accounts-title">{t!("invitations.accounts")}</h2>
            <ul aria-labelledby="accounts-title">{names}</ul>
        </div>
    }
    .into_any()
}
