//! Addresses of one contact: each can be corrected or removed, and one can be added.

use super::contact_fields::KnownIsFine;
use crate::address_changes::{ChangeWords, RemoveQuestion, ReplaceSteps};
use crate::contacts::model::{Address, OldAddress};
use crate::parts::{FormProblem, back_to, fault, field_id, typed};
use access::access_state::{AccessBadge, AccessState, access_word};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, Card, Dialog, DialogActions, Field, LinkButton, Look};

/// One address as a small form.
#[component]
pub(super) fn AddressLine(contact: String, address: Address, may: bool) -> impl IntoView {
    let login = (!address.login_in.is_empty()).then(|| view! { <Stands address=address.clone()/> });
    let replaces = address.replaces.as_ref().map(|(old, until, waits)| {
        let text = if *waits {
            t!("address_changes.contact.replaces", old = old, date = until.text)
        } else {
            t!("address_changes.contact.replaces_expired", old = old, date = until.text)
        };
        view! { <div class="caption">{text}</div> }
    });
    if !may {
        return view! { <div><div class="row"><span class="wrap-anywhere">{address.email}</span>{login}</div>{replaces}</div> }.into_any();
    }
    if address.signs_in {
        return view! { <SigningIn contact=contact address=address/> }.into_any();
    }
    let form = format!("address-{}", address.id);
    let remove = format!("{}?remove={}", paths::contact(&contact), address.id);
    let name = t!("contacts.address.remove_name", email = address.email);
    view! {
        <form novalidate method="post" action=paths::contact_address(&contact, &address.id) class="stack">
            <FormProblem form=form.clone()/>
            <div class="row">
                <Field
                    id=field_id(&form, "email")
                    name="email"
                    kind="email"
                    label=t!("contacts.field.email")
                    value=typed(&form, "email", &address.email)
                    error=fault(&form, "email")
                    required=true
                    autocomplete="off"
                />
                {login}
                <Button icon="pencil">{t!("contacts.address.change")}</Button>
                <LinkButton href=remove look=Look::Ghost icon="trash-2" icon_only=name/>
            </div>
            {replaces}
            <KnownIsFine form=form/>
        </form>
    }
    .into_any()
}

/// An address with which somebody signs in: it is not written over, but replaced step by step.
#[component]
fn SigningIn(contact: String, address: Address) -> impl IntoView {
    let page = paths::contact(&contact);
    let replace = format!("{page}?replace={}", address.id);
    let remove = format!("{page}?remove={}", address.id);
    let name = t!("contacts.address.remove_name", email = address.email);
    let stands = address.clone();
    view! {
        <FormProblem form=format!("address-{}", address.id)/>
        <div class="row">
            <span class="wrap-anywhere">{address.email}</span>
            <Stands address=stands/>
            <LinkButton href=replace icon="at-sign">{t!("address_changes.replace")}</LinkButton>
            <LinkButton href=remove look=Look::Ghost icon="trash-2" icon_only=name/>
        </div>
    }
    .into_any()
}

/// Where the address stands, and in which accounts.
#[component]
fn Stands(address: Address) -> impl IntoView {
    let accounts = address.login_in.join(", ");
    let text = match address.access {
        AccessState::Active => t!("contacts.address.login_in", accounts = accounts),
        other => t!("contacts.address.in_state", state = access_word(other), accounts = accounts),
    };
    view! { <AccessBadge state=address.access text=text/> }.into_any()
}

/// The guided act: what happens, and the field for the new address.
#[component]
pub(super) fn ReplaceDialog(contact: String, name: String, address: Address) -> impl IntoView {
    let page = paths::contact(&contact);
    view! {
        <Dialog
            id="replace-dialog"
            title=t!("address_changes.dialog.title", email = address.email)
            close=t!("common.close")
            close_href=page.clone()
            on_close=back_to(&page)
            opened=true
        >
            <form novalidate method="post" action=paths::contact_address(&contact, &address.id) class="stack">
                <FormProblem form="replace"/>
                <ReplaceSteps name=name email=address.email/>
                <input type="hidden" name="replace" value="true"/>
                <Field
                    id="replace-email"
                    name="email"
                    kind="email"
                    label=t!("contact_settings.change.field")
                    value=typed("replace", "email", "")
                    error=fault("replace", "email")
                    required=true
                    autocomplete="off"
                />
                <KnownIsFine form="replace"/>
                <DialogActions>
                    <LinkButton href=page look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                    <Button look=Look::Primary>{t!("address_changes.dialog.submit")}</Button>
                </DialogActions>
            </form>
        </Dialog>
    }
    .into_any()
}

/// One more address.
#[component]
pub(super) fn AddAddress(contact: String) -> impl IntoView {
    view! {
        <form novalidate method="post" action=paths::contact_addresses(&contact) class="stack">
            <FormProblem form="address"/>
            <div class="row">
                <Field
                    id="address-email"
                    name="email"
                    kind="email"
                    label=t!("contacts.address.new")
                    value=typed("address", "email", "")
                    error=fault("address", "email")
                    required=true
                    autocomplete="off"
                />
                <Button icon="mail-plus">{t!("contacts.address.add")}</Button>
            </div>
            <KnownIsFine form="address"/>
        </form>
    }
    .into_any()
}

/// The question before an address goes, naming it and what it means.
#[component]
pub(super) fn RemoveDialog(contact: String, name: String, address: Address) -> impl IntoView {
    let page = paths::contact(&contact);
    let ends = (!address.login_in.is_empty()).then(|| {
        let text = t!("contacts.address.remove_ends", accounts = address.login_in.join(", "));
        view! { <p><strong>{text}</strong></p> }
    });
    view! {
        <Dialog
            id="remove-dialog"
            title=t!("contacts.address.remove_question", email = address.email, name = name)
            close=t!("common.close")
            close_href=page.clone()
            on_close=back_to(&page)
            opened=true
        >
            <form method="post" action=paths::contact_address_remove(&contact, &address.id) class="stack">
                {ends}
                <p>{t!("contacts.address.remove_text")}</p>
                <DialogActions>
                    <LinkButton href=page look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                    <Button look=Look::Danger icon="trash-2">{t!("common.remove")}</Button>
                </DialogActions>
            </form>
        </Dialog>
    }
    .into_any()
}

/// Addresses that others replace, or did, and what is to become of them.
#[component]
pub(super) fn OldAddresses(unlinked: Vec<OldAddress>, may: bool) -> impl IntoView {
    let lines = unlinked
        .into_iter()
        .map(|old| {
            let question = old.change.question.clone();
            let email = old.email.clone();
            view! {
                <li data-testid=format!("unlinked-{}", old.id)>
                    <FormProblem form=format!("old-{}", old.id)/>
                    <div class="wrap-anywhere">{old.email}</div>
                    <ChangeWords change=old.change/>
                    {question.map(|question| view! { <RemoveQuestion email=email question=question may=may/> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <Card title=t!("address_changes.unlinked.title") subtitle=t!("address_changes.unlinked.contact_text")>
            <ul class="stack">{lines}</ul>
        </Card>
    }
    .into_any()
}
