//! What staff set for one address of one account.

use super::back_form::BackForm;
use super::matrix::NotificationMatrix;
use crate::notifications::model::NotifyPrefs;
use crate::notifications::server_fns::notification_prefs;
use crate::parts::FormProblem;
use access::gate::{Problem, shell};
use i18n::t;
use kernel::{Right, paths};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{LinkButton, Look, PageHeader, Skeleton, Title};

/// `/app/accounts/:code/info/emails/:setting/notifications`
#[component]
pub fn NotificationsDialogPage() -> impl IntoView {
    let params = use_params_map();
    let prefs = ui::data(
        move || params.with(|it| (it.get("code").unwrap_or_default(), it.get("setting").unwrap_or_default())),
        |(code, setting)| notification_prefs(code, setting),
    );
    view! {
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
            {move || Suspend::new(async move {
                match prefs.await {
                    Ok(prefs) => view! { <Body prefs=prefs/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Body(prefs: NotifyPrefs) -> impl IntoView {
    let title = t!("notifications.title");
    let subtitle =
        format!("{} · {} · {} ({})", prefs.contact, prefs.email, prefs.account_name, prefs.account_code);
    let action = paths::row_notifications(&prefs.account_code, &prefs.setting);
    let back = paths::account_info(&prefs.account_code);
    let may = shell().visitor.may(Right::ManageAccounts);
    view! {
        <Title text=title.clone()/>
        <PageHeader
            title=title
            subtitle=subtitle
            actions=move || view! { <LinkButton href=back look=Look::Secondary icon="arrow-left">{t!("common.back")}</LinkButton> }
        />
        <FormProblem form="items"/>
        <NotificationMatrix prefs=prefs.clone() action=action mine=false/>
        {may.then(|| view! { <BackForm prefs=prefs/> })}
    }
    .into_any()
}
