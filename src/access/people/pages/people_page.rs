//! `/portal/{account}/settings/people`: nothing to be changed here, but whom to tell.

use crate::gate::{Problem, shell};
use crate::people::server_fns::account_people;
use crate::people::{People, PersonWithAccess};
use i18n::t;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Avatar, Badge, Card, LinkButton, PageHeader, Skeleton, Title};

/// The people of the account, those of the firm, and how to have somebody removed.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.read().get("account").unwrap_or_default());
    let people = ui::data(move || code.get(), account_people);
    view! {
        <Title text=t!("people.title")/>
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading") rows=4/> }>
            {move || Suspend::new(async move {
                match people.await {
                    Ok(people) => view! { <Body people=people/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Body(people: People) -> impl IntoView {
    let firm = shell().firm;
    let (title, no_team) = (t!("people.team", firm = firm.name), t!("people.no_team", firm = firm.name));
    let remove = t!("people.remove_text", firm = firm.name);
    let (rows, waiting): (Vec<_>, Vec<_>) = people.people.into_iter().partition(|person| person.active);
    let alone = rows.len() == 1;
    let rows = rows.into_iter().map(line).collect_view();
    let waiting = waiting.into_iter().map(line).collect::<Vec<_>>();
    let team = people
        .team
        .into_iter()
        .map(|name| {
            view! {
                <li class="row flex-nowrap">
                    <Avatar id=name.clone() name=name.clone()/>
                    <span dir="auto">{name}</span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let nobody = team.is_empty();
    let contact = [
        firm.phone.map(|phone| (kernel::phone::link(&phone), phone)),
        firm.email.map(|email| (format!("mailto:{email}"), email)),
    ]
    .into_iter()
    .flatten()
    .map(|(href, label)| view! { <LinkButton href=href external=true>{label}</LinkButton> })
    .collect_view();
    view! {
        <PageHeader title=t!("people.title") subtitle=t!("people.subtitle", account = people.account)/>
        <div class="stack">
            <Card title=t!("people.clients")>
                <div class="stack">
                    <ul class="stack">{rows}</ul>
                    {alone.then(|| view! { <p class="lede">{t!("people.only_you")}</p> })}
                </div>
            </Card>
            {(!waiting.is_empty()).then(|| view! {
                <Card title=t!("people.waiting")><ul class="stack">{waiting}</ul></Card>
            })}
            <Card title=title>
                {if nobody {
                    view! { <p class="lede">{no_team}</p> }.into_any()
                } else {
                    view! { <ul class="stack">{team}</ul> }.into_any()
                }}
            </Card>
            <Card title=t!("people.remove")>
                <div class="stack">
                    <p>{remove}</p>
                    <div class="row">{contact}</div>
                </div>
            </Card>
        </div>
    }
    .into_any()
}

fn line(person: PersonWithAccess) -> AnyView {
    let PersonWithAccess { name, masked, me, .. } = person;
    view! {
        <li class="row flex-nowrap">
            <Avatar id=masked.clone() name=name.clone()/>
            <span class="grow min-w-0">
                <span dir="auto">{name}</span>
                <span class="block caption">{masked}</span>
            </span>
            {me.then(|| view! { <Badge>{t!("people.you")}</Badge> })}
        </li>
    }
    .into_any()
}
