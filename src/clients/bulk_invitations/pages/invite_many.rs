//! `/app/accounts/invite`: everybody who would be written to, and those left out with the reason; then the button.

use super::plan_table::PlanTable;
use crate::accounts::Accounts;
use crate::bulk_invitations::model::{Chosen, LeftOut, Plan, PlanLine};
use crate::bulk_invitations::server_fns::invitation_plan;
use crate::parts::{FormProblem, fault, typed};
use access::gate::Problem;
use access::invitations::LONGEST_MESSAGE;
use i18n::{t, tn};
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use lists::{MOST_CHOSEN, Selectable, Selected};
use ui::{Banner, Button, Card, EmptyState, LinkButton, Look, PageHeader, Skeleton, TextArea, Title, Tone};

/// The choice stands in the address.
#[component]
pub fn InviteManyPage() -> impl IntoView {
    let query = use_query_map();
    let choice = Memo::new(move |_| {
        query.with(|query| {
            let codes = query.get_all(Accounts::FIELD).unwrap_or_default().join(",");
            let sent = query.get("sent").and_then(|sent| sent.parse().ok());
            let stopped = query.get("stopped").is_some();
            Chosen { accounts: Selected::read(|name| query.get(name), &codes), sent, stopped }
        })
    });
    let title = move || match choice.get().sent {
        Some(_) => t!("bulk_invitations.sent_title"),
        None => t!("bulk_invitations.title"),
    };
    let plan = ui::data(move || choice.get(), |choice| invitation_plan(choice.accounts, choice.sent));
    view! {
        {move || view! { <Title text=title()/><PageHeader title=title()/> }}
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading")/> }>
            {move || Suspend::new(async move {
                match plan.await {
                    Ok(plan) => {
                        let choice = choice.get_untracked();
                        match choice.sent {
                            Some(_) => view! { <Sent plan=plan choice=choice/> }.into_any(),
                            None => view! { <Body plan=plan choice=choice/> }.into_any(),
                        }
                    }
                    Err(error) => view! { <Problem error=error within=true/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Body(plan: Plan, choice: Chosen) -> impl IntoView {
    if plan.accounts == 0 {
        return view! {
            <EmptyState icon="users" text=t!("bulk_invitations.none_chosen")>
                <LinkButton href=paths::ACCOUNTS>{t!("bulk_invitations.back")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    let (to, left_out) = (plan.to().count(), plan.left_out().count());
    let chosen = tn!("bulk_invitations.chosen", plan.accounts);
    let form = if plan.too_many {
        view! { <Nothing tone=Tone::Warning text=t!("bulk_invitations.too_many", n = MOST_CHOSEN)/> }
            .into_any()
    } else if to == 0 {
        view! { <Nothing tone=Tone::Info text=t!("bulk_invitations.nobody")/> }.into_any()
    } else {
        view! { <SendForm choice=choice to=to message=String::new()/> }.into_any()
    };
    let lines = |wanted: bool| {
        plan.lines.iter().filter(|line| line.left_out.is_none() == wanted).cloned().collect::<Vec<_>>()
    };
    let (written, not) = (lines(true), lines(false));
    view! {
        <p class="lede">{chosen}</p>
        <Card>
            <FormProblem form="invite"/>
            {form}
        </Card>
        {(to > 0).then(|| view! { <PlanTable title=tn!("bulk_invitations.to", to) lines=written reasons=false/> })}
        {(left_out > 0).then(|| view! { <PlanTable title=tn!("bulk_invitations.left_out", left_out) lines=not reasons=true/> })}
    }
    .into_any()
}

/// Why nothing can be sent, and the way back.
#[component]
fn Nothing(tone: Tone, text: String) -> impl IntoView {
    view! {
        <div class="stack">
            <Banner tone=tone>{text}</Banner>
            <div class="row">
                <LinkButton href=paths::ACCOUNTS>{t!("bulk_invitations.back")}</LinkButton>
            </div>
        </div>
    }
    .into_any()
}

/// What became of it: who was written to, then who was not, and why. Where it broke off, those who wait come first.
#[component]
fn Sent(plan: Plan, choice: Chosen) -> impl IntoView {
    let written: Vec<_> = plan.written().cloned().collect();
    let (waiting, not): (Vec<_>, Vec<_>) =
        plan.not_written().partition(|line| choice.stopped && line.left_out == Some(LeftOut::Missed));
    let (sent, not_sent) = (written.len(), not.len());
    let rest =
        (!waiting.is_empty()).then(|| view! { <Rest lines=waiting choice=choice message=plan.message/> });
    view! {
        <div class="stack">
            <FormProblem form="invite"/>
            {rest}
            {(sent > 0).then(|| view! { <PlanTable title=tn!("bulk_invitations.sent", sent) lines=written reasons=false/> })}
            {(not_sent > 0).then(|| view! { <PlanTable title=tn!("bulk_invitations.not_sent", not_sent) lines=not reasons=true/> })}
            <div class="row">
                <LinkButton href=paths::ACCOUNTS>{t!("bulk_invitations.back")}</LinkButton>
            </div>
        </div>
    }
    .into_any()
}

/// Those whom a run that broke off has not reached, and the button that goes on with it.
#[component]
fn Rest(lines: Vec<PlanLine>, choice: Chosen, message: String) -> impl IntoView {
    let to = lines.len();
    view! {
        <Card>
            <div class="stack">
                <Banner tone=Tone::Warning>{tn!("bulk_invitations.stopped", to)}</Banner>
                <SendForm choice=choice to=to message=message/>
            </div>
        </Card>
        <PlanTable title=tn!("bulk_invitations.to", to) lines=lines reasons=false/>
    }
    .into_any()
}

/// The message and the button that sends.
#[component]
fn SendForm(choice: Chosen, to: usize, message: String) -> impl IntoView {
    let mut fields = match &choice.accounts {
        Selected::Ids(_) => vec![("accounts", choice.accounts.ids_text())],
        Selected::AllOf(_) => choice.accounts.fields(),
    };
    fields.extend(choice.sent.map(|sent| ("sent", sent.to_string())));
    let field = |(name, value)| view! { <input type="hidden" name=name value=value/> };
    view! {
        <form novalidate method="post" action=paths::ACCOUNTS_INVITE class="stack">
            {fields.into_iter().map(field).collect_view()}
            <p>{t!("bulk_invitations.text")}</p>
            <TextArea
                id="invite-message"
                name="message"
                label=t!("contact_settings.login.message")
                hint=t!("contact_settings.login.message_hint")
                optional=t!("common.optional")
                value=typed("invite", "message", &message)
                error=fault("invite", "message")
                maxlength=LONGEST_MESSAGE
            />
            <div class="row">
                <Button look=Look::Primary icon="send">{tn!("bulk_invitations.submit", to)}</Button>
                <LinkButton href=paths::ACCOUNTS look=Look::Ghost>{t!("common.cancel")}</LinkButton>
            </div>
        </form>
    }
    .into_any()
}
