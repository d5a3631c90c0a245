//! The accounts assigned to a member; a search finds those to be added.

use crate::team::model::{AccountLine, MemberCard};
use crate::team::rules::MOST_ACCOUNTS;
use i18n::t;
use kernel::{Right, Role, paths};
use leptos::prelude::*;
use ui::{Badge, Button, Card, EmptyState, Icon, LinkButton, Look, SearchField};

#[component]
pub(super) fn MemberAccounts(card: MemberCard, search: String) -> impl IntoView {
    let member = card.member;
    let sees_all = member.role != Role::Employee || member.rights.has(Right::ViewAllAccounts);
    let text = if sees_all {
        t!("team.accounts.sees_all", name = member.name)
    } else {
        t!("team.accounts.text", name = member.name)
    };
    let searched = !search.trim().is_empty();
    let heading = searched.then(|| {
        let href = paths::member(&member.id);
        view! {
            <div class="row">
                <strong>{t!("team.accounts.found", search = search.trim())}</strong>
                <a class="link" href=href>{t!("team.accounts.clear")}</a>
            </div>
        }
    });
    let more = (card.accounts.len() >= MOST_ACCOUNTS).then(|| {
        view! { <p class="caption">{t!("team.accounts.more", n = MOST_ACCOUNTS)}</p> }
    });
    let lines = if card.accounts.is_empty() {
        nothing(&member.id, &search)
    } else {
        let (id, name) = (member.id.clone(), member.name.clone());
        let lines: Vec<_> = card
            .accounts
            .into_iter()
            .map(|account| {
                view! { <Line account=account member=id.clone() name=name.clone() search=search.clone()/> }
            })
            .collect();
        view! { <ul class="stack">{lines}</ul> }.into_any()
    };
    view! {
        <Card title=t!("team.accounts.title") subtitle=text>
            <div class="stack">
                <form method="get" action=paths::member(&member.id) role="search" class="row">
                    <SearchField
                        id="account-search"
                        label=t!("team.accounts.search")
                        placeholder=t!("team.accounts.search_hint")
                        value=search
                    />
                    <Button icon="search">{t!("common.search")}</Button>
                </form>
                {heading}
                {lines}
                {more}
            </div>
        </Card>
    }
    .into_any()
}

#[component]
fn Line(account: AccountLine, member: String, name: String, search: String) -> impl IntoView {
    let (text, label, icon) = if account.assigned {
        let label = t!("team.accounts.remove_name", account = account.name, name = name);
        (t!("team.accounts.remove"), label, "x")
    } else {
        let label = t!("team.accounts.add_name", account = account.name, name = name);
        (t!("team.accounts.add"), label, "plus")
    };
    let on = if account.assigned { "false" } else { "true" };
    let archived =
        account.archived.then(|| view! { <Badge icon="archive">{t!("accounts.archived")}</Badge> });
    let (code, href) = (account.code.clone(), paths::account_info(&account.code));
    view! {
        <li>
            <form method="post" action=paths::member_accounts(&member) class="row">
                <input type="hidden" name="account" value=account.code.clone()/>
                <input type="hidden" name="on" value=on/>
                <input type="hidden" name="q" value=search/>
                <Badge>{code}</Badge>
                <a class="link" dir="auto" href=href>{account.name.clone()}</a>
                {archived}
                <button type="submit" class="btn btn-small" aria-label=label>
                    <Icon name=icon/>
                    <span class="btn-text">{text}</span>
                </button>
            </form>
        </li>
    }
    .into_any()
}

fn nothing(member: &str, search: &str) -> AnyView {
    if search.trim().is_empty() {
        return view! { <EmptyState icon="building-2" text=t!("team.accounts.none")/> }.into_any();
    }
    let href = paths::member(member);
    view! {
        <EmptyState icon="search" text=t!("team.accounts.no_match", search = search.trim())>
            <LinkButton href=href look=Look::Secondary>{t!("team.accounts.clear")}</LinkButton>
        </EmptyState>
    }
    .into_any()
}
