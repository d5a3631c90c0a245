//! Addresses with whom they belong to, why they are left out, and what can be done about it.

use crate::bulk_invitations::model::{LeftOut, PlanLine};
use access::access_state::AccessBadge;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Card, Column, Table};

/// A card with one line an address.
#[component]
pub(super) fn PlanTable(
    title: String,
    lines: Vec<PlanLine>,
    /// Whether it is said why they are left out.
    reasons: bool,
) -> impl IntoView {
    let mut columns = vec![
        Column::new(t!("bulk_invitations.column.address")),
        Column::new(t!("bulk_invitations.column.name")),
        Column::new(t!("bulk_invitations.column.accounts")),
        Column::new(t!("bulk_invitations.column.access")),
    ];
    if reasons {
        columns.push(Column::new(t!("bulk_invitations.column.reason")));
    }
    let has_login_off = reasons && lines.iter().any(|line| line.left_out == Some(LeftOut::LoginOff));
    let rows = lines.into_iter().map(|line| view! { <Line line=line reasons=reasons/> }).collect_view();
    let table = view! { <Table label=title.clone() columns=columns cards=true>{rows}</Table> };
    if has_login_off {
        let hint = t!("bulk_invitations.login_off");
        view! { <Card title=title subtitle=hint flush=true>{table}</Card> }.into_any()
    } else {
        view! { <Card title=title flush=true>{table}</Card> }.into_any()
    }
}

#[component]
fn Line(line: PlanLine, reasons: bool) -> impl IntoView {
    let accounts = line
        .accounts
        .into_iter()
        .map(|(code, name)| {
            let href = paths::account_info(&code);
            view! { <div><a class="link" dir="auto" href=href>{format!("{name} ({code})")}</a></div> }
        })
        .collect_view();
    let reason = line.left_out.filter(|_| reasons).map(|why| {
        view! { <td role="cell" data-label=t!("bulk_invitations.column.reason")>{reason(why)}</td> }
    });
    view! {
        <tr role="row">
            <td role="cell">{line.email}</td>
            <td role="cell" data-label=t!("bulk_invitations.column.name") dir="auto">{line.name}</td>
            <td role="cell" data-label=t!("bulk_invitations.column.accounts")><div>{accounts}</div></td>
            <td role="cell" data-label=t!("bulk_invitations.column.access")><AccessBadge state=line.access/></td>
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
        LeftOut::Missed => t!("bulk_invitations.reason.missed"),
    }
}
