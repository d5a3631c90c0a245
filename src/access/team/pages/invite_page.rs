//! Inviting a colleague: name, address, role and rights.

use super::parts::{fault, typed};
use super::rights_fields::{RightsFields, RoleField};
use crate::frame::FormProblems;
use crate::gate::{VisitorCard, shell};
use crate::team::rules::INVITATION_LIFE;
use i18n::t;
use kernel::names::MAX_NAME;
use kernel::{Locale, Right, Rights, Role, Ts, paths};
use leptos::prelude::*;
use ui::{Button, Card, Field, LinkButton, Look, PageHeader, SelectField, SelectOption, Title};

/// `/app/settings/team/invite`
#[component]
pub fn InviteMemberPage() -> impl IntoView {
    let shell = shell();
    let owner = matches!(shell.visitor, VisitorCard::SignedIn { staff: Some((Role::Owner, _)), .. });
    let role = if owner {
        view! { <RoleField form="invite" stored=Role::Employee/> }.into_any()
    } else {
        view! { <input type="hidden" name="role" value=Role::Employee.key()/> }.into_any()
    };
    let languages = Locale::ALL.into_iter().map(|it| SelectOption::new(it.tag(), it.name())).collect();
    // Granted to all employees unless somebody thinks otherwise (ROLE-5).
    let first_rights = Rights::of(&[Right::ManageClientSecurity]);
    view! {
        <Title text=t!("team.invite.title")/>
        <PageHeader title=t!("team.invite.title") subtitle=t!("team.invite.text", hours = INVITATION_LIFE / Ts::HOUR)/>
        <Card>
            <form novalidate method="post" action=paths::TEAM_INVITE class="stack">
                <FormProblems form="invite"/>
                <Field
                    id="name"
                    label=t!("team.invite.name")
                    value=typed("invite", "name", "")
                    error=fault("invite", "name")
                    maxlength=MAX_NAME
                    required=true
                    user_text=true
                    autocomplete="off"
                />
                <Field
                    id="email"
                    kind="email"
                    label=t!("team.invite.email")
                    hint=t!("team.invite.email_hint")
                    value=typed("invite", "email", "")
                    error=fault("invite", "email")
                    required=true
                    autocomplete="off"
                />
                <SelectField
                    id="locale"
                    label=t!("team.invite.locale")
                    options=languages
                    selected=typed("invite", "locale", shell.locale.tag())
                    error=fault("invite", "locale")
                />
                {role}
                <RightsFields form="invite" stored=first_rights/>
                <div class="row">
                    <Button look=Look::Primary icon="send">{t!("team.invite.submit")}</Button>
                    <LinkButton href=paths::TEAM look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                </div>
            </form>
        </Card>
    }
    .into_any()
}
