//! The section Contacts: all addresses of all linked contacts.

use super::live_info::Info;
use super::row_line::{AddressLine, ContactLine};
use super::words::column;
use crate::info::model::{InfoTab, Which};
use access::access_state::AccessState;
use access::gate::shell;
use i18n::t;
use kernel::{Right, paths};
use leptos::prelude::*;
use ui::{Card, Column, EmptyState, LinkButton, Look, Table, each};

/// A line of the table by what it is about.
enum Line {
    Contact(String),
    Address(String),
}

impl Line {
    fn key(&self) -> String {
        match self {
            Line::Contact(id) => format!("contact {id}"),
            Line::Address(id) => format!("address {id}"),
        }
    }
}

fn lines(tab: &InfoTab) -> Vec<Line> {
    tab.contacts
        .iter()
        .flat_map(|contact| {
            let rows = contact.rows.iter().map(|row| Line::Address(row.id.clone()));
            std::iter::once(Line::Contact(contact.id.clone())).chain(rows)
        })
        .collect()
}

/// The card with the table, or the invitation to link somebody.
#[component]
pub(super) fn ContactTable() -> impl IntoView {
    let info = expect_context::<Info>();
    let href = paths::account_add_contact(&info.code());
    let may = shell().visitor.may(Right::ManageAccounts);
    // Above the table, or in its place.
    let add = move || {
        let href = href.clone();
        may.then(|| view! { <LinkButton href=href look=Look::Primary icon="user-plus">{t!("contact_settings.add")}</LinkButton> })
    };
    let nobody = Memo::new(move |_| info.tab.with(|tab| tab.contacts.is_empty()));
    let above = add.clone();
    // How it begins is not to be guessed.
    let uninvited = Memo::new(move |_| {
        info.tab
            .with(|tab| !tab.contacts.is_empty() && !tab.archived && tab.access() == AccessState::NoAccess)
    });
    let hint = move || {
        (may && uninvited.get())
            .then(|| view! { <p class="lede px-6 pb-4">{t!("contact_settings.to_invite")}</p> })
    };
    view! {
        <Card
            title=t!("contact_settings.contacts")
            actions=move || move || (!nobody.get()).then(&above)
            flush=true
        >
            {hint}
            {move || {
                let add = add.clone();
                if nobody.get() {
                    view! { <EmptyState icon="users" text=t!("contact_settings.nobody")>{add()}</EmptyState> }.into_any()
                } else {
                    view! { <Rows/> }.into_any()
                }
            }}
        </Card>
    }
    .into_any()
}

#[component]
fn Rows() -> impl IntoView {
    let info = expect_context::<Info>();
    let mut columns = vec![Column::new(t!("contact_settings.column.address"))];
    columns.extend(Which::ALL.map(|which| Column::new(column(which))));
    columns.push(Column::unseen(t!("common.more")));
    view! {
        <Table label=t!("contact_settings.contacts") columns=columns cards=true>
            {each(
                move || info.tab.with(lines),
                Line::key,
                |line| match line {
                    Line::Contact(id) => view! { <ContactLine id=id/> }.into_any(),
                    Line::Address(id) => view! { <AddressLine id=id/> }.into_any(),
                },
            )}
        </Table>
    }
    .into_any()
}
