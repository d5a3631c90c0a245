//! `/app/settings/firm/hosts/main?host=…`: what must be true before another name becomes the main one.

use crate::hosts::model::{HostLine, HostList};
use crate::hosts::server_fns::read_hosts;
use crate::parts::{FormProblem, Head, fault};
use access::gate::Problem;
use i18n::t;
use kernel::{AppError, paths};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Button, Card, Checkbox, LinkButton, Look, Skeleton};

/// The question, with what it changes and the way back if it goes wrong.
#[component]
pub fn MainHostPage() -> impl IntoView {
    let hosts = ui::data(|| (), |()| read_hosts());
    let query = use_query_map();
    view! {
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading") rows=4/> }>
            {move || {
                let asked = query.with(|query| query.get("host")).unwrap_or_default();
                Suspend::new(async move {
                    match hosts.await {
                        Ok(list) => question(&list, &asked),
                        Err(error) => view! { <Problem error=error/> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
    .into_any()
}

fn question(list: &HostList, asked: &str) -> AnyView {
    let found = list.hosts.iter().find(|it| it.host == asked && it.proof.is_none()).cloned();
    match found {
        None => view! { <Problem error=AppError::NotFound/> }.into_any(),
        Some(line) if line.main => view! {
            <Head title=t!("firm.hosts.title")/>
            <p>{t!("firm.hosts.main_already", host = line.host)}</p>
            <LinkButton href=paths::FIRM_HOSTS>{t!("common.back")}</LinkButton>
        }
        .into_any(),
        Some(line) => {
            let home = list.home().cloned().unwrap_or_default();
            view! { <Question line=line home=home/> }.into_any()
        }
    }
}

#[component]
fn Question(line: HostLine, home: HostLine) -> impl IntoView {
    let trial = format!("{}{}", line.origin, paths::SIGN_IN);
    let trial_href = trial.clone();
    let rescue = format!("{}{}?{}", home.origin, paths::SIGN_IN, paths::STAY);
    // The one it began with needs no rescue: it is the rescue.
    let back = (!line.home).then(|| {
        view! {
            <li>
                {t!("firm.hosts.rescue")}
                " "
                <strong class="break-all">{rescue}</strong>
            </li>
        }
    });
    view! {
        <Head title=t!("firm.hosts.title")/>
        <Card title=t!("firm.hosts.question", host = line.host)>
            <form novalidate method="post" action=paths::FIRM_HOST_MAIN class="stack">
                <FormProblem form="main"/>
                <h3>{t!("firm.hosts.before")}</h3>
                <ol class="list-decimal ps-5 stack">
                    <li>{t!("firm.hosts.before_dns", host = line.host)}</li>
                    <li>{t!("firm.hosts.before_certificate", host = line.host)}</li>
                    <li>
                        {t!("firm.hosts.before_trial")}
                        " "
                        <a class="link break-all" href=trial_href rel="external noopener" target="_blank">{trial}</a>
                    </li>
                </ol>
                <h3>{t!("firm.hosts.then")}</h3>
                <ul class="list-disc ps-5 stack">
                    <li>{t!("firm.hosts.then_links")}</li>
                    <li>{t!("firm.hosts.then_sign_in")}</li>
                    {back}
                </ul>
                <input type="hidden" name="host" value=line.host/>
                <div class="field">
                    <Checkbox id="main-confirmed" name="confirmed" label=t!("firm.hosts.confirm") required=true/>
                    {fault("main", "confirmed").map(|text| view! { <div class="field-error">{text}</div> })}
                </div>
                <div class="row">
                    <Button look=Look::Primary>{t!("firm.hosts.main_submit")}</Button>
                    <LinkButton href=paths::FIRM_HOSTS look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                </div>
            </form>
        </Card>
    }
    .into_any()
}
