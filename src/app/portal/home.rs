//! The home of an account: what is to be done, who looks after it, where else to go. Nothing on it is made up.

use access::gate::{GrantedAccount, Problem, shell};
use access::switching::{Daypart, HomeView, kind_text, portal_home};
use i18n::{t, tn};
use kernel::notify::Item;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Avatar, AvatarShape, Card, Icon, LinkButton, PageHeader, Title};

/// Whether there can be something to choose about mails; without, the client has no code for it.
const REVIEWS: bool = !Item::AVAILABLE.is_empty();

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
        Daypart::Night => t!("portal.greet.night", name = name),
    };
    let todos = if REVIEWS { i64::from(home.review_notifications) } else { 0 };
    let firm = shell().firm.name;
    let subtitle = if todos == 0 { t!("portal.todo.none", firm = firm) } else { tn!("portal.todo", todos) };
    let HomeView { email, account, others, team, last_sign_in, .. } = home;
    view! {
        <Title text=account.name.clone()/>
        <PageHeader title=greeting subtitle=subtitle/>
        <div class="stack">
            {(todos > 0).then(|| view! { <ReviewNotifications account=account.clone()/> })}
            <Contact team=team/>
            {(!others.is_empty()).then(|| view! { <Others accounts=others/> })}
            <AccountFacts account=account email=email last_sign_in=last_sign_in/>
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

/// Who looks after the account and how to reach them, as far as the firm has said: its people by name, or the firm itself.
#[component]
fn Contact(team: Vec<String>) -> impl IntoView {
    let firm = shell().firm;
    let nothing = firm.phone.is_none() && firm.email.is_none();
    let shape = if team.is_empty() { AvatarShape::Company } else { AvatarShape::Person };
    let names = if team.is_empty() { vec![firm.name.clone()] } else { team };
    let people = names
        .into_iter()
        .map(|name| {
            view! {
                <li class="row flex-nowrap">
                    <Avatar id=name.clone() name=name.clone() shape=shape large=true/>
                    <div class="min-w-0">
                        <strong dir="auto">{name}</strong>
                        <div class="caption">{t!("portal.firm.team")}</div>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <Card title=t!("portal.firm.title", firm = firm.name)>
            <ul class="stack mb-4">{people}</ul>
            <dl class="facts">
                {firm.phone.map(|phone| {
                    let href = kernel::phone::link(&phone);
                    view! {
                        <Fact label=t!("portal.firm.phone")>
                            <a class="link" rel="external" href=href>{phone}</a>
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
fn AccountFacts(account: GrantedAccount, email: String, last_sign_in: Option<String>) -> impl IntoView {
    let security = paths::portal_security(&account.code);
    view! {
        <Card title=t!("portal.card.title")>
            <dl class="facts">
                <Fact label=t!("portal.card.name")><span dir="auto">{account.name}</span></Fact>
                <Fact label=t!("portal.card.kind")>{kind_text(&account.kind)}</Fact>
                <Fact label=t!("portal.card.code")>{account.code}</Fact>
                <Fact label=t!("portal.card.login")>{email}</Fact>
                {last_sign_in.map(|text| view! {
                    <Fact label=t!("portal.card.last_login")><a class="link" href=security>{text}</a></Fact>
                })}
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

/// So many other accounts have a card of their own; the chooser knows them all.
const OTHERS: usize = 6;

/// The person's other accounts; each card is a form, for switching is a post (SEC-30).
#[component]
fn Others(accounts: Vec<GrantedAccount>) -> impl IntoView {
    let more = accounts.len() > OTHERS;
    let cards: Vec<_> = accounts
        .into_iter()
        .take(OTHERS)
        .map(|GrantedAccount { code, name, kind }| {
            let company = matches!(kind.as_str(), "company" | "other");
            let shape = if company { AvatarShape::Company } else { AvatarShape::Person };
            let detail = format!("{} · {code}", kind_text(&kind));
            view! {
                <li>
                    <form method="post" action=paths::CHOOSE>
                        <input type="hidden" name="account" value=code.clone()/>
                        <button class="radio-card">
                            <Avatar id=code name=name.clone() shape=shape/>
                            <span class="radio-card-text">
                                <span class="radio-card-title" dir="auto">{name}</span>
                                <span class="radio-card-detail">{detail}</span>
                            </span>
                            // The name of the button begins with all that is seen on it (WCAG 2.5.3), then says what it does.
                            <span class="sr-only">{t!("portal.switch")}</span>
                            <Icon name="arrow-left-right"/>
                        </button>
                    </form>
                </li>
            }
        })
        .collect();
    view! {
        <Card title=t!("portal.others.title")>
            <div class="stack">
                <ul class="radio-cards sm:grid-cols-2">{cards}</ul>
                {more.then(|| {
                    view! { <LinkButton href=paths::CHOOSE icon="arrow-left-right">{t!("portal.switch")}</LinkButton> }
                })}
            </div>
        </Card>
    }
    .into_any()
}
