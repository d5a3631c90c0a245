//! `/app/settings/firm/hosts`, with `?remove=<host>` for the question.

use crate::hosts::model::{HostLine, HostList, Proof};
use crate::hosts::server_fns::read_hosts;
use crate::parts::{FormProblem, Head, fault, typed};
use access::gate::Problem;
use i18n::t;
use kernel::host::LONGEST_HOST;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use ui::{Badge, Button, Card, CopyField, Dialog, DialogActions, Field, LinkButton, Look, Skeleton};

/// The names the firm answers at.
#[component]
pub fn FirmHostsPage() -> impl IntoView {
    let hosts = ui::data(|| (), |()| read_hosts());
    let query = use_query_map();
    view! {
        <Suspense fallback=|| view! { <Skeleton label=t!("common.loading") rows=4/> }>
            {move || {
                let asked = query.with(|query| query.get("remove"));
                Suspend::new(async move {
                    match hosts.await {
                        Ok(list) => view! { <Body list=list asked=asked/> }.into_any(),
                        Err(error) => view! { <Problem error=error/> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Body(list: HostList, asked: Option<String>) -> impl IntoView {
    let asked = list.hosts.iter().find(|it| it.removable() && Some(&it.host) == asked.as_ref());
    let question = asked.map(|line| view! { <RemoveDialog host=line.host.clone()/> });
    let lines = list.hosts.into_iter().map(|line| view! { <Line line=line/> }).collect_view();
    view! {
        <Head title=t!("firm.hosts.title")/>
        <div class="stack">
            <Card title=t!("firm.hosts.list") subtitle=t!("firm.hosts.text")>
                <div class="stack">
                    <FormProblem form="hosts"/>
                    <ul class="stack">{lines}</ul>
                </div>
            </Card>
            <Card title=t!("firm.hosts.add") subtitle=t!("firm.hosts.add_text")>
                <form novalidate method="post" action=paths::FIRM_HOSTS class="stack">
                    <FormProblem form="host"/>
                    <Field
                        id="host-host"
                        name="host"
                        label=t!("firm.hosts.host")
                        hint=t!("firm.hosts.host_hint")
                        value=typed("host", "host", "")
                        error=fault("host", "host")
                        inputmode="url"
                        autocomplete="off"
                        maxlength=LONGEST_HOST
                        required=true
                    />
                    <div class="row">
                        <Button icon="plus">{t!("firm.hosts.add_submit")}</Button>
                    </div>
                </form>
            </Card>
        </div>
        {question}
    }
    .into_any()
}

#[component]
fn Line(line: HostLine) -> impl IntoView {
    if let Some(proof) = line.proof.clone() {
        return view! { <WantedLine line=line proof=proof/> }.into_any();
    }
    let HostLine { host, origin, main, home, .. } = line.clone();
    let remove = line.removable().then(|| view! { <RemoveLink host=host.clone()/> });
    let make_main = (!main).then(|| {
        view! { <LinkButton href=paths::firm_host_main(&host) small=true>{t!("firm.hosts.make_main")}</LinkButton> }
    });
    let says = if main {
        t!("firm.hosts.is_main")
    } else if home {
        t!("firm.hosts.is_home")
    } else {
        t!("firm.hosts.is_further")
    };
    view! {
        <li class="row">
            <strong class="break-all">{origin}</strong>
            {main.then(|| view! { <Badge icon="check">{t!("firm.hosts.main")}</Badge> })}
            <span class="lede">{says}</span>
            {make_main}
            {remove}
        </li>
    }
    .into_any()
}

#[component]
fn RemoveLink(host: String) -> impl IntoView {
    let href = format!("{}?remove={}", paths::FIRM_HOSTS, paths::percent(&host));
    let name = t!("firm.hosts.remove_name", host = host);
    view! { <LinkButton href=href look=Look::Ghost icon_only=name icon="trash-2"/> }
}

/// A name that is still to be shown to be the firm's own, with the record that shows it.
#[component]
fn WantedLine(line: HostLine, proof: Proof) -> impl IntoView {
    let host = line.host;
    let field = |id: String, label: String, value: String| {
        view! { <CopyField id=id label=label value=value copy=t!("firm.hosts.proof.copy") copied=t!("firm.hosts.proof.copied")/> }
    };
    view! {
        <li class="stack">
            <div class="row">
                <strong class="break-all">{line.origin}</strong>
                <Badge icon="clock">{t!("firm.hosts.proof.waits")}</Badge>
                <RemoveLink host=host.clone()/>
            </div>
            <p class="lede">{t!("firm.hosts.proof.text", host = host)}</p>
            {field(format!("proof-name-{host}"), t!("firm.hosts.proof.name"), proof.name)}
            {field(format!("proof-text-{host}"), t!("firm.hosts.proof.value"), proof.text)}
            <form method="post" action=paths::FIRM_HOST_CHECK class="row">
                <input type="hidden" name="host" value=host/>
                <Button small=true icon="refresh-cw">{t!("firm.hosts.proof.check")}</Button>
            </form>
        </li>
    }
    .into_any()
}

/// What it means that a name is not answered any more.
#[component]
fn RemoveDialog(host: String) -> impl IntoView {
    let navigate = use_navigate();
    let close = Callback::new(move |()| {
        navigate(paths::FIRM_HOSTS, NavigateOptions { scroll: false, ..NavigateOptions::default() });
    });
    view! {
        <Dialog
            id="remove-host"
            title=t!("firm.hosts.remove_question", host = host)
            close=t!("common.close")
            close_href=paths::FIRM_HOSTS
            on_close=close
            opened=true
        >
            <form method="post" action=paths::FIRM_HOST_REMOVE class="stack">
                <p>{t!("firm.hosts.remove_text")}</p>
                <input type="hidden" name="host" value=host/>
                <DialogActions>
                    <LinkButton href=paths::FIRM_HOSTS look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                    <Button look=Look::Danger icon="trash-2">{t!("common.remove")}</Button>
                </DialogActions>
            </form>
        </Dialog>
    }
    .into_any()
}
