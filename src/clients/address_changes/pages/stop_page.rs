//! `/address-change/{token}`: opening it changes nothing (SEC-16); its button stops the change (ECHG-6).

use crate::address_changes::model::StopView;
use crate::address_changes::server_fns::address_change;
use access::frame::{AuthFrame, AuthProblem};
use access::gate::shell;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Button, LinkButton, Look};

/// What the link is good for. Whoever may be signed in in this browser plays no part in it.
#[component]
pub fn StopChangePage() -> impl IntoView {
    let params = use_params_map();
    let token = Memo::new(move |_| params.read().get("token").unwrap_or_default());
    let found = ui::data(move || token.get(), address_change);
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match found.await {
                    Ok(state) => face(state, &token.get_untracked()),
                    Err(error) => view! { <AuthProblem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

fn face(state: StopView, token: &str) -> AnyView {
    let firm = shell().firm.name;
    let (title, text) = match state {
        StopView::Open { old, masked, by, at } => {
            let text = t!("address_changes.stop.text", firm = firm, old = old, new = masked);
            let action = paths::stop_address_change(token);
            let effect = t!("address_changes.stop.effect", old = old, new = masked);
            return view! {
                <AuthFrame title=t!("address_changes.stop.title")>
                    <p class="lede">{text}</p>
                    <p>{effect}</p>
                    <form method="post" action=action>
                        <Button look=Look::Danger wide=true>{t!("address_changes.stop.submit")}</Button>
                    </form>
                    <p class="caption">{t!("address_changes.stop.by", name = by, date = at.text)}</p>
                </AuthFrame>
            }
            .into_any();
        }
        StopView::Stopped => {
            (t!("address_changes.stop.stopped_title"), t!("address_changes.stop.stopped", firm = firm))
        }
        StopView::Accepted => {
            (t!("address_changes.stop.accepted_title"), t!("address_changes.stop.accepted", firm = firm))
        }
        StopView::Expired => (t!("address_changes.stop.expired_title"), t!("address_changes.stop.expired")),
    };
    view! {
        <AuthFrame title=title>
            <p class="lede">{text}</p>
            <LinkButton href=paths::SIGN_IN wide=true>{t!("address_changes.stop.signs")}</LinkButton>
        </AuthFrame>
    }
    .into_any()
}
