//! The home of an account: what is to be done, whom to ask, what else there is. Nothing on it is made up.

use access::gate::{GrantedAccount, Problem, shell};
use access::switching::{Daypart, HomeView, kind_icon, kind_text, portal_home};
use i18n::{t, tn};
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Button, Card, EmptyState, Icon, LinkButton, Look, PageHeader, Title};

/// Read when it is opened; opening changes nothing.
#[component]
pub fn HomePage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.read().get("account").unwrap_or_default());
    let home = ui::data(move || code.get(), portal_home);
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match home.await {
                    Ok(home) => view! { <Home home=home/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Home(home: HomeView) -> impl IntoView {
    let name = home.name.clone();
    let greeting = match home.daypart {
        Daypart::Morning => t!("portal.greet.morning", name = name),
        Daypart::Day => t!("portal.greet.day", name = name),
        Daypart::Evening => t!("portal.greet.evening", name = name),
    };
    let todos = i64::from(home.review_notifications);
    let subtitle = if todos == 0 { t!("portal.todo.none") } else { tn!("portal.todo", todos) };
    let HomeView { email, account, others, team, .. } = home;
    let firm = shell().firm.name;
    view! {
        <Title text=format!("{} – {firm}", account.name)/>
        <PageHeader title=greeting subtitle=subtitle/>
        <div class="stack">
            {if todos == 0 {
                let text = t!("portal.todo.none_text", firm = firm);
                view! { <Card><EmptyState icon="circle-check" text=text/></Card> }.into_any()
            } else {
                view! { <ReviewNotifications account=account.clone()/> }.into_any()
            }}
            <Contact team=team/>
            <AccountFacts account=account email=email/>
            {(!others.is_empty()).then(|| view! { <Others accounts=others/> })}
        </div>
    }
    .into_any()
}

#[component]
fn ReviewNotifications(account: GrantedAccount) -> impl IntoView {
    let href = paths::portal_notifications(&account.code);
    view! {
        <Card title=t!("portal.todo.notifications")>
            <div class="row">
                <p>{t!("portal.todo.notifications_text", name = account.name)}</p>
                <LinkButton href=href icon="bell">{t!("portal.todo.notifications")}</LinkButton>
            </div>
        </Card>
    }
    .into_any()
}

/// Whom to ask, as far as the firm has said.
#[component]
fn Contact(team: Vec<String>) -> impl IntoView {
    let firm = shell().firm;
    let nothing = team.is_empty() && firm.phone.is_none() && firm.email.is_none();
    let team = (!team.is_empty()).then(|| team.join(" · "));
    view! {
        <Card title=t!("portal.firm.title", firm = firm.name)>
            <dl class="facts">
                {team.map(|names| view! { <Fact label=t!("portal.firm.team")>{names}</Fact> })}
                {firm.phone.map(|phone| {
                    let number = phone.replace(|c: char| !c.is_ascii_digit() && c != '+', "");
                    view! {
                        <Fact label=t!("portal.firm.phone")>
                            <a class="link" rel="external" href=format!("tel:{number}")>{phone}</a>
                        </Fact>
                    }
                })}
                {firm.email.map(|email| {
                    view! {
                        <Fact label=t!("portal.firm.email")>
                            <a class="link" rel="external" href=format!("mailto:{email}")>{email.clone()}</a>
                        </Fact>
                    }
                })}
            </dl>
            {nothing.then(|| view! { <p class="lede">{t!("portal.firm.none", firm = firm.name)}</p> })}
        </Card>
    }
    .into_any()
}

#[component]
fn AccountFacts(account: GrantedAccount, email: String) -> impl IntoView {
    view! {
        <Card title=t!("portal.card.title")>
            <dl class="facts">
                <Fact label=t!("portal.card.name")><span dir="auto">{account.name}</span></Fact>
                <Fact label=t!("portal.card.kind")>{kind_text(&account.kind)}</Fact>
                <Fact label=t!("portal.card.code")>{account.code}</Fact>
                <Fact label=t!("portal.card.login")>{email}</Fact>
            </dl>
        </Card>
    }
    .into_any()
}

#[component]
fn Fact(label: String, children: Children) -> impl IntoView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .into_any()
}

/// So many other accounts have a line of their own; the chooser knows them all.
const OTHERS: usize = 5;

/// The person's other accounts; each is a form, for switching is a post (SEC-30).
#[component]
fn Others(accounts: Vec<GrantedAccount>) -> impl IntoView {
    let more = accounts.len() > OTHERS;
    let rows: Vec<_> = accounts
        .into_iter()
        .take(OTHERS)
        .map(|account| {
            let label = t!("portal.others.switch", name = account.name);
            view! {
                <li class="row">
                    <Icon name=kind_icon(&account.kind)/>
                    <span class="grow" dir="auto">{account.name}</span>
                    <span class="caption">{account.code.clone()}</span>
                    <form method="post" action=paths::CHOOSE>
                        <input type="hidden" name="account" value=account.code/>
                        <Button look=Look::Ghost small=true icon="arrow-left-right">{label}</Button>
                    </form>
                </li>
            }
        })
        .collect();
    view! {
        <Card title=t!("portal.others.title")>
            <div class="stack">
                <ul class="stack">{rows}</ul>
                {more.then(|| {
                    view! { <LinkButton href=paths::CHOOSE icon="arrow-left-right">{t!("portal.switch")}</LinkButton> }
                })}
            </div>
        </Card>
    }
    .into_any()
}
