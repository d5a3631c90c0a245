//! Everybody who works for the firm, and who is invited to.

use super::invited_table::InvitedTable;
use super::parts::follow;
use super::words::{may_do, role_name};
use crate::frame::FormProblems;
use crate::gate::{Problem, shell};
use crate::team::model::{MemberRow, TeamList};
use crate::team::server_fns::read_team;
use i18n::{t, tn};
use kernel::{Right, Role, paths};
use leptos::prelude::*;
use ui::{Avatar, Badge, Column, LinkButton, Look, PageHeader, Skeleton, Table, Title, Tone};

/// `/app/settings/team`
#[component]
pub fn TeamPage() -> impl IntoView {
    let list = ui::data(|| (), |()| read_team());
    follow(None, move || list.refetch());
    // Whoever may not see the team is not offered to add to it either.
    let add = shell().visitor.is_admin().then(|| {
        view! { <LinkButton href=paths::TEAM_INVITE look=Look::Primary icon="user-plus">{t!("team.add")}</LinkButton> }
    });
    view! {
        <Title text=t!("team.title")/>
        <PageHeader title=t!("team.title") subtitle=t!("team.subtitle") actions=move || add/>
        <FormProblems form="team"/>
        <Transition fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
            {move || Suspend::new(async move {
                match list.await {
                    Ok(list) => view! { <Everybody list=list/> }.into_any(),
                    Err(error) => view! { <Problem error=error within=true/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Everybody(list: TeamList) -> impl IntoView {
    let columns = vec![
        Column::new(t!("team.column.name")),
        Column::new(t!("team.column.role")),
        Column::new(t!("team.column.rights")),
        Column::new(t!("team.column.state")),
        Column::new(t!("team.column.last_login")),
        Column::new(t!("team.column.accounts")),
    ];
    let rows = list.members.into_iter().map(|row| view! { <Row row=row/> }).collect_view();
    let invited = (!list.invited.is_empty()).then(|| view! { <InvitedTable rows=list.invited/> });
    view! {
        <div class="stack">
            <Table label=t!("team.title") columns=columns cards=true>{rows}</Table>
            {invited}
        </div>
    }
    .into_any()
}

#[component]
fn Row(row: MemberRow) -> impl IntoView {
    let rights = may_do(row.role, row.rights).into_iter().map(|it| view! { <div>{it}</div> }).collect_view();
    let sees_all = row.role != Role::Employee || row.rights.has(Right::ViewAllAccounts);
    let accounts = (row.accounts > 0 || !sees_all)
        .then(|| view! { <div>{tn!("team.accounts.count", row.accounts)}</div> });
    let all = sees_all.then(|| view! { <div>{t!("team.all_accounts")}</div> });
    let login = match row.last_login {
        Some(at) => view! { <time datetime=at.iso>{at.text}</time> }.into_any(),
        None => view! { <span class="lede">{t!("team.never")}</span> }.into_any(),
    };
    let state = match row.deactivated {
        Some(at) => {
            view! { <Badge icon="ban">{t!("team.state.deactivated", date = at.text)}</Badge> }.into_any()
        }
        None => view! { <Badge tone=Tone::Success icon="circle-check">{t!("team.state.active")}</Badge> }
            .into_any(),
    };
    view! {
        <tr role="row">
            <td role="cell">
                <span class="row">
                    <Avatar id=row.email.clone() name=row.name.clone()/>
                    <span>
                        <a class="link" dir="auto" href=paths::member(&row.id)>{row.name.clone()}</a>
                        {row.myself.then(|| view! { " "<Badge>{t!("team.me")}</Badge> })}
                        <span class="caption block">{row.email.clone()}</span>
                    </span>
                </span>
            </td>
            <td role="cell" data-label=t!("team.column.role")>{role_name(row.role)}</td>
            <td role="cell" data-label=t!("team.column.rights")><div>{rights}</div></td>
            <td role="cell" data-label=t!("team.column.state")>{state}</td>
            <td role="cell" data-label=t!("team.column.last_login")>{login}</td>
            <td role="cell" data-label=t!("team.column.accounts")><div>{all}{accounts}</div></td>
        </tr>
    }
    .into_any()
}
