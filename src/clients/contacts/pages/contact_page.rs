//! One person: name and language, addresses, accounts.

use super::contact_address::{AddAddress, AddressLine, OldAddresses, RemoveDialog, ReplaceDialog};
use super::contact_fields::LocaleField;
use crate::contacts::model::{ContactCard, LinkedAccount};
use crate::contacts::server_fns::read_contact;
use crate::parts::{FormProblem, VersionField, back_to, fault, refused, typed};
use access::gate::{Problem, shell};
use i18n::t;
use kernel::names::MAX_NAME;
use kernel::{Right, paths};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    Avatar, Badge, Button, Card, Checkbox, Dialog, DialogActions, Field, LinkButton, Look, PageHeader,
    Skeleton, Title,
};

/// `/app/contacts/:id`, with `?unlink=M12`, `?remove=<address>` or `?replace=<address>` for the questions.
#[component]
pub fn ContactPage() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let card = ui::data(move || params.with(|params| params.get("id").unwrap_or_default()), read_contact);
    view! {
        <Transition fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
            {move || {
                let asked = query.with(|query| Asked {
                    unlink: query.get("unlink"),
                    remove: query.get("remove"),
                    replace: query.get("replace"),
                });
                Suspend::new(async move {
                    match card.await {
                        Ok(card) => view! { <ContactBody card=card asked=asked/> }.into_any(),
                        Err(error) => view! { <Problem error=error/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}

/// Which question stands over the page, about which account or address.
struct Asked {
    unlink: Option<String>,
    remove: Option<String>,
    replace: Option<String>,
}

#[component]
fn ContactBody(card: ContactCard, asked: Asked) -> impl IntoView {
    let may = shell().visitor.may(Right::ManageAccounts) && !card.out_of_reach;
    let Asked { unlink, remove, replace } = asked;
    let address = |id: String| card.addresses.iter().find(|it| it.id == id).cloned().filter(|_| may);
    let replace = replace.and_then(address).filter(|address| address.signs_in).map(
        |address| view! { <ReplaceDialog contact=card.id.clone() name=card.name.clone() address=address/> },
    );
    let asked = unlink.and_then(|code| card.accounts.iter().find(|it| it.code == code).cloned());
    let unlink =
        asked.filter(|_| may).map(|account| view! { <UnlinkDialog card=card.clone() account=account/> });
    let remove = remove.and_then(address).map(
        |address| view! { <RemoveDialog contact=card.id.clone() name=card.name.clone() address=address/> },
    );
    let lines = card
        .addresses
        .iter()
        .map(|address| view! { <AddressLine contact=card.id.clone() address=address.clone() may=may/> })
        .collect_view();
    let (id, name) = (card.id.clone(), card.name.clone());
    let (contact, words, accounts) = (card.id.clone(), card.clone(), card.clone());
    view! {
        <Title text=card.name.clone()/>
        <PageHeader title=card.name.clone() lead=move || view! { <Avatar id=id name=name large=true/> }/>
        {may.then(|| view! { <Words card=words/> })}
        <Card title=t!("contacts.address.title") subtitle=t!("contacts.address.text")>
            <div class="stack">
                {lines}
                {may.then(|| view! { <AddAddress contact=contact/> })}
            </div>
        </Card>
        {(!card.unlinked.is_empty()).then(|| view! { <OldAddresses unlinked=card.unlinked.clone() may=may/> })}
        <Accounts card=accounts may=may/>
        {unlink}
        {remove}
        {replace}
    }
    .into_any()
}

/// Name and language.
#[component]
fn Words(card: ContactCard) -> impl IntoView {
    view! {
        <Card title=t!("contacts.edit.title")>
            <form novalidate method="post" action=paths::contact(&card.id) class="stack">
                <FormProblem form="contact"/>
                <VersionField form="contact" stored=card.version/>
                <Field
                    id="contact-name"
                    name="name"
                    label=t!("contacts.field.name")
                    value=typed("contact", "name", &card.name)
                    error=fault("contact", "name")
                    maxlength=MAX_NAME
                    required=true
                    user_text=true
                    autocomplete="off"
                />
                <LocaleField form="contact" stored=card.locale/>
                <div class="row">
                    <Button look=Look::Primary>{t!("common.save")}</Button>
                </div>
            </form>
        </Card>
    }
    .into_any()
}

/// The accounts this person belongs to.
#[component]
fn Accounts(card: ContactCard, may: bool) -> impl IntoView {
    let page = paths::contact(&card.id);
    if card.accounts.is_empty() {
        let none = if card.out_of_reach {
            t!("contacts.accounts.out_of_reach")
        } else {
            t!("contacts.accounts.none")
        };
        let title = t!("contacts.accounts.title");
        return view! { <Card title=title><p class="lede">{none}</p></Card> }.into_any();
    }
    let lines = card
        .accounts
        .into_iter()
        .map(|account| {
            let href = format!("{page}?unlink={}", account.code);
            let (code, to) = (account.code.clone(), paths::account_info(&account.code));
            let name = t!("contacts.unlink.name", account = account.name);
            let role = (!account.role.is_empty()).then(|| view! { <span class="lede" dir="auto">{account.role.clone()}</span> });
            view! {
                <li class="row">
                    <Badge>{code}</Badge>
                    <a class="link" dir="auto" href=to>{account.name.clone()}</a>
                    {role}
                    {account.archived.then(|| view! { <Badge icon="archive">{t!("accounts.archived")}</Badge> })}
                    {may.then(|| view! { <LinkButton href=href look=Look::Ghost icon_only=name icon="x"/> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <Card title=t!("contacts.accounts.title")>
            <ul class="stack">{lines}</ul>
        </Card>
    }
    .into_any()
}

/// The question before a link ends, naming both and what it means.
#[component]
fn UnlinkDialog(card: ContactCard, account: LinkedAccount) -> impl IntoView {
    let page = paths::contact(&card.id);
    let signs_in: Vec<&str> = card
        .addresses
        .iter()
        .filter(|it| it.login_in.contains(&account.code))
        .map(|it| it.email.as_str())
        .collect();
    let ends = (!signs_in.is_empty()).then(|| {
        view! { <p><strong>{t!("contacts.unlink.ends", emails = signs_in.join(", "), account = account.name)}</strong></p> }
    });
    view! {
        <Dialog
            id="unlink-dialog"
            title=t!("contacts.unlink.question", name = card.name, account = account.name)
            close=t!("common.close")
            close_href=page.clone()
            on_close=back_to(&page)
            opened=true
        >
            <form method="post" action=paths::contact_unlink(&card.id) class="stack">
                <FormProblem form="unlink"/>
                <input type="hidden" name="account" value=account.code.clone()/>
                {ends}
                <p>{t!("contacts.unlink.text")}</p>
                {refused("unlink").then(|| view! {
                    <Checkbox id="unlink-sure" name="sure" label=t!("address_changes.contact.sure")/>
                })}
                <DialogActions>
                    <LinkButton href=page look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                    <Button look=Look::Danger>{t!("contacts.unlink.submit")}</Button>
                </DialogActions>
            </form>
        </Dialog>
    }
    .into_any()
}
