//! One member: role and rights, assigned accounts, and the end of it.

use super::dialogs::{DeactivateDialog, OwnerDialog};
use super::member_accounts::MemberAccounts;
use super::parts::{follow, typed};
use super::rights_fields::{RightsFields, RoleField};
use super::words::{may_do, role_name};
use crate::frame::FormProblems;
use crate::gate::Problem;
use crate::team::list::AccountsOf;
use crate::team::model::MemberCard;
use crate::team::server_fns::read_member;
use i18n::t;
use kernel::{Role, paths};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use lists::Wanted;
use ui::{Avatar, Badge, Button, Card, LinkButton, Look, PageHeader, Skeleton, Title, Tone};

/// `/app/settings/team/:member`, with `?ask=deactivate` or `?ask=owner` for the two questions.
#[component]
pub fn MemberPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let member = Memo::new(move |_| params.with(|params| params.get("member").unwrap_or_default()));
    let wanted =
        Memo::new(move |_| query.with(|query| Wanted::<AccountsOf>::read(|name| query.get(name)).at_start()));
    let ask = Memo::new(move |_| query.with(|query| query.get("ask").unwrap_or_default()));
    let card = ui::data(move || (member.get(), wanted.get()), |(member, wanted)| read_member(member, wanted));
    follow(Some(member), move || card.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
            {move || {
                let (ask, search) = (ask.get(), wanted.get().search().to_owned());
                Suspend::new(async move {
                    match card.await {
                        Ok(card) => view! { <Body card=card search=search ask=ask/> }.into_any(),
                        Err(error) => view! { <Problem error=error/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}

#[component]
fn Body(card: MemberCard, search: String, ask: String) -> impl IntoView {
    let member = card.member.clone();
    let deactivate = (ask == "deactivate" && card.may_change && member.deactivated.is_none())
        .then(|| view! { <DeactivateDialog card=card.clone()/> });
    let owner =
        (ask == "owner" && card.may_hand_over).then(|| view! { <OwnerDialog member=member.clone()/> });
    // The dialog says what went wrong in it; when there is nothing to ask any more, the page does.
    let lost = owner.is_none().then(|| view! { <FormProblems form="owner"/> });
    let (id, name, role) = (member.email.clone(), member.name.clone(), role_name(member.role));
    let left = member.deactivated.clone();
    let state = move || match left {
        Some(at) => {
            view! { <Badge icon="ban">{t!("team.state.deactivated", date = at.text)}</Badge> }.into_any()
        }
        None => view! { <Badge tone=Tone::Success icon="circle-check">{t!("team.state.active")}</Badge> }
            .into_any(),
    };
    view! {
        <Title text=member.name.clone()/>
        <PageHeader
            title=member.name.clone()
            subtitle=member.email.clone()
            lead=move || view! { <Avatar id=id name=name large=true/> }
            meta=move || view! { <Badge>{role}</Badge>{state()} }
            actions=|| view! { <LinkButton href=paths::TEAM look=Look::Secondary icon="arrow-left">{t!("team.back")}</LinkButton> }
        />
        <div class="stack">
            <FormProblems form="rights"/>
            <FormProblems form="member"/>
            {lost}
            <RightsCard card=card.clone()/>
            <MemberAccounts card=card.clone() search=search/>
            <EndCard card=card.clone()/>
            {card.may_hand_over.then(|| view! { <OwnerCard card=card/> })}
        </div>
        {deactivate}
        {owner}
    }
    .into_any()
}

/// The form, or what there is to read and why it cannot be changed.
#[component]
fn RightsCard(card: MemberCard) -> impl IntoView {
    let member = card.member;
    if !card.may_change {
        let why = match (member.role, member.myself) {
            (Role::Owner, true) => t!("team.member.myself_owner"),
            (Role::Owner, false) => t!("team.member.is_owner"),
            (_, true) => t!("team.member.myself"),
            (_, false) => t!("team.member.not_yours"),
        };
        let rights =
            may_do(member.role, member.rights).into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
        return view! {
            <Card title=t!("team.member.rights") subtitle=why>
                <ul class="stack">{rights}</ul>
            </Card>
        }
        .into_any();
    }
    let role = card.may_change_role.then(|| view! { <RoleField form="rights" stored=member.role/> });
    let version = typed("rights", "version", &card.version.to_string());
    view! {
        <Card title=t!("team.member.rights") subtitle=t!("team.member.rights_text")>
            <form method="post" action=paths::member(&member.id) class="stack">
                <input type="hidden" name="version" value=version/>
                {role}
                <RightsFields form="rights" stored=member.rights/>
                <div>
                    <Button look=Look::Primary>{t!("common.save")}</Button>
                </div>
            </form>
        </Card>
    }
    .into_any()
}

/// Leaving, and coming back.
#[component]
fn EndCard(card: MemberCard) -> impl IntoView {
    if !card.may_change {
        return ().into_any();
    }
    let id = card.member.id;
    match card.member.deactivated {
        None => {
            let href = format!("{}?ask=deactivate", paths::member(&id));
            view! {
                <Card title=t!("team.deactivate.title")>
                    <div class="stack">
                        <p>{t!("team.deactivate.text")}</p>
                        <div>
                            <LinkButton href=href icon="ban">{t!("team.deactivate.ask")}</LinkButton>
                        </div>
                    </div>
                </Card>
            }
            .into_any()
        }
        Some(at) => view! {
            <Card title=t!("team.reactivate.title")>
                <form method="post" action=paths::member_reactivate(&id) class="stack">
                    <p>{t!("team.reactivate.text", date = at.text)}</p>
                    <div>
                        <Button icon="undo-2">{t!("team.reactivate.submit")}</Button>
                    </div>
                </form>
            </Card>
        }
        .into_any(),
    }
}

#[component]
fn OwnerCard(card: MemberCard) -> impl IntoView {
    let href = format!("{}?ask=owner", paths::member(&card.member.id));
    view! {
        <Card title=t!("team.owner.title")>
            <div class="stack">
                <p>{t!("team.owner.text", name = card.member.name)}</p>
                <div>
                    <LinkButton href=href icon="key-round">{t!("team.owner.ask")}</LinkButton>
                </div>
            </div>
        </Card>
    }
    .into_any()
}
