//! What a client is told about one account, set by the client.

use super::matrix::NotificationMatrix;
use crate::notifications::model::NotifyPrefs;
use crate::notifications::server_fns::my_notifications;
use crate::parts::FormProblem;
use access::gate::Problem;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{EmptyState, PageHeader, Skeleton, Title};

/// `/portal/:account/settings/notifications`
#[component]
pub fn NotificationSettingsPage() -> impl IntoView {
    let params = use_params_map();
    let prefs =
        ui::data(move || params.with(|params| params.get("account").unwrap_or_default()), my_notifications);
    view! {
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
            {move || Suspend::new(async move {
                match prefs.await {
                    Ok(all) => view! { <Body all=all/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

/// Two people who share an address have a set each (DM-7).
#[component]
fn Body(all: Vec<NotifyPrefs>) -> impl IntoView {
    let Some(first) = all.first().cloned() else {
        return view! { <EmptyState icon="bell-off" text=t!("notifications.none")/> }.into_any();
    };
    let title = t!("notifications.mine.title", account = first.account_name);
    let several = all.len() > 1;
    let sets = all
        .into_iter()
        .map(|prefs| {
            let action = paths::portal_notifications(&prefs.account_code);
            let name = several
                .then(|| view! { <h2 dir="auto">{t!("notifications.mine.for", name = prefs.contact)}</h2> });
            view! {
                {name}
                <NotificationMatrix prefs=prefs action=action mine=true/>
            }
        })
        .collect_view();
    view! {
        <Title text=title.clone()/>
        <PageHeader title=title subtitle=t!("notifications.mine.sent_to", email = first.email)/>
        <FormProblem form="items"/>
        <div class="stack">{sets}</div>
    }
    .into_any()
}
