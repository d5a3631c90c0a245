//! The banner that names the account in use, until it is closed for this session (SW-3, MSG-5).

use access::gate::GrantedAccount;
use access::switching::{dismiss_banner, show_chooser};
use i18n::t;
use kernel::paths;
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;
use ui::{Banner, Button, LinkButton, Look, use_feedback};

/// Shown to people with several accounts only. The X is a form; once the page is alive it closes without leaving.
#[component]
pub(super) fn AccountBanner(account: GrantedAccount, closed: RwSignal<bool>) -> impl IntoView {
    let name = account.name.clone();
    let code = account.code.clone();
    let actions = move || view! { <Actions code=code closed=closed/> };
    view! {
        <div hidden=move || closed.get()>
            <Banner bar=true icon="building-2" label=t!("portal.card.title") actions=actions>
                {t!("portal.banner_in")} " " <strong dir="auto">{name}</strong> {format!(" ({})", account.code)}
            </Banner>
        </div>
    }
    .into_any()
}

#[component]
fn Actions(code: String, closed: RwSignal<bool>) -> impl IntoView {
    let feedback = use_feedback();
    let back = use_location().pathname;
    let (opener, closer, action) = (code.clone(), code.clone(), paths::portal_banner(&code));
    let open = move |event: MouseEvent| {
        event.prevent_default();
        show_chooser(&opener);
    };
    let close = move |event: SubmitEvent| {
        event.prevent_default();
        closed.set(true);
        let (account, page) = (closer.clone(), back.get_untracked());
        spawn_local(async move {
            if dismiss_banner(account, page).await.is_err() {
                closed.set(false);
                feedback.alert(t!("common.offline"));
            }
        });
    };
    view! {
        <LinkButton href=paths::CHOOSE look=Look::Ghost small=true icon="arrow-left-right" on_click=Callback::new(open)>
            {t!("portal.switch")}
        </LinkButton>
        <form method="post" action=action on:submit=close>
            <input type="hidden" name="back" value=move || back.get()/>
            <Button look=Look::Ghost small=true icon="x" icon_only=t!("portal.banner_dismiss")/>
        </form>
    }
    .into_any()
}
