//! Name and kind of an account, and the way to the archive and back.

use super::account_fields::AccountFields;
use crate::accounts::model::AccountForm;
use crate::accounts::server_fns::account_to_edit;
use crate::parts::{FormProblem, VersionField, back_to};
use access::gate::Problem;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{Button, Card, Dialog, DialogActions, LinkButton, Look, PageHeader, Skeleton, Title};

/// `/app/accounts/:code/edit`
#[component]
pub fn AccountEditPage() -> impl IntoView {
    let params = use_params_map();
    let form =
        ui::data(move || params.with(|params| params.get("code").unwrap_or_default()), account_to_edit);
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(|query| query.get("ask").as_deref() == Some("archive")));
    view! {
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
            {move || Suspend::new(async move {
                match form.await {
                    Ok(form) => view! { <EditBody form=form asked=asked/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn EditBody(form: AccountForm, asked: Memo<bool>) -> impl IntoView {
    let title = t!("accounts.edit.title", name = form.name);
    let code = form.code.clone();
    let archive = form.clone();
    let back = paths::account_info(&form.code);
    let question = form.clone();
    let dialog = move || {
        let asked = asked.get() && !question.archived;
        asked.then(|| view! { <ArchiveDialog form=question.clone()/> })
    };
    view! {
        <Title text=title.clone()/>
        <PageHeader title=title subtitle=code/>
        <Card>
            <form novalidate method="post" action=paths::account_edit(&form.code) class="stack">
                <FormProblem form="account"/>
                <VersionField form="account" stored=form.version/>
                <AccountFields name=form.name.clone() kind=form.kind name_hint=t!("accounts.edit.name_hint")/>
                <div class="row">
                    <Button look=Look::Primary>{t!("common.save")}</Button>
                    <LinkButton href=back look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                </div>
            </form>
        </Card>
        <ArchiveCard form=archive/>
        {dialog}
    }
    .into_any()
}

/// What the archive means, and the button there or back.
#[component]
fn ArchiveCard(form: AccountForm) -> impl IntoView {
    let code = form.code.clone();
    let button = if form.archived {
        view! {
            <form method="post" action=paths::account_reactivate(&code)>
                <input type="hidden" name="version" value=form.version.to_string()/>
                <Button icon="undo-2">{t!("accounts.reactivate.submit")}</Button>
            </form>
        }
        .into_any()
    } else {
        let href = format!("{}?ask=archive", paths::account_edit(&code));
        view! { <LinkButton href=href icon="archive">{t!("accounts.archive.ask")}</LinkButton> }.into_any()
    };
    let (title, text) = if form.archived {
        (t!("accounts.reactivate.title"), t!("accounts.reactivate.text"))
    } else {
        (t!("accounts.archive.title"), t!("accounts.archive.text"))
    };
    view! {
        <Card title=title>
            <div class="stack">
                <FormProblem form="archive"/>
                <p>{text}</p>
                {button}
            </div>
        </Card>
    }
    .into_any()
}

/// The question, naming the account.
#[component]
fn ArchiveDialog(form: AccountForm) -> impl IntoView {
    let page = paths::account_edit(&form.code);
    let close = back_to(&page);
    view! {
        <Dialog
            id="archive-dialog"
            title=t!("accounts.archive.question", name = form.name, code = form.code)
            close=t!("common.close")
            close_href=page.clone()
            on_close=close
            opened=true
        >
            <form method="post" action=paths::account_archive(&form.code) class="stack">
                <p>{t!("accounts.archive.text")}</p>
                <input type="hidden" name="version" value=form.version.to_string()/>
                <DialogActions>
                    <LinkButton href=page look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                    <Button look=Look::Danger icon="archive">{t!("accounts.archive.submit")}</Button>
                </DialogActions>
            </form>
        </Dialog>
    }
    .into_any()
}
