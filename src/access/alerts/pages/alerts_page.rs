//! `/app/settings/notifications`: one box for every kind of mail about clients, for oneself.

use crate::alerts::server_fns::my_alerts;
use crate::alerts::{Choice, Event};
use crate::frame::FormProblems;
use crate::gate::{Problem, outcome, shell};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, Card, Checkbox, Look, PageHeader, Skeleton, Title};

const FORM: &str = "alerts";

/// What one is told of by mail.
#[component]
pub fn AlertsPage() -> impl IntoView {
    let choices = ui::data(|| (), |()| my_alerts());
    view! {
        <Title text=t!("alerts.title")/>
        <PageHeader title=t!("alerts.title") subtitle=t!("alerts.subtitle")/>
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading") rows=6/> }>
            {move || Suspend::new(async move {
                match choices.await {
                    Ok(choices) => view! { <Choices choices=choices/> }.into_any(),
                    Err(error) => view! { <Problem error=error within=true/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Choices(choices: Vec<Choice>) -> impl IntoView {
    let last = outcome();
    let typed = |event: Event| last.value(FORM, event.key()).is_some();
    // A browser sends only boxes that are ticked: the others were left open, where any was sent.
    let was_sent = Event::ALL.into_iter().any(typed);
    let boxes = choices
        .into_iter()
        .map(|Choice { event, on }| {
            let (label, hint) = words(event);
            let checked = if was_sent { typed(event) } else { on };
            view! { <Checkbox id=event.key() label=label hint=hint checked=checked/> }
        })
        .collect_view();
    let email = match shell().visitor {
        crate::gate::VisitorCard::SignedIn { email, .. } => email,
        _ => String::new(),
    };
    view! {
        <Card title=t!("alerts.card_title") subtitle=t!("alerts.card_text", email = email)>
            <form class="stack" method="post" action=paths::STAFF_ALERTS>
                <FormProblems form=FORM/>
                <fieldset class="stack">
                    <legend class="sr-only">{t!("alerts.card_title")}</legend>
                    {boxes}
                </fieldset>
                <div>
                    <Button look=Look::Primary>{t!("common.save")}</Button>
                </div>
            </form>
        </Card>
    }
    .into_any()
}

/// What happened, and what there is to do about it.
fn words(event: Event) -> (String, String) {
    match event {
        Event::Activated => (t!("alerts.event.activated"), t!("alerts.event.activated_hint")),
        Event::InvitationFailed => {
            (t!("alerts.event.invitation_failed"), t!("alerts.event.invitation_failed_hint"))
        }
        Event::InvitationExpired => {
            (t!("alerts.event.invitation_expired"), t!("alerts.event.invitation_expired_hint"))
        }
        Event::ResetFailed => (t!("alerts.event.reset_failed"), t!("alerts.event.reset_failed_hint")),
        Event::AddressChanged => {
            (t!("alerts.event.address_changed"), t!("alerts.event.address_changed_hint"))
        }
        Event::AddressKept => (t!("alerts.event.address_kept"), t!("alerts.event.address_kept_hint")),
        Event::CodesLocked => (t!("alerts.event.codes_locked"), t!("alerts.event.codes_locked_hint")),
    }
}
