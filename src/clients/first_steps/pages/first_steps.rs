//! The card with the steps: what is done has a tick, what is not is a link to where it is done.

use crate::first_steps::model::Taken;
use crate::first_steps::rules::Step;
use crate::first_steps::server_fns::first_steps;
use access::gate::shell;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, Card, Icon, Look};

/// Nothing for employees, who may not take every step, and nothing when the steps are over.
#[component]
pub(crate) fn FirstSteps() -> impl IntoView {
    if !shell().visitor.is_admin() {
        return ().into_any();
    }
    let taken = ui::data(|| (), |()| first_steps());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                taken.await.ok().flatten().map(|taken| view! { <Steps taken=taken/> })
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Steps(taken: Taken) -> impl IntoView {
    let lines = Step::ALL.map(|step| line(step, &taken)).collect_view();
    let away = || {
        view! {
            <form method="post" action=paths::FIRST_STEPS_AWAY>
                <Button look=Look::Ghost small=true icon="x">{t!("first_steps.away")}</Button>
            </form>
        }
    };
    let subtitle = t!("first_steps.count", n = taken.count(), all = Step::ALL.len());
    view! {
        <div class="mb-6">
            <Card title=t!("first_steps.title") subtitle=subtitle actions=away>
                <ol class="stack">{lines}</ol>
            </Card>
        </div>
    }
    .into_any()
}

fn line(step: Step, taken: &Taken) -> AnyView {
    let (icon, text) = match step {
        Step::Logo => ("upload", t!("first_steps.logo")),
        Step::TestMail => ("mail-check", t!("first_steps.mail")),
        Step::Team => ("user-plus", t!("first_steps.team")),
        Step::Account => ("building-2", t!("first_steps.account")),
        Step::Invitation => ("send", t!("first_steps.invitation")),
    };
    if taken.has(step) {
        return view! {
            <li class="row flex-nowrap">
                <Icon name="circle-check"/>
                <span class="lede"><span class="sr-only">{t!("first_steps.done")} " "</span>{text}</span>
            </li>
        }
        .into_any();
    }
    let href = place(step, taken);
    // A part of a page is in sight only when the browser goes there itself.
    let part = href.contains('#').then_some("external");
    view! {
        <li class="row flex-nowrap">
            <Icon name=icon/>
            <a class="link" href=href rel=part>{text}</a>
        </li>
    }
    .into_any()
}

/// Where a step is taken. Clients are invited on the Info tab of an account, so without one that is the step before.
fn place(step: Step, taken: &Taken) -> String {
    match step {
        Step::Logo => paths::FIRM_LOOK.to_owned(),
        Step::TestMail => format!("{}#test-mail", paths::FIRM),
        Step::Team => paths::TEAM_INVITE.to_owned(),
        Step::Account => paths::ACCOUNT_NEW.to_owned(),
        Step::Invitation => {
            taken.account.as_deref().map_or_else(|| paths::ACCOUNT_NEW.to_owned(), paths::account_info)
        }
    }
}
