//! Addresses with whom they belong to, and why they are left out.

use crate::bulk_invitations::model::{LeftOut, PlanLine};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Card, Column, Table};

/// A card with one line an address.
#[component]
pub(super) fn PlanTable(title: String, lines: Vec<PlanLine>) -> impl IntoView {
    let reasons = lines.iter().any(|line| line.left_out.is_some());
    let mut columns = vec![
        Column::new(t!("bulk_invitations.column.address")),
        Column::new(t!("bulk_invitations.column.name")),
        Column::new(t!("bulk_invitations.column.accounts")),
    ];
    if reasons {
        columns.push(Column::new(t!("bulk_invitations.column.reason")));
    }
    let rows = lines.into_iter().map(|line| view! { <Line line=line/> }).collect_view();
    view! {
        <Card title=title.clone() flush=true>
            <Table label=title columns=columns cards=true>{rows}</Table>
        </Card>
    }
    .into_any()
}

#[component]
fn Line(line: PlanLine) -> impl IntoView {
    let accounts = line
        .accounts
        .into_iter()
        .map(|(code, name)| {
            let href = paths::account_info(&code);
            view! { <div><a class="link" dir="auto" href=href>{format!("{name} ({code})")}</a></div> }
        })
        .collect_view();
    let reason = line.left_out.map(|why| {
        view! { <td role="cell" data-label=t!("bulk_invitations.column.reason")>{reason(why)}</td> }
    });
    view! {
        <tr role="row">
            <td role="cell">{line.email}</td>
            <td role="cell" data-label=t!("bulk_invitations.column.name") dir="auto">{line.name}</td>
            <td role="cell" data-label=t!("bulk_invitations.column.accounts")><div>{accounts}</div></td>
            {reason}
        </tr>
    }
    .into_any()
}

fn reason(why: LeftOut) -> String {
    match why {
        LeftOut::Active => t!("bulk_invitations.reason.active"),
        LeftOut::LoginOff => t!("bulk_invitations.reason.login_off"),
        LeftOut::Archived => t!("bulk_invitations.reason.archived"),
        LeftOut::JustNow => t!("bulk_invitations.reason.just_now"),
        LeftOut::FiveToday => t!("bulk_invitations.reason.five_today"),
    }
}
