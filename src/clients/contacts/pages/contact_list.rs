//! All contacts that one may see, with their addresses and accounts.

use crate::accounts::rules::list_href;
use crate::contacts::model::{ContactPart, ContactRow};
use crate::contacts::server_fns::contact_list;
use crate::parts::{Notices, best_only};
use access::gate::Problem;
use i18n::t;
use kernel::live::Watch;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::live::Live;
use ui::{
    Avatar, Button, Column, EmptyState, LinkButton, LoadMore, Look, PageHeader, SearchField, Skeleton, Table,
    Title,
};

/// `/app/contacts`
#[component]
pub fn ContactListPage() -> impl IntoView {
    let query = use_query_map();
    let search = Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default()));
    let after = Memo::new(move |_| query.with(|query| query.get("after")));
    let page = ui::outlined(
        move || (search.get(), after.get()),
        |(search, after)| contact_list(search, after),
        ContactPart::outline,
    );
    if let Some(live) = use_context::<Live>() {
        live.on(Watch::Lists, move |_| page.refetch());
    }
    view! {
        <Title text=t!("contacts.list.title")/>
        <PageHeader title=t!("contacts.list.title")/>
        <Notices/>
        <form method="get" action=paths::CONTACTS role="search" class="row">
            <For each=move || std::iter::once(search.get()) key=String::clone let:text>
                <SearchField
                    id="contact-search"
                    label=t!("contacts.list.search")
                    placeholder=t!("contacts.list.search_hint")
                    value=text
                />
            </For>
            <Button icon="search">{t!("common.search")}</Button>
        </form>
        <Transition fallback=|| view! { <Skeleton label=t!("common.loading") rows=8/> }>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(part) => {
                        let begun = after.get_untracked().is_some();
                        view! { <Contacts part=part search=search.get_untracked() begun=begun/> }.into_any()
                    }
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Contacts(part: ContactPart, search: String, begun: bool) -> impl IntoView {
    if part.rows.is_empty() {
        return view! { {nothing(&search, begun)}{part.capped.then(best_only)} }.into_any();
    }
    let columns = vec![
        Column::new(t!("contacts.column.name")),
        Column::new(t!("contacts.column.addresses")),
        Column::new(t!("contacts.column.accounts")),
    ];
    let best = (part.capped && part.next.is_none()).then(best_only);
    let more = part.next.map(|after| {
        let href = list_href(paths::CONTACTS, &search, false, Some(&after));
        view! { <LoadMore href=href text=t!("contacts.list.more")/> }
    });
    let rows = part.rows;
    let rows = move || rows.iter().cloned().map(|row| view! { <Row row=row/> }).collect_view();
    view! {
        <Table label=t!("contacts.list.title") columns=columns cards=true>{rows}</Table>
        {more}
        {best}
    }
    .into_any()
}

#[component]
fn Row(row: ContactRow) -> impl IntoView {
    let addresses = row.addresses.into_iter().map(|email| view! { <div>{email}</div> }).collect_view();
    let accounts = row
        .accounts
        .into_iter()
        .map(|(code, name)| {
            let href = paths::account_info(&code);
            view! { <div><a class="link" dir="auto" href=href>{format!("{name} ({code})")}</a></div> }
        })
        .collect_view();
    view! {
        <tr role="row">
            <td role="cell">
                <span class="row">
                    <Avatar id=row.id.clone() name=row.name.clone()/>
                    <a class="link" dir="auto" href=paths::contact(&row.id)>{row.name.clone()}</a>
                </span>
            </td>
            <td role="cell" data-label=t!("contacts.column.addresses")><div>{addresses}</div></td>
            <td role="cell" data-label=t!("contacts.column.accounts")><div>{accounts}</div></td>
        </tr>
    }
    .into_any()
}

fn nothing(search: &str, begun: bool) -> AnyView {
    if search.trim().is_empty() && !begun {
        return view! { <EmptyState icon="users" title=t!("contacts.list.none_title") text=t!("contacts.list.none")/> }
            .into_any();
    }
    view! {
        <EmptyState icon="search" text=t!("contacts.list.no_match", search = search.trim())>
            <LinkButton href=paths::CONTACTS look=Look::Secondary>{t!("accounts.list.clear")}</LinkButton>
        </EmptyState>
    }
    .into_any()
}
