//! All contacts that one may see, with their addresses and accounts. The address holds the whole state.

use crate::contacts::list::Contacts;
use crate::contacts::model::ContactRow;
use crate::contacts::server_fns::contact_list;
use crate::parts::best_only;
use crate::wording;
use access::access_state::{AccessBadge, AccessState};
use access::gate::Problem;
use i18n::{t, tn};
use kernel::live::Watch;
use kernel::paths;
use leptos::prelude::*;
use leptos::task::spawn_local;
use lists::{Paging, Part, Wanted};
use ui::live::Live;
use ui::{
    Avatar, Button, Column, EmptyState, LinkButton, Look, PageHeader, SearchField, Skeleton, Table, Title,
    each, found, found_by, use_feedback,
};

/// `/app/contacts`
#[component]
pub fn ContactListPage() -> impl IntoView {
    let paging = Paging::<Contacts>::here(paths::CONTACTS);
    let wanted = paging.begin();
    let search = Memo::new(move |_| wanted.with(|wanted| wanted.search().to_owned()));
    let page = ui::outlined(
        move || (wanted.get(), paging.asked()),
        move |(wanted, _)| contact_list(wanted.of_parts(paging.shown())),
        |part| part.outline(ContactRow::outline),
    );
    if let Some(live) = use_context::<Live>() {
        live.on(Watch::Lists, move |_| page.refetch());
    }
    view! {
        <Title text=t!("contacts.list.title")/>
        <PageHeader title=t!("contacts.list.title")/>
        <form method="get" action=paths::CONTACTS role="search" class="row">
            {each(move || vec![search.get()], String::clone, |text| view! { <Search text=text/> }.into_any())}
            <Button icon="search">{t!("common.search")}</Button>
        </form>
        <Transition fallback=|| view! { <Skeleton label=t!("common.loading") rows=8/> }>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(part) => {
                        view! { <Found part=part wanted=wanted.get_untracked() paging=paging/> }.into_any()
                    }
                    Err(error) => view! { <Problem error=error within=true/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Found(part: Part<ContactRow>, wanted: Wanted<Contacts>, paging: Paging<Contacts>) -> impl IntoView {
    if part.rows.is_empty() {
        return view! { {nothing(&wanted)}{part.capped.then(best_only)} }.into_any();
    }
    let columns = vec![
        Column::new(t!("contacts.column.name")),
        Column::new(t!("contacts.column.addresses")),
        Column::new(t!("contacts.column.accounts")),
    ];
    let (first, capped) = (part.rows.len(), part.capped);
    // Of those that came with the page only an outline is known; what is added has all its words.
    let (added, next) = (RwSignal::new(Vec::<ContactRow>::new()), RwSignal::new(part.next));
    let rows = part.rows;
    let rows = move || {
        let all = rows.iter().cloned().enumerate();
        all.map(|(place, row)| view! { <Row row=row id=paging.id_of(place)/> }).collect_view()
    };
    let start = wanted.after().map(|_| {
        let href = wanted.clone().at_start().href(paths::CONTACTS);
        view! { <p><a class="link" href=href>{t!("accounts.list.start")}</a></p> }
    });
    let more = move || {
        let wanted = wanted.clone();
        next.get().map(|after| view! { <More wanted=wanted after=after first=first added=added next=next paging=paging/> })
    };
    view! {
        {start}
        <Table label=t!("contacts.list.title") columns=columns cards=true>
            {rows}
            {each(
                move || added.get(),
                |row| row.id.clone(),
                |row| view! { <Row row=row id=None/> }.into_any(),
            )}
        </Table>
        {more}
        {move || (capped && next.with(Option::is_none)).then(best_only)}
    }
    .into_any()
}

/// A field of its own for each text that was not typed: a changed attribute would not reach what is typed.
#[component]
fn Search(text: String) -> impl IntoView {
    view! {
        <SearchField
            id="contact-search"
            label=t!("contacts.list.search")
            placeholder=t!("contacts.list.search_hint")
            value=text
        />
    }
    .into_any()
}

/// The link to the next part; once the page is alive it is added below.
#[component]
fn More(
    wanted: Wanted<Contacts>,
    after: String,
    /// Rows that came with the page.
    first: usize,
    added: RwSignal<Vec<ContactRow>>,
    next: RwSignal<Option<String>>,
    paging: Paging<Contacts>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let feedback = use_feedback();
    let following = wanted.behind(&after);
    let load = Callback::new(move |_| {
        let following = following.clone();
        busy.set(true);
        spawn_local(async move {
            match contact_list(following).await {
                Ok(part) => {
                    feedback.announce(tn!("contacts.loaded", part.rows.len()));
                    let shown = added.try_update(|added| {
                        let shown = added.len();
                        added.extend(part.rows);
                        shown
                    });
                    paging.grew(first + shown.unwrap_or_default());
                    next.try_set(part.next);
                }
                Err(error) => feedback.alert(wording::say(&error)),
            }
            busy.try_set(false);
        });
    });
    paging.more(&after, busy, load)
}

#[component]
fn Row(row: ContactRow, id: Option<&'static str>) -> impl IntoView {
    let of_addresses = row.found.addresses.into_iter().chain(std::iter::repeat(Vec::new()));
    let states = row.access.into_iter().chain(std::iter::repeat(AccessState::NoAccess));
    let addresses = row
        .addresses
        .into_iter()
        .zip(states)
        .zip(of_addresses)
        .map(|((email, state), pieces)| {
            let badge = (state != AccessState::NoAccess).then(|| view! { <AccessBadge state=state/> });
            view! { <div class="badges"><span class="wrap-anywhere">{found(email, pieces)}</span>{badge}</div> }
        })
        .collect_view();
    let accounts = row
        .accounts
        .into_iter()
        .map(|(code, name)| {
            let href = paths::account_info(&code);
            view! { <div><a class="link" dir="auto" href=href>{format!("{name} ({code})")}</a></div> }
        })
        .collect_view();
    view! {
        <tr role="row" id=id>
            <td role="cell">
                <span class="row">
                    <Avatar id=row.id.clone() name=row.name.clone()/>
                    <a class="link" dir="auto" href=paths::contact(&row.id)>{found(row.name, row.found.name)}</a>
                </span>
                {found_by(row.found.why)}
            </td>
            <td role="cell" data-label=t!("contacts.column.addresses")><div>{addresses}</div></td>
            <td role="cell" data-label=t!("contacts.column.accounts")><div>{accounts}</div></td>
        </tr>
    }
    .into_any()
}

fn nothing(wanted: &Wanted<Contacts>) -> AnyView {
    if wanted.search().is_empty() && wanted.after().is_none() {
        return view! {
            <EmptyState icon="users" title=t!("contacts.list.none_title") text=t!("contacts.list.none")>
                <LinkButton href=paths::ACCOUNTS look=Look::Secondary>{t!("contacts.list.to_accounts")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <EmptyState icon="search" text=t!("contacts.list.no_match", search = wanted.search())>
            <LinkButton href=paths::CONTACTS look=Look::Secondary>{t!("accounts.list.clear")}</LinkButton>
        </EmptyState>
    }
    .into_any()
}
