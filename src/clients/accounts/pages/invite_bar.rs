//! Choosing accounts in the list, and the ways to invite the people behind them (INV-6).
//!
//! What is ticked stays ticked while one pages, searches and goes back and forth in the browser's history. Without JavaScript
//! the boxes are fields of a form, and the bar appears by CSS.

use crate::accounts::list::Accounts;
use crate::accounts::model::AccountRow;
use crate::accounts::rules::MOST_IN_AN_ADDRESS;
use access::gate::{VisitorCard, shell};
use i18n::{t, tn};
use kernel::paths;
use leptos::ev::Event;
use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use lists::{Selected, Wanted};
use std::collections::BTreeSet;
use ui::{Button, Feedback, LinkButton, Look, Toast, browser, use_feedback};

/// What the browser keeps for each entry of its history.
const KEPT: &str = "accounts";

/// What is ticked; it outlives the list, which is drawn anew whenever somebody changes something.
#[derive(Clone, Copy)]
pub(super) struct Ticked {
    codes: RwSignal<BTreeSet<String>>,
    /// The box that was used last.
    last: StoredValue<String>,
}

impl Ticked {
    /// What was ticked on this page when it was left, if one has come back to it.
    pub(super) fn here() -> Self {
        let codes = RwSignal::new(BTreeSet::new());
        let whose = match shell().visitor {
            VisitorCard::SignedIn { email, .. } => email,
            _ => String::new(),
        };
        let kept = browser::kept(KEPT, &whose, paths::ACCOUNTS);
        let query = use_query_map();
        // After the page woke up, which has to be as the server drew it.
        Effect::new(move |woken: Option<()>| {
            let all =
                codes.with(|codes: &BTreeSet<String>| codes.iter().cloned().collect::<Vec<_>>().join(","));
            // Another search is another address, and the entry of the history is as good as new.
            query.track();
            match (woken, &kept) {
                (Some(()), _) => browser::keep(KEPT, &whose, paths::ACCOUNTS, &all),
                (None, Some(kept)) => {
                    let kept = Selected::<Accounts>::parse_ids(kept);
                    codes.update(|codes| codes.extend(kept));
                }
                (None, None) => {}
            }
        });
        Self { codes, last: StoredValue::new(String::new()) }
    }

    /// How many are ticked if these are, too.
    fn count_with(self, rows: &[AccountRow]) -> usize {
        self.codes.with(|codes| codes.len() + rows.iter().filter(|row| !codes.contains(&row.code)).count())
    }

    fn has(self, code: &str) -> bool {
        self.codes.with(|codes| codes.contains(code))
    }

    /// Whether the box is as it was clicked: no more are ticked than can be sent.
    fn set(self, code: &str, on: bool, feedback: Feedback) -> bool {
        self.last.set_value(code.to_owned());
        if on && self.codes.with_untracked(|codes| codes.len() >= MOST_IN_AN_ADDRESS) {
            feedback.toast(Toast::error(t!("accounts.invite.most", n = MOST_IN_AN_ADDRESS)));
            return false;
        }
        self.codes.update(|codes| {
            if on {
                codes.insert(code.to_owned());
            } else {
                codes.remove(code);
            }
        });
        self.say(feedback);
        true
    }

    fn say(self, feedback: Feedback) {
        feedback.announce(tn!("accounts.invite.count", self.codes.with_untracked(BTreeSet::len)));
    }
}

/// The box of one row; a plain checkbox of the form around the table.
#[component]
pub(super) fn TickCell(code: String, name: String) -> impl IntoView {
    let ticked = expect_context::<Ticked>();
    let feedback = use_feedback();
    let (id, value) = (format!("tick-{code}"), code.clone());
    let input = NodeRef::<Input>::new();
    let of_box = code.clone();
    Effect::new(move |was_drawn: Option<bool>| {
        let is_ticked = ticked.has(&of_box);
        let Some(input) = input.get() else { return false };
        // It may have been ticked before the page was alive.
        if was_drawn != Some(true) && input.checked() && !is_ticked {
            ticked.codes.update(|codes| {
                codes.insert(of_box.clone());
            });
        } else {
            input.set_checked(is_ticked);
        }
        true
    });
    let change = move |event: Event| {
        if !ticked.set(&code, event_target_checked(&event), feedback)
            && let Some(input) = input.get_untracked()
        {
            input.set_checked(false);
        }
    };
    view! {
        <td role="cell">
            <input
                type="checkbox"
                class="check-box"
                id=id
                name="account"
                value=value
                autocomplete="off"
                aria-label=t!("accounts.tick", name = name)
                node_ref=input
                on:change=change
            />
        </td>
    }
    .into_any()
}

/// Everybody, or everybody who matches: the way to them that needs no ticks.
#[component]
pub(super) fn InviteEverybody(wanted: Wanted<Accounts>) -> impl IntoView {
    let text = match wanted.search() {
        "" => t!("accounts.invite.everybody"),
        search => t!("accounts.invite.matching", search = search),
    };
    let href = Selected::all_of(wanted).href(paths::ACCOUNTS_INVITE);
    view! {
        <p class="table-above">
            <LinkButton href=href look=Look::Ghost icon="send" small=true>{text}</LinkButton>
        </p>
    }
    .into_any()
}

/// What can be done with the ticked accounts. It appears with the first one, at the bottom of the screen.
#[component]
pub(super) fn InviteBar(rows: RwSignal<Vec<AccountRow>>) -> impl IntoView {
    let ticked = expect_context::<Ticked>();
    let feedback = use_feedback();
    let is_shown = move |code: &String| rows.with(|rows| rows.iter().any(|row| row.code == *code));
    // Those that another page or another search shows go along.
    let elsewhere = Memo::new(move |_| {
        let codes = ticked.codes.get();
        codes.into_iter().filter(|code| !is_shown(code)).collect::<Vec<_>>()
    });
    let count = move || {
        let n = ticked.codes.with(BTreeSet::len);
        (n > 0).then(|| tn!("accounts.invite.count", n))
    };
    let hidden_count = move || {
        let n = elsewhere.with(Vec::len);
        (n > 0).then(|| tn!("accounts.invite.elsewhere", n))
    };
    let all = move |_| {
        ticked.codes.update(|codes| codes.extend(rows.with_untracked(|rows| codes_of(rows))));
        ticked.say(feedback);
    };
    let clear = move |_| {
        ticked.codes.set(BTreeSet::new());
        ticked.say(feedback);
        // The bar goes, and with it what had the focus.
        browser::focus(&format!("tick-{}", ticked.last.get_value()));
    };
    let has_room = move || rows.with(|rows| rows.len() > 1 && ticked.count_with(rows) <= MOST_IN_AN_ADDRESS);
    view! {
        <div class="table-form-bar">
            <p class="table-form-count">
                <strong>{count}</strong>
                {move || hidden_count().map(|text| view! { <span class="caption">{text}</span> })}
            </p>
            <Button look=Look::Primary icon="send">{t!("accounts.invite.ticked")}</Button>
            {move || has_room().then(|| view! {
                <Button kind="button" look=Look::Ghost live_only=true on_click=all>
                    {tn!("accounts.invite.shown", rows.with(Vec::len))}
                </Button>
            })}
            <Button kind="button" look=Look::Ghost live_only=true on_click=clear>{t!("accounts.invite.clear")}</Button>
            {move || {
                let field = |code| view! { <input type="hidden" name="account" value=code/> };
                elsewhere.get().into_iter().map(field).collect_view()
            }}
        </div>
    }
    .into_any()
}

fn codes_of(rows: &[AccountRow]) -> Vec<String> {
    rows.iter().map(|row| row.code.clone()).collect()
}

/// The form around table and bar: without JavaScript the boxes are its fields.
#[component]
pub(super) fn InviteForm(children: Children) -> impl IntoView {
    view! { <form method="get" action=paths::ACCOUNTS_INVITE class="table-form">{children()}</form> }
        .into_any()
}
