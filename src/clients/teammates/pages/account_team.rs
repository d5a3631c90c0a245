//! Who works for an account: assign, take away.

use crate::parts::{FormProblem, fault, field_id};
use crate::teammates::model::{AccountTeam, Teammate};
use crate::teammates::server_fns::read_teammates;
use access::gate::Problem;
use i18n::t;
use kernel::live::Watch;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::live::Live;
use ui::{
    Avatar, Badge, Button, Card, EmptyState, LinkButton, Look, PageHeader, SelectField, SelectOption,
    Skeleton, Title,
};

/// `/app/accounts/:code/team`
#[component]
pub fn AccountTeamPage() -> impl IntoView {
    let params = use_params_map();
    let team = ui::data(move || params.with(|params| params.get("code").unwrap_or_default()), read_teammates);
    if let Some(live) = use_context::<Live>() {
        live.on(Watch::Lists, move |_| team.refetch());
    }
    view! {
        <Transition fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
            {move || Suspend::new(async move {
                match team.await {
                    Ok(team) => view! { <Body team=team/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Body(team: AccountTeam) -> impl IntoView {
    let title = t!("teammates.title", account = team.name);
    let (action, back) = (paths::account_team(&team.code), paths::account_info(&team.code));
    let (assigned, others): (Vec<_>, Vec<_>) = team.people.into_iter().partition(|it| it.assigned);
    let lines = if assigned.is_empty() {
        view! { <EmptyState icon="users" text=t!("teammates.none")/> }.into_any()
    } else {
        let action = action.clone();
        let lines: Vec<_> = assigned
            .into_iter()
            .map(|person| view! { <Line person=person action=action.clone() account=team.name.clone()/> })
            .collect();
        view! { <ul class="stack">{lines}</ul> }.into_any()
    };
    let add = (!others.is_empty()).then(|| view! { <Add others=others action=action/> });
    view! {
        <Title text=title.clone()/>
        <PageHeader
            title=title
            subtitle=team.code
            actions=move || view! { <LinkButton href=back look=Look::Secondary icon="arrow-left">{t!("common.back")}</LinkButton> }
        />
        <Card title=t!("teammates.assigned") subtitle=t!("teammates.text")>
            <div class="stack">
                {lines}
                {add}
            </div>
        </Card>
    }
    .into_any()
}

#[component]
fn Line(person: Teammate, action: String, account: String) -> impl IntoView {
    let label = t!("teammates.remove_name", name = person.name, account = account);
    let all = person.sees_all.then(|| view! { <Badge>{t!("teammates.sees_all")}</Badge> });
    view! {
        <li>
            <form method="post" action=action class="row">
                <input type="hidden" name="member" value=person.id.clone()/>
                <input type="hidden" name="on" value="false"/>
                <Avatar id=person.id name=person.name.clone()/>
                <span dir="auto">{person.name}</span>
                {all}
                <button type="submit" class="btn btn-small" aria-label=label>
                    <span class="btn-text">{t!("teammates.remove")}</span>
                </button>
            </form>
        </li>
    }
    .into_any()
}

#[component]
fn Add(others: Vec<Teammate>, action: String) -> impl IntoView {
    let options = others.into_iter().map(|it| SelectOption::new(it.id, it.name)).collect();
    view! {
        <form method="post" action=action class="row">
            <FormProblem form="team"/>
            <input type="hidden" name="on" value="true"/>
            <SelectField
                id=field_id("team", "member")
                name="member"
                label=t!("teammates.add_label")
                options=options
                error=fault("team", "member")
            />
            <Button icon="plus">{t!("teammates.add")}</Button>
        </form>
    }
    .into_any()
}
