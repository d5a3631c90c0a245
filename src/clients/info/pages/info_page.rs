//! The Info tab, alone or with a dialog of one of its rows over it.

use super::contact_table::ContactTable;
use super::live_info::{Info, JustNow};
use super::login_dialog::AllowDialog;
use super::off_dialog::LastDialog;
use super::unlinked_table::UnlinkedTable;
use crate::accounts::{CodeBadge, kind_label};
use crate::info::model::{ContactGroup, InfoTab, SettingRow};
use crate::info::server_fns::read_info;
use crate::parts::FormProblem;
use access::access_state::AccessBadge;
use access::gate::{Problem, shell};
use directory::accounts::AccountKind;
use i18n::t;
use kernel::{AppError, Right, paths};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Avatar, AvatarShape, Badge, LinkButton, PageHeader, Skeleton, Title};

/// A dialog about one row of the tab.
pub(crate) type RowDialog = fn(InfoTab, ContactGroup, SettingRow) -> AnyView;

/// `/app/accounts/:code/info`
#[component]
pub fn InfoPage() -> impl IntoView {
    screen(None)
}

/// The tab of the account in the address, with the dialog of the row in the address.
pub(crate) fn screen(dialog: Option<RowDialog>) -> AnyView {
    let params = use_params_map();
    let tab = ui::data(move || params.with(|params| params.get("code").unwrap_or_default()), read_info);
    if dialog.is_some() {
        // The menu that led to the dialog is another one afterwards: by itself the focus would not find back.
        let row = params.with_untracked(|params| params.get("setting").unwrap_or_default());
        on_cleanup(move || ui::browser::focus_again(&format!("menu-{row}-button")));
    }
    view! {
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
            {move || {
                let setting = params.with(|params| params.get("setting").unwrap_or_default());
                Suspend::new(async move {
                    match tab.await {
                        Ok(tab) => with_dialog(tab, &setting, dialog),
                        Err(error) => view! { <Problem error=error/> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
    .into_any()
}

fn with_dialog(tab: InfoTab, setting: &str, dialog: Option<RowDialog>) -> AnyView {
    let over = match (dialog, tab.row(setting)) {
        (None, _) => None,
        (Some(dialog), Some((contact, row))) => Some(dialog(tab.clone(), contact.clone(), row.clone())),
        (Some(_), None) => return view! { <Problem error=AppError::NotFound/> }.into_any(),
    };
    view! {
        <InfoBody tab=tab/>
        {over}
    }
    .into_any()
}

#[component]
fn InfoBody(tab: InfoTab) -> impl IntoView {
    let title = format!("{} ({})", tab.name, tab.code);
    Info::provide(tab);
    view! {
        <Title text=title/>
        <Head/>
        <FormProblem form="switch"/>
        <JustNow place=None/>
        <ContactTable/>
        <UnlinkedTable/>
        <AllowDialog/>
        <LastDialog/>
    }
    .into_any()
}

/// Avatar, name, short id, kind, and whether the account is archived.
#[component]
fn Head() -> impl IntoView {
    let info = expect_context::<Info>();
    let edit = shell().visitor.may(Right::ManageAccounts);
    let assigns = shell().visitor.may(Right::AssignTeammates);
    move || {
        let (code, name, kind, archived, access) =
            info.tab.with(|tab| (tab.code.clone(), tab.name.clone(), tab.kind, tab.archived, tab.access()));
        let shape = if kind == AccountKind::Company { AvatarShape::Company } else { AvatarShape::Person };
        let (id, avatar_name) = (code.clone(), name.clone());
        let (href, team) = (paths::account_edit(&code), paths::account_team(&code));
        let label = code.clone();
        let badge = if archived {
            view! { <Badge icon="archive">{t!("accounts.archived_code", code = code)}</Badge> }.into_any()
        } else {
            view! { <AccessBadge state=access/> }.into_any()
        };
        let meta =
            move || view! { <CodeBadge code=label access=access/><Badge>{kind_label(kind)}</Badge>{badge} };
        let actions = move || {
            view! {
                {assigns.then(|| view! { <LinkButton href=team icon="users">{t!("teammates.open")}</LinkButton> })}
                {edit.then(|| view! { <LinkButton href=href icon="pencil">{t!("common.edit")}</LinkButton> })}
            }
        };
        view! {
            <PageHeader
                title=name
                lead=move || view! { <Avatar id=id name=avatar_name shape=shape large=true/> }
                meta=meta
                actions=actions
            />
        }
    }
}
