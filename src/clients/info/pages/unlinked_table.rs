//! The section Unlinked e-mails: addresses that are being replaced, or were, and still open the account (CRM-12).

use super::live_info::{Info, JustNow};
use super::state_chip::StateChip;
use super::switch_cell::SwitchCell;
use super::words::column;
use crate::address_changes::{ChangeWords, Progress, RemoveQuestion};
use crate::info::model::{Unlinked, Which};
use access::gate::shell;
use i18n::t;
use kernel::{Right, paths};
use leptos::prelude::*;
use ui::{Card, Column, LinkButton, Table, each};

/// The card; nothing when every address is a contact's.
#[component]
pub(super) fn UnlinkedTable() -> impl IntoView {
    let info = expect_context::<Info>();
    let some = Memo::new(move |_| info.tab.with(|tab| !tab.unlinked.is_empty()));
    move || some.get().then(|| view! { <Section/> })
}

/// The ids of the rows.
fn ids(unlinked: &[Unlinked]) -> Vec<String> {
    unlinked.iter().filter_map(|one| one.contact.rows.first()).map(|row| row.id.clone()).collect()
}

#[component]
fn Section() -> impl IntoView {
    let info = expect_context::<Info>();
    let columns = vec![
        Column::new(t!("contact_settings.column.address")),
        Column::new(column(Which::Login)),
        Column::new(column(Which::Notify)),
        Column::unseen(t!("common.more")),
    ];
    let title = t!("address_changes.unlinked.title");
    view! {
        <Card title=title.clone() subtitle=t!("address_changes.unlinked.text") flush=true>
            <Table label=title.clone() columns=columns cards=true>
                {each(
                    move || info.tab.with(|tab| ids(&tab.unlinked)),
                    String::clone,
                    |id| view! { <UnlinkedLine id=id/> }.into_any(),
                )}
            </Table>
        </Card>
    }
    .into_any()
}

/// One address: what became of it, its switches, and the way back.
#[component]
fn UnlinkedLine(id: String) -> impl IntoView {
    let info = expect_context::<Info>();
    let row = info.row(id.clone());
    let of = id.clone();
    let one = Memo::new(move |_| info.tab.with(|tab| tab.unlinked(&of).cloned().unwrap_or_default()));
    let login = Memo::new(move |_| row.with(|row| row.login));
    let (login_id, notify_id, keep_id) = (id.clone(), id.clone(), id.clone());
    let may = shell().visitor.may(Right::ManageAccounts);
    let code = info.code();
    let keep = move || {
        let waits = one.with(|one| one.change.progress != Progress::Accepted);
        (may && waits).then(|| {
            let href = paths::row_keep(&code, &keep_id);
            view! { <LinkButton href=href icon="undo-2">{t!("address_changes.unlinked.keep")}</LinkButton> }
        })
    };
    let account = info.code();
    let question = move || {
        let asked = one.with(|one| one.change.question.clone());
        asked.map(|question| {
            let email = row.with(|row| row.email.clone());
            let account = account.clone();
            view! { <RemoveQuestion email=email question=question may=may account=account/> }
        })
    };
    view! {
        <tr role="row" data-testid=format!("unlinked-{id}")>
            <td role="cell">
                <div>
                    <div>{move || row.with(|row| row.email.clone())}</div>
                    {move || view! { <StateChip row=row.get()/> }}
                    {move || one.with(|one| {
                        let (name, change) = (one.contact.name.clone(), one.change.clone());
                        view! {
                            <div class="caption" dir="auto">{t!("address_changes.unlinked.of", name = name)}</div>
                            <ChangeWords change=change/>
                        }
                    })}
                    {question}
                </div>
            </td>
            <td role="cell" data-label=column(Which::Login)>
                {move || {
                    let id = login_id.clone();
                    login.get().then(|| view! {
                        <div>
                            <SwitchCell id=id.clone() row=row which=Which::Login/>
                            <JustNow place=Some((id, Which::Login))/>
                        </div>
                    })
                }}
            </td>
            <td role="cell" data-label=column(Which::Notify)>
                <SwitchCell id=notify_id row=row which=Which::Notify/>
            </td>
            <td role="cell">{keep}</td>
        </tr>
    }
    .into_any()
}
