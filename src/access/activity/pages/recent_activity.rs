//! What happened lately around one's sign-in. Older parts are added below, or are a page of their own where nothing runs.

use crate::activity::rules::Kind;
use crate::activity::server_fns::my_activity;
use crate::activity::{Activity, ActivityPart};
use crate::gate::{DEVICE_LIFE, Problem};
use crate::security_mails;
use i18n::t;
use kernel::Ts;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_location, use_query_map};
use ui::{Card, Column, EmptyState, LoadMore, Skeleton, Table, use_feedback};

/// In the address of an older part.
const BEFORE: &str = "before";

/// The list in its card.
#[component]
pub fn RecentActivity() -> impl IntoView {
    let query = use_query_map();
    let before = Memo::new(move |_| query.with(|query| query.get(BEFORE)));
    let part = ui::data(move || before.get(), my_activity);
    view! {
        <Card id="activity" title=t!("activity.title") subtitle=t!("activity.subtitle") flush=true>
            <Suspense fallback=|| view! { <Skeleton label=t!("common.loading") rows=6/> }>
                {move || Suspend::new(async move {
                    match part.await {
                        Ok(part) => view! { <List part=part/> }.into_any(),
                        Err(error) => view! { <Problem error=error within=true/> }.into_any(),
                    }
                })}
            </Suspense>
        </Card>
    }
    .into_any()
}

#[component]
fn List(part: ActivityPart) -> impl IntoView {
    if part.rows.is_empty() {
        return view! { <EmptyState icon="history" text=t!("activity.none")/> }.into_any();
    }
    let rows = RwSignal::new(part.rows);
    let columns = vec![
        Column::new(t!("activity.what")),
        Column::new(t!("activity.when")),
        Column::new(t!("sessions.where")),
        Column::new(t!("sessions.device")),
    ];
    view! {
        <Table label=t!("activity.title") columns=columns cards=true>
            {move || rows.with(|rows| rows.iter().cloned().map(line).collect_view())}
        </Table>
        <More rows=rows next=RwSignal::new(part.next)/>
    }
    .into_any()
}

/// The next part; what cannot be loaded is said, and the link stays.
#[component]
fn More(rows: RwSignal<Vec<Activity>>, next: RwSignal<Option<String>>) -> impl IntoView {
    let feedback = use_feedback();
    let path = use_location().pathname;
    let busy = RwSignal::new(false);
    let load = Callback::new(move |_: MouseEvent| {
        busy.set(true);
        let before = next.get_untracked();
        spawn_local(async move {
            let answer = my_activity(before).await;
            busy.try_set(false);
            match answer {
                Ok(part) => {
                    rows.try_update(|rows| rows.extend(part.rows));
                    next.try_set(part.next);
                }
                Err(_) => feedback.alert(t!("activity.failed")),
            }
        });
    });
    move || {
        next.get().map(|before| {
            let href = format!("{}?{BEFORE}={before}#activity", path.get_untracked());
            view! { <LoadMore href=href text=t!("activity.more") busy=busy on_click=load/> }
        })
    }
}

fn line(activity: Activity) -> AnyView {
    let Activity { kind, by, about, at, ip, place, os, browser, .. } = activity;
    let from = if place.is_empty() && !ip.is_empty() { t!("common.unknown_place") } else { place };
    let with = security_mails::device(&browser, &os);
    view! {
        <tr role="row">
            <td role="cell" data-label=t!("activity.what")>{words(kind, &by, &about)}</td>
            <td role="cell" data-label=t!("activity.when")>
                <time datetime=at.iso>{at.text}</time>
            </td>
            <td role="cell" data-label=t!("sessions.where")>
                <div>
                    <div dir="auto">{from}</div>
                    <div class="caption max-[52rem]:text-end">{ip}</div>
                </div>
            </td>
            <td role="cell" data-label=t!("sessions.device")>{with}</td>
        </tr>
    }
    .into_any()
}

fn words(kind: Kind, by: &str, about: &str) -> String {
    match kind {
        Kind::SignedIn => t!("activity.signed_in"),
        Kind::SignedInByReset => t!("activity.signed_in_reset"),
        Kind::Activated => t!("activity.activated"),
        Kind::SetUp => t!("activity.set_up"),
        Kind::WrongPassword => t!("activity.wrong_password"),
        Kind::WrongProof => t!("activity.wrong_proof"),
        Kind::NoAccess => t!("activity.no_access"),
        Kind::CodeSent => t!("activity.code_sent"),
        Kind::WrongCode => t!("activity.wrong_code"),
        Kind::SignedOut => t!("activity.signed_out"),
        Kind::SignedOutElsewhere if by.is_empty() => t!("activity.signed_out_elsewhere"),
        Kind::SignedOutElsewhere => t!("activity.signed_out_by", name = by),
        Kind::PasswordDisabled => t!("activity.password_disabled"),
        Kind::PasswordChanged => t!("activity.password_changed"),
        Kind::ResetSent if by.is_empty() => t!("activity.reset_sent"),
        Kind::ResetSent => t!("activity.reset_sent_by", name = by),
        Kind::ResetUsed => t!("activity.reset_used"),
        Kind::ProfileChanged => t!("activity.profile_changed"),
        Kind::AddressChanged => t!("activity.address_changed"),
        Kind::DeviceTrusted => t!("activity.device_trusted", days = DEVICE_LIFE / Ts::DAY),
        Kind::DevicesForgotten => t!("activity.devices_forgotten"),
        Kind::MorePasswords => t!("activity.more_passwords", n = about),
        Kind::MoreProofs => t!("activity.more_proofs", n = about),
        Kind::MoreCodes => t!("activity.more_codes", n = about),
        Kind::LetIn => t!("activity.let_in", name = by, what = about),
    }
}
