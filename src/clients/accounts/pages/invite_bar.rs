//! Choosing accounts in the list, and the ways to invite the people behind them (INV-6).

use crate::accounts::model::AccountRow;
use crate::bulk_invitations::rules::Choice;
use i18n::{t, tn};
use kernel::paths;
use leptos::ev::Event;
use leptos::prelude::*;
use std::collections::BTreeSet;
use ui::{Button, LinkButton, Look};

/// Most short ids that an address has room for; beyond it there is the search.
const MOST_IN_AN_ADDRESS: usize = 300;

/// What is ticked; it outlives the list, which is drawn anew whenever somebody changes something.
#[derive(Clone, Copy)]
pub(super) struct Ticked(pub RwSignal<BTreeSet<String>>);

/// The box of one row; a plain checkbox of the form around the table.
#[component]
pub(super) fn TickCell(code: String, name: String) -> impl IntoView {
    let ticked = expect_context::<Ticked>().0;
    let (id, value) = (format!("tick-{code}"), code.clone());
    let checked = ticked.with_untracked(|all| all.contains(&code));
    let change = move |event: Event| {
        ticked.update(|all| {
            if event_target_checked(&event) {
                all.insert(code.clone());
            } else {
                all.remove(&code);
            }
        });
    };
    view! {
        <td role="cell">
            <input
                type="checkbox"
                class="check-box"
                id=id
                name="account"
                value=value
                checked=checked
                aria-label=t!("accounts.tick", name = name)
                on:change=change
            />
        </td>
    }
    .into_any()
}

/// The chosen, all that are shown, all that match: each leads to the list of those who would be written to.
#[component]
pub(super) fn InviteBar(rows: RwSignal<Vec<AccountRow>>, search: String) -> impl IntoView {
    let ticked = expect_context::<Ticked>().0;
    let shown = move || {
        let codes = rows.with(|rows| rows.iter().map(|row| row.code.clone()).collect());
        Choice { codes, ..Choice::default() }.href()
    };
    let count = move || rows.with(Vec::len);
    let everybody = if search.trim().is_empty() {
        t!("accounts.invite.everybody")
    } else {
        t!("accounts.invite.matching", search = search.trim())
    };
    let all = Choice { all: true, search, ..Choice::default() }.href();
    view! {
        <div class="row table-form-bar">
            <Button icon="send">{t!("accounts.invite.ticked")}</Button>
            {move || (count() <= MOST_IN_AN_ADDRESS).then(|| {
                let text = tn!("accounts.invite.shown", count());
                view! { <LinkButton href=shown() look=Look::Ghost>{text}</LinkButton> }
            })}
            <LinkButton href=all look=Look::Ghost>{everybody}</LinkButton>
            <span class="caption" role="status">
                {move || {
                    let n = ticked.with(BTreeSet::len);
                    (n > 0).then(|| tn!("accounts.invite.count", n))
                }}
            </span>
        </div>
    }
    .into_any()
}

/// The form around table and bar: without JavaScript the boxes are its fields.
#[component]
pub(super) fn InviteForm(children: Children) -> impl IntoView {
    view! { <form method="get" action=paths::ACCOUNTS_INVITE class="table-form">{children()}</form> }
        .into_any()
}
