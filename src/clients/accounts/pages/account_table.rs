//! The rows of the list, and the next part of it.

use super::account_fields::kind_label;
use super::code_badge::CodeBadge;
use super::invite_bar::{InviteBar, InviteEverybody, InviteForm, TickCell};
use crate::accounts::list::Accounts;
use crate::accounts::model::AccountRow;
use crate::accounts::server_fns::account_list;
use crate::parts::best_only;
use crate::wording;
use access::access_state::{AccessBadges, access_word};
use access::gate::shell;
use directory::accounts::AccountKind;
use i18n::{key, t, tn};
use kernel::{Right, paths};
use leptos::prelude::*;
use leptos::task::spawn_local;
use lists::{Paging, Part, Wanted};
use ui::{
    Avatar, AvatarShape, Badge, Column, EmptyState, LinkButton, Look, Table, Tone, each, found, found_by,
    use_feedback,
};

/// A part of the list with everything that was loaded after it.
#[component]
pub(super) fn AccountTable(
    part: Part<AccountRow>,
    wanted: Wanted<Accounts>,
    paging: Paging<Accounts>,
) -> impl IntoView {
    if part.rows.is_empty() {
        return view! { {nothing(&wanted)}{part.capped.then(best_only)} }.into_any();
    }
    let rows = RwSignal::new(part.rows);
    let next = RwSignal::new(part.next);
    let capped = part.capped;
    let may = shell().visitor.may(Right::ManageAccounts) && !Accounts::is_archived(&wanted);
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
    let start = wanted.after().map(|_| {
        let href = wanted.clone().at_start().href(paths::ACCOUNTS);
        view! { <p><a class="link" href=href>{t!("accounts.list.start")}</a></p> }
    });
    let table = view! {
        <Table label=t!("accounts.list.title") columns=columns cards=true>
            {each(
                move || rows.get().into_iter().enumerate().collect(),
                |(_, row)| row.code.clone(),
                move |(place, row)| view! { <Row row=row id=paging.id_of(place) may=may words=words/> }.into_any(),
            )}
        </Table>
    }
    .into_any();
    let table = if may {
        let everybody =
            Accounts::access(&wanted).is_none().then(|| view! { <InviteEverybody wanted=wanted.clone()/> });
        view! { {everybody}<InviteForm>{table}<InviteBar rows=rows/></InviteForm> }.into_any()
    } else {
        table
    };
    view! {
        {start}
        {table}
        {move || {
            let wanted = wanted.clone();
            next.get().map(|after| view! { <More wanted=wanted after=after rows=rows next=next paging=paging/> })
        }}
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
            never: i18n::text(const { key("accounts.never") }),
        }
    }
}

#[component]
fn Row(row: AccountRow, id: Option<&'static str>, may: bool, words: Words) -> impl IntoView {
    let shape = if row.kind == AccountKind::Company { AvatarShape::Company } else { AvatarShape::Person };
    let tick = may.then(|| view! { <TickCell code=row.code.clone() name=row.name.clone()/> });
    let login = match row.last_login {
        Some(at) => view! { <time datetime=at.iso>{at.text}</time> }.into_any(),
        None => view! { <span class="lede">{words.never}</span> }.into_any(),
    };
    let (href, code, testid) =
        (paths::account_info(&row.code), row.code.clone(), format!("account-{}", row.code));
    let notify = if row.notify { words.on } else { words.off };
    let (bell, bell_tone) = if row.notify { ("bell", Tone::Neutral) } else { ("bell-off", Tone::Warning) };
    view! {
        <tr role="row" id=id class="compact" data-testid=testid>
            {tick}
            <td role="cell" data-label=words.code>
                <CodeBadge code=code found=row.found.code access=row.access.best()/>
            </td>
            <td role="cell">
                <span class="row">
                    <Avatar id=row.code.clone() name=row.name.clone() shape=shape/>
                    <a class="link" dir="auto" href=href>{found(row.name, row.found.name)}</a>
                </span>
                {found_by(row.found.why)}
            </td>
            <td role="cell" data-label=words.kind>{kind_label(row.kind)}</td>
            <td role="cell" class="cell-words" data-label=words.people><AccessBadges counts=row.access/></td>
            <td role="cell" class="cell-named" data-label=words.notify>
                <Badge tone=bell_tone icon=bell>{notify}</Badge>
            </td>
            <td role="cell" class="cell-named" data-label=words.last_login>{login}</td>
        </tr>
    }
    .into_any()
}

/// The link to the next part; once the page is alive it is added below.
#[component]
fn More(
    wanted: Wanted<Accounts>,
    after: String,
    rows: RwSignal<Vec<AccountRow>>,
    next: RwSignal<Option<String>>,
    paging: Paging<Accounts>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let feedback = use_feedback();
    let following = wanted.behind(&after);
    let load = Callback::new(move |_| {
        let following = following.clone();
        let shown = rows.with_untracked(Vec::len);
        busy.set(true);
        spawn_local(async move {
            match account_list(following).await {
                Ok(part) => {
                    feedback.announce(tn!("accounts.loaded", part.rows.len()));
                    rows.update(|rows| {
                        rows.truncate(shown);
                        rows.extend(part.rows);
                    });
                    paging.grew(shown);
                    next.set(part.next);
                }
                Err(error) => feedback.alert(wording::say(&error)),
            }
            busy.try_set(false);
        });
    });
    paging.more(&after, busy, load)
}

/// No accounts at all, none here, or none that match.
fn nothing(wanted: &Wanted<Accounts>) -> AnyView {
    if let Some(state) = Accounts::access(wanted) {
        let href = Accounts::current(wanted.search(), None).href(paths::ACCOUNTS);
        let text = t!("accounts.list.none_in_state", state = access_word(state));
        return view! {
            <EmptyState icon="search" text=text>
                <LinkButton href=href look=Look::Secondary>{t!("accounts.list.any_state")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    let archived = Accounts::is_archived(wanted);
    if !wanted.search().is_empty() || wanted.after().is_some() {
        let href = wanted.clone().with_search("").href(paths::ACCOUNTS);
        let text = t!("accounts.list.no_match", search = wanted.search());
        return view! {
            <EmptyState icon="search" text=text>
                <LinkButton href=href look=Look::Secondary>{t!("accounts.list.clear")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    if archived {
        return view! {
            <EmptyState icon="archive" text=t!("accounts.list.none_archived")>
                <LinkButton href=paths::ACCOUNTS look=Look::Secondary>{t!("accounts.list.to_current")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    let first = shell().visitor.may(Right::ManageAccounts).then(|| {
        view! { <LinkButton href=paths::ACCOUNT_NEW look=Look::Secondary icon="plus">{t!("accounts.list.add")}</LinkButton> }
    });
    view! {
        <EmptyState icon="building-2" title=t!("accounts.list.none_title") text=t!("accounts.list.none")>{first}</EmptyState>
    }
    .into_any()
}
