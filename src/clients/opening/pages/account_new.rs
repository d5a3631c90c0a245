//! A new account, with its first contact if that is known.

use crate::accounts::AccountFields;
use crate::contacts::{KnownIsFine, LocaleField};
use crate::parts::{FormProblem, fault, typed};
use access::gate::{Problem, shell};
use directory::accounts::AccountKind;
use i18n::t;
use kernel::names::MAX_NAME;
use kernel::{AppError, Right, paths};
use leptos::prelude::*;
use ui::{Button, Card, Field, LinkButton, Look, PageHeader, Title};

/// `/app/accounts/new`
#[component]
pub fn AccountNewPage() -> impl IntoView {
    if !shell().visitor.may(Right::ManageAccounts) {
        return view! { <Problem error=AppError::NotAllowed/> }.into_any();
    }
    view! {
        <Title text=t!("accounts.new.title")/>
        <PageHeader title=t!("accounts.new.title")/>
        <Card>
            <form novalidate method="post" action=paths::ACCOUNT_NEW class="stack">
                <FormProblem form="account"/>
                <AccountFields name="" kind=AccountKind::Individual name_hint=t!("accounts.new.name_hint")/>
                <FirstContact/>
                <div class="row">
                    <Button look=Look::Primary>{t!("accounts.new.submit")}</Button>
                    <LinkButton href=paths::ACCOUNTS look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                </div>
            </form>
        </Card>
    }
    .into_any()
}

/// Name, address and language of the first contact; all of it can wait.
#[component]
fn FirstContact() -> impl IntoView {
    view! {
        <fieldset class="stack">
            <legend>{t!("accounts.new.contact_legend")}</legend>
            <p class="lede">{t!("accounts.new.contact_text")}</p>
            <Field
                id="account-contact"
                name="contact"
                label=t!("contacts.field.name")
                optional=t!("common.optional")
                value=typed("account", "contact", "")
                error=fault("account", "contact")
                maxlength=MAX_NAME
                user_text=true
                autocomplete="off"
            />
            <Field
                id="account-email"
                name="email"
                kind="email"
                label=t!("contacts.field.email")
                optional=t!("common.optional")
                value=typed("account", "email", "")
                error=fault("account", "email")
                autocomplete="off"
            />
            <KnownIsFine form="account"/>
            <LocaleField form="account" stored=shell().locale/>
        </fieldset>
    }
    .into_any()
}
