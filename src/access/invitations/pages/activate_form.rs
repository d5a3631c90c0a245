//! An open invitation: who invites to what, and the form that begins.

use crate::frame::{AuthFrame, FormProblems};
use crate::gate::{outcome, shell};
use crate::invitations::TakeOver;
use crate::links::{LinkName, OwnAddress, Until};
use crate::password::NewPassword;
use i18n::t;
use kernel::{Locale, When, paths};
use leptos::prelude::*;
use ui::{Button, Look, PasswordField, SelectField, SelectOption};

/// The form, and above it another for whoever goes on as before.
#[component]
pub(super) fn ActivateForm(
    link: String,
    inviter: Option<String>,
    accounts: Vec<String>,
    /// Address and name.
    person: (String, String),
    until: When,
    /// The language that the firm chose.
    locale: Locale,
    takes_over: Option<TakeOver>,
) -> impl IntoView {
    let (email, name) = person;
    let go_on = takes_over.map(|old| view! { <GoOn link=link.clone() old=old new=email.clone()/> });
    view! {
        <AuthFrame title=t!("invitations.title")>
            <Invited inviter=inviter accounts=accounts/>
            {go_on}
            <form novalidate method="post" action=paths::INVITATION>
                <FormProblems form="activate"/>
                <LinkName name=link/>
                <OwnAddress email=email.clone()/>
                <Language chosen=locale/>
                <NewPassword form="activate" label=t!("invitations.password") known=vec![email, name]/>
                <Button look=Look::Primary wide=true>{t!("invitations.activate")}</Button>
            </form>
            <Until until=until/>
        </AuthFrame>
    }
    .into_any()
}

/// The language to go on in: what the firm chose, however this browser is set, unless the person chooses another.
#[component]
fn Language(chosen: Locale) -> impl IntoView {
    let mut offered = shell().firm.choices(false);
    // The firm may have chosen it for this person before it ceased to offer it.
    if !offered.contains(&chosen) {
        offered.push(chosen);
    }
    let options = offered.into_iter().map(|it| SelectOption::new(it.tag(), it.name())).collect();
    view! {
        <SelectField
            id="locale"
            label=t!("common.language")
            hint=t!("invitations.language_hint", firm = shell().firm.name)
            options=options
            selected=outcome().value("activate", "locale").unwrap_or_else(|| chosen.tag().to_owned())
        />
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

/// The address replaces one that signs in: its login may go on, with devices and history (ECHG-5). A new password, in
/// the form below, begins anew.
#[component]
fn GoOn(link: String, old: TakeOver, new: String) -> impl IntoView {
    let TakeOver { masked, signed_in } = old;
    let text = if signed_in {
        t!("invitations.go_on.signed_in", old = masked, new = new)
    } else {
        t!("invitations.go_on.text", old = masked)
    };
    let password = (!signed_in).then(|| {
        view! {
            <PasswordField
                id="old_password"
                label=t!("invitations.go_on.password")
                show=t!("common.show")
                hide=t!("common.hide")
                error=outcome().on("go_on", "old_password")
            />
        }
    });
    view! {
        <form novalidate method="post" action=paths::INVITATION>
            <h2>{t!("invitations.go_on.title")}</h2>
            <FormProblems form="go_on"/>
            <LinkName name=link/>
            <p>{text}</p>
            <input type="hidden" name="how" value="go_on"/>
            {password}
            <Button look=Look::Primary wide=true>{t!("invitations.go_on.submit")}</Button>
        </form>
        <h2>{t!("invitations.go_on.or")}</h2>
        <p>{t!("invitations.go_on.or_text")}</p>
    }
    .into_any()
}
