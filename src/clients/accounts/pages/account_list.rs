//! All accounts that one may see: search, Active and Archived, by state of access, part by part. The address holds the whole state.

use super::access_filter::AccessFilter;
use super::account_table::AccountTable;
use super::invite_bar::Ticked;
use crate::accounts::list::Accounts;
use crate::accounts::model::AccountRow;
use crate::accounts::server_fns::account_list;
use crate::first_steps::FirstSteps;
use access::access_state::AccessState;
use access::gate::{Problem, shell};
use i18n::t;
use kernel::live::Watch;
use kernel::{Right, paths};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use lists::{Paging, Wanted};
use std::time::Duration;
use ui::live::Live;
use ui::{LinkButton, Look, PageHeader, SearchField, Skeleton, TabItem, Tabs, Title, each};

/// How long typing must rest before the list follows, in milliseconds.
const REST: u64 = 250;

/// `/app/accounts`
#[component]
pub fn AccountListPage() -> impl IntoView {
    let paging = Paging::<Accounts>::here(paths::ACCOUNTS);
    let wanted = paging.begin();
    let page = ui::outlined(
        move || (wanted.get(), paging.asked()),
        move |(wanted, _)| account_list(wanted.of_parts(paging.shown())),
        |part| part.outline(AccountRow::outline),
    );
    provide_context(Ticked::here());
    if let Some(live) = use_context::<Live>() {
        live.on(Watch::Lists, move |_| page.refetch());
    }
    let add = shell().visitor.may(Right::ManageAccounts).then(|| {
        view! { <LinkButton href=paths::ACCOUNT_NEW look=Look::Primary icon="plus">{t!("accounts.list.add")}</LinkButton> }
    });
    view! {
        <Title text=t!("accounts.list.title")/>
        <PageHeader title=t!("accounts.list.title") actions=move || add/>
        <FirstSteps/>
        <Finder wanted=wanted/>
        <Transition fallback=|| view! { <Skeleton label=t!("common.loading") rows=8/> }>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(part) => {
                        view! { <AccountTable part=part wanted=wanted.get_untracked() paging=paging/> }.into_any()
                    }
                    Err(error) => view! { <Problem error=error within=true/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

/// Tabs and search. Without JavaScript Enter sends the form; with it the list follows the typing.
#[component]
fn Finder(wanted: Memo<Wanted<Accounts>>) -> impl IntoView {
    // Of its own each: what does not change is not drawn anew, and keeps the focus.
    let search = Memo::new(move |_| wanted.with(|wanted| wanted.search().to_owned()));
    let archived = Memo::new(move |_| wanted.with(Accounts::is_archived));
    let access = Memo::new(move |_| wanted.with(Accounts::access));
    let navigate = use_navigate();
    let typing = StoredValue::new(0u32);
    // What the address says because it was typed; whatever else it comes to say is written into the field.
    let sent = StoredValue::new(search.get_untracked());
    let told = Memo::new(move |old: Option<&(u32, String)>| {
        let text = search.get();
        let times = old.map_or(0, |(times, _)| *times);
        let typed = sent.with_value(|sent| sent.trim() == text.trim());
        match old {
            Some(old) if typed => old.clone(),
            _ => (times + 1, text),
        }
    });
    let follow = Callback::new(move |text: String| {
        typing.update_value(|it| *it += 1);
        let mine = typing.get_value();
        let navigate = navigate.clone();
        set_timeout(
            move || {
                // Not when more was typed, or the page has been left.
                let is_newest = typing.try_get_value() == Some(mine);
                if let (true, Some(wanted)) = (is_newest, wanted.try_get_untracked()) {
                    sent.set_value(text.clone());
                    let href = wanted.with_search(&text).href(paths::ACCOUNTS);
                    let options =
                        NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
                    navigate(&href, options);
                }
            },
            Duration::from_millis(REST),
        );
    });
    let field = move |text: String| {
        sent.set_value(text.clone());
        view! {
            <SearchField
                id="account-search"
                label=t!("accounts.list.search")
                placeholder=t!("accounts.list.search_hint")
                value=text
                on_input=follow
            />
        }
        .into_any()
    };
    view! {
        {move || {
            let text = search.get();
            let (current, old) = (Accounts::current(&text, access.get()), Accounts::archived(&text));
            let items = vec![
                TabItem::new(current.href(paths::ACCOUNTS), t!("accounts.list.current"), Signal::derive(move || !archived.get())),
                TabItem::new(old.href(paths::ACCOUNTS), t!("accounts.list.archived"), archived),
            ];
            view! { <Tabs label=t!("accounts.list.tabs") items=items/> }
        }}
        <form
            method="get"
            action=paths::ACCOUNTS
            role="search"
            // What is sent is on its way already, and need not be followed.
            on:submit=move |_| typing.update_value(|it| *it += 1)
        >
            <input type="hidden" name="tab" value=move || if archived.get() { "archived" } else { "active" }/>
            <input type="hidden" name="access" value=move || access.get().map(AccessState::key).unwrap_or_default()/>
            // A field of its own for each text that was not typed: a changed attribute would not reach what is typed.
            {each(move || vec![told.get()], |(times, _)| times.to_string(), move |(_, text)| field(text))}
        </form>
        {move || (!archived.get()).then(|| view! { <AccessFilter search=search.get() chosen=access.get()/> })}
    }
    .into_any()
}
