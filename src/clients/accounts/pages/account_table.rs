//! The rows of the list, and the next part of it.

use super::account_fields::kind_label;
use super::code_badge::CodeBadge;
use super::invite_bar::{InviteBar, InviteForm, TickCell};
use crate::accounts::model::{AccountKind, AccountPage, AccountRow};
use crate::accounts::rules::list_href;
use crate::accounts::server_fns::account_list;
use crate::parts::best_only;
use crate::wording;
use access::gate::shell;
use i18n::{key, t, tn};
use kernel::{Right, paths};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Avatar, AvatarShape, Badge, Column, EmptyState, LinkButton, LoadMore, Look, Table, Tone, use_feedback,
};

/// A part of the list with everything that was loaded after it.
#[component]
pub(super) fn AccountTable(part: AccountPage, search: String, archived: bool, begun: bool) -> impl IntoView {
    if part.rows.is_empty() {
        return view! { {nothing(&search, archived, begun)}{part.capped.then(best_only)} }.into_any();
    }
    let rows = RwSignal::new(part.rows);
    let next = RwSignal::new(part.next);
    let capped = part.capped;
    let may = shell().visitor.may(Right::ManageAccounts) && !archived;
    let words = Words::here();
    let mut columns = Vec::with_capacity(7);
    if may {
        columns.push(Column::unseen(t!("accounts.column.tick")));
    }
    columns.extend([
        Column::new(t!("accounts.column.code")),
        Column::new(t!("accounts.column.name")),
        Column::new(t!("accounts.column.kind")),
        Column::new(t!("accounts.column.people")),
        Column::new(t!("accounts.column.notify")),
        Column::new(t!("accounts.column.last_login")),
    ]);
    let start = begun.then(|| {
        let href = list_href(paths::ACCOUNTS, &search, archived, None);
        view! { <p><a class="link" href=href>{t!("accounts.list.start")}</a></p> }
    });
    let table = view! {
        <Table label=t!("accounts.list.title") columns=columns cards=true>
            <For each=move || rows.get() key=|row| row.code.clone() let:row>
                <Row row=row may=may words=words/>
            </For>
        </Table>
    }
    .into_any();
    let table = if may {
        let search = search.clone();
        view! { <InviteForm>{table}<InviteBar rows=rows search=search/></InviteForm> }.into_any()
    } else {
        table
    };
    view! {
        {start}
        {table}
        {move || next.get().map(|after| view! { <More after=after search=search.clone() archived=archived rows=rows next=next/> })}
        {move || (capped && next.with(Option::is_none)).then(best_only)}
    }
    .into_any()
}

/// What each row says, looked up once.
#[derive(Clone, Copy)]
struct Words {
    code: &'static str,
    kind: &'static str,
    people: &'static str,
    notify: &'static str,
    last_login: &'static str,
    on: &'static str,
    off: &'static str,
    offline: &'static str,
    never: &'static str,
}

impl Words {
    fn here() -> Self {
        Self {
            code: i18n::text(const { key("accounts.column.code") }),
            kind: i18n::text(const { key("accounts.column.kind") }),
            people: i18n::text(const { key("accounts.column.people") }),
            notify: i18n::text(const { key("accounts.column.notify") }),
            last_login: i18n::text(const { key("accounts.column.last_login") }),
            on: i18n::text(const { key("common.on") }),
            off: i18n::text(const { key("common.off") }),
            offline: i18n::text(const { key("accounts.offline") }),
            never: i18n::text(const { key("accounts.never") }),
        }
    }
}

#[component]
fn Row(row: AccountRow, may: bool, words: Words) -> impl IntoView {
    let shape = if row.kind == AccountKind::Company { AvatarShape::Company } else { AvatarShape::Person };
    let online = row.people > 0;
    let tick = may.then(|| view! { <TickCell code=row.code.clone() name=row.name.clone()/> });
    let people = if row.people > 0 { tn!("accounts.people", row.people) } else { words.offline.to_owned() };
    let login = match row.last_login {
        Some(at) => view! { <time datetime=at.iso>{at.text}</time> }.into_any(),
        None => view! { <span class="lede">{words.never}</span> }.into_any(),
    };
    let (href, code, testid) =
        (paths::account_info(&row.code), row.code.clone(), format!("account-{}", row.code));
    let notify = if row.notify { words.on } else { words.off };
    let (bell, bell_tone) = if row.notify { ("bell", Tone::Neutral) } else { ("bell-off", Tone::Warning) };
    view! {
        <tr role="row" data-testid=testid>
            {tick}
            <td role="cell" data-label=words.code>
                <CodeBadge code=code online=online/>
            </td>
            <td role="cell">
                <span class="row">
                    <Avatar id=row.code.clone() name=row.name.clone() shape=shape/>
                    <a class="link" dir="auto" href=href>{row.name.clone()}</a>
                </span>
            </td>
            <td role="cell" data-label=words.kind>{kind_label(row.kind)}</td>
            <td role="cell" class="cell-words" data-label=words.people>{people}</td>
            <td role="cell" data-label=words.notify>
                <Badge tone=bell_tone icon=bell>{notify}</Badge>
            </td>
            <td role="cell" data-label=words.last_login>{login}</td>
        </tr>
    }
    .into_any()
}

/// The link to the next part; once the page is alive it is added below.
#[component]
fn More(
    after: String,
    search: String,
    archived: bool,
    rows: RwSignal<Vec<AccountRow>>,
    next: RwSignal<Option<String>>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let feedback = use_feedback();
    let href = list_href(paths::ACCOUNTS, &search, archived, Some(&after));
    let load = move |_| {
        let (search, after) = (search.clone(), after.clone());
        let shown = rows.with_untracked(Vec::len);
        busy.set(true);
        spawn_local(async move {
            match account_list(search, archived, Some(after)).await {
                Ok(part) => {
                    feedback.announce(tn!("accounts.loaded", part.rows.len()));
                    rows.update(|rows| {
                        rows.truncate(shown);
                        rows.extend(part.rows);
                    });
                    next.set(part.next);
                }
                Err(error) => feedback.alert(wording::say(&error)),
            }
            busy.try_set(false);
        });
    };
    view! { <LoadMore href=href text=t!("accounts.list.more") busy=busy on_click=load/> }.into_any()
}

/// No accounts at all, none here, or none that match.
fn nothing(search: &str, archived: bool, begun: bool) -> AnyView {
    if !search.trim().is_empty() || begun {
        let href = list_href(paths::ACCOUNTS, "", archived, None);
        let text = t!("accounts.list.no_match", search = search.trim());
        return view! {
            <EmptyState icon="search" text=text>
                <LinkButton href=href look=Look::Secondary>{t!("accounts.list.clear")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    if archived {
        return view! { <EmptyState icon="archive" text=t!("accounts.list.none_archived")/> }.into_any();
    }
    view! { <EmptyState icon="building-2" title=t!("accounts.list.none_title") text=t!("accounts.list.none")/> }
        .into_any()
}
