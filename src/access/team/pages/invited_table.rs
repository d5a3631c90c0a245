//! Invitations that nobody has accepted yet: send again, withdraw.

use super::words::{may_do, role_name};
use crate::team::model::InvitedRow;
use crate::team::rules::INVITATION_LIFE;
use i18n::t;
use kernel::{Ts, paths};
use leptos::prelude::*;
use ui::{Badge, Button, Card, Column, Look, Table, Tone};

#[component]
pub(super) fn InvitedTable(rows: Vec<InvitedRow>) -> impl IntoView {
    let columns = vec![
        Column::new(t!("team.column.name")),
        Column::new(t!("team.column.role")),
        Column::new(t!("team.column.rights")),
        Column::new(t!("team.column.state")),
        Column::unseen(t!("team.column.actions")),
    ];
    let rows = rows.into_iter().map(|row| view! { <Row row=row/> }).collect_view();
    let text = t!("team.invited.text", hours = INVITATION_LIFE / Ts::HOUR);
    view! {
        <Card title=t!("team.invited.title") subtitle=text flush=true>
            <Table label=t!("team.invited.title") columns=columns cards=true>{rows}</Table>
        </Card>
    }
    .into_any()
}

#[component]
fn Row(row: InvitedRow) -> impl IntoView {
    let rights = may_do(row.role, row.rights).into_iter().map(|it| view! { <div>{it}</div> }).collect_view();
    let state = if row.expired {
        view! { <Badge tone=Tone::Warning icon="clock">{t!("team.state.expired", date = row.until.text)}</Badge> }
            .into_any()
    } else {
        view! { <Badge tone=Tone::Info icon="mail">{t!("team.state.invited", date = row.until.text)}</Badge> }
            .into_any()
    };
    let actions = row.mine_to_change.then(|| view! { <Actions id=row.id email=row.email.clone()/> });
    view! {
        <tr role="row">
            <td role="cell">
                <div>
                    <div dir="auto">{row.name}</div>
                    <div class="caption">{row.email}</div>
                </div>
            </td>
            <td role="cell" data-label=t!("team.column.role")>{role_name(row.role)}</td>
            <td role="cell" data-label=t!("team.column.rights")><div>{rights}</div></td>
            <td role="cell" data-label=t!("team.column.state")>{state}</td>
            <td role="cell">{actions}</td>
        </tr>
    }
    .into_any()
}

/// Two buttons that name whom they are about.
#[component]
fn Actions(id: String, email: String) -> impl IntoView {
    let again = t!("team.invited.resend_name", email = email);
    let withdraw = t!("team.invited.withdraw_name", email = email);
    view! {
        <span class="row">
            <form method="post" action=paths::team_invitation_resend(&id)>
                <Button look=Look::Ghost icon="send" icon_only=again/>
            </form>
            <form method="post" action=paths::team_invitation_withdraw(&id)>
                <Button look=Look::Ghost icon="trash-2" icon_only=withdraw/>
            </form>
        </span>
    }
    .into_any()
}
