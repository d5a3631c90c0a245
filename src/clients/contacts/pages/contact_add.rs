//! Another person for an account: a new contact, or one that is known already.

use super::contact_fields::{KnownIsFine, LocaleField};
use super::contact_link::LinkKnown;
use crate::accounts::account_name;
use crate::contacts::rules::LONGEST_ROLE;
use crate::parts::{FormProblem, fault, field_id, typed};
use access::gate::{Problem, shell};
use i18n::t;
use kernel::names::MAX_NAME;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Button, Card, Field, LinkButton, Look, PageHeader, Skeleton, Title};

/// `/app/accounts/:code/contacts/new`
#[component]
pub fn ContactAddPage() -> impl IntoView {
    let params = use_params_map();
    let account =
        ui::data(move || params.with(|params| params.get("code").unwrap_or_default()), account_name);
    view! {
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
            {move || Suspend::new(async move {
                match account.await {
                    Ok((code, name)) => view! { <AddBody code=code name=name/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn AddBody(code: String, name: String) -> impl IntoView {
    let title = t!("contacts.add.title", account = name);
    let action = paths::account_add_contact(&code);
    let (subtitle, back) = (code.clone(), paths::account_info(&code));
    view! {
        <Title text=title.clone()/>
        <PageHeader title=title subtitle=subtitle/>
        <Card title=t!("contacts.add.new_title") subtitle=t!("contacts.add.new_text")>
            <form novalidate method="post" action=action class="stack">
                <FormProblem form="contact"/>
                <NewContactFields/>
                <div class="row">
                    <Button look=Look::Primary icon="user-plus">{t!("contacts.add.submit")}</Button>
                    <LinkButton href=back look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                </div>
            </form>
        </Card>
        <LinkKnown code=code/>
    }
    .into_any()
}

#[component]
fn NewContactFields() -> impl IntoView {
    let more = ["email2", "email3"].map(|field| {
        view! { <EmailField field=field label=t!("contacts.field.email_more") optional=t!("common.optional")/> }
    });
    view! {
        <Field
            id="contact-name"
            name="name"
            label=t!("contacts.field.name")
            value=typed("contact", "name", "")
            error=fault("contact", "name")
            maxlength=MAX_NAME
            required=true
            user_text=true
            autocomplete="off"
        />
        <EmailField field="email" label=t!("contacts.field.email")/>
        {more.collect_view()}
        <KnownIsFine form="contact"/>
        <Field
            id="contact-role"
            name="role"
            label=t!("contacts.field.role")
            hint=t!("contacts.field.role_hint")
            optional=t!("common.optional")
            value=typed("contact", "role", "")
            error=fault("contact", "role")
            maxlength=LONGEST_ROLE
            user_text=true
            autocomplete="off"
        />
        <LocaleField form="contact" stored=shell().locale/>
    }
    .into_any()
}

#[component]
fn EmailField(
    field: &'static str,
    label: String,
    #[prop(optional, into)] optional: Option<String>,
) -> impl IntoView {
    let required = optional.is_none();
    view! {
        <Field
            id=field_id("contact", field)
            name=field
            kind="email"
            label=label
            optional=optional.unwrap_or_default()
            value=typed("contact", field, "")
            error=fault("contact", field)
            required=required
            autocomplete="off"
        />
    }
    .into_any()
}
