//! "Your devices": one row a browser, this one first; and those that are trusted.

use crate::security_mails;
use crate::sessions::Device;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Badge, Button, Card, Column, Look, Table, Tone};

/// The list, with a button to end each other session and one to end them all.
#[component]
pub(crate) fn DeviceList(back: String, list: Vec<Device>) -> impl IntoView {
    let others = list.iter().filter(|device| !device.current).count();
    let end_all = (others > 0).then(|| all(paths::SESSIONS_END_OTHERS, &back, t!("sessions.end_others")));
    let heads = [t!("sessions.created"), t!("sessions.last_seen"), t!("sessions.end")];
    let rows = list.into_iter().map(|device| {
        let last = if device.current {
            view! { <Badge tone=Tone::Success icon="check">{t!("sessions.current")}</Badge> }.into_any()
        } else {
            one(&paths::session_end(&device.id), &back, &device, &heads[2])
        };
        let how = factor(&device.factor);
        row(device, how, &heads, last)
    });
    let rows = rows.collect();
    card(t!("sessions.devices"), t!("sessions.devices_text"), heads, rows, end_all)
}

/// The browsers in which no code is asked for, with a button to forget each and one to forget them all (SEC-27).
#[component]
pub(crate) fn TrustedList(back: String, list: Vec<Device>) -> impl IntoView {
    if list.is_empty() {
        return ().into_any();
    }
    let path = paths::DEVICES_FORGET;
    let heads = [t!("trusted_devices.since"), t!("trusted_devices.until"), t!("trusted_devices.forget")];
    let several = list.len() > 1;
    let rows = list.into_iter().map(|device| {
        let last = one(path, &back, &device, &heads[2]);
        let how = if device.current { t!("sessions.current") } else { String::new() };
        row(device, how, &heads, last)
    });
    let rows = rows.collect();
    let forget_all = several.then(|| all(path, &back, t!("trusted_devices.forget_all")));
    card(t!("trusted_devices.title"), t!("trusted_devices.text"), heads, rows, forget_all)
}

/// A list of devices; `heads` are its last three columns.
fn card(
    title: String,
    text: String,
    heads: [String; 3],
    rows: Vec<AnyView>,
    foot: Option<AnyView>,
) -> AnyView {
    let [from, to, act] = heads;
    let columns = vec![
        Column::new(t!("sessions.device")),
        Column::new(t!("sessions.where")),
        Column::new(from),
        Column::new(to),
        Column::unseen(act),
    ];
    view! {
        <Card title=title.clone() subtitle=text flush=true>
            <Table label=title columns=columns cards=true>{rows}</Table>
            {foot}
        </Card>
    }
    .into_any()
}

fn all(path: &'static str, back: &str, label: String) -> AnyView {
    view! {
        <form method="post" action=path class="card-foot">
            <input type="hidden" name="back" value=back.to_owned()/>
            <Button look=Look::Danger>{label}</Button>
        </form>
    }
    .into_any()
}

/// The button that ends this one.
fn one(path: &str, back: &str, device: &Device, label: &str) -> AnyView {
    let says = format!("{label}: {}", name(device));
    view! {
        <form method="post" action=path.to_owned()>
            <input type="hidden" name="back" value=back.to_owned()/>
            <input type="hidden" name="id" value=device.id.clone()/>
            <button type="submit" class="btn btn-small" aria-label=says>
                <span class="btn-text">{label.to_owned()}</span>
            </button>
        </form>
    }
    .into_any()
}

fn row(device: Device, how: String, heads: &[String; 3], last: AnyView) -> AnyView {
    let name = name(&device);
    let place = if device.place.is_empty() { t!("common.unknown_place") } else { device.place };
    view! {
        <tr role="row">
            <td role="cell" data-label=t!("sessions.device")>
                <div>
                    <div>{name}</div>
                    <div class="caption max-[52rem]:text-end">{how}</div>
                </div>
            </td>
            <td role="cell" data-label=t!("sessions.where")>
                <div>
                    <div dir="auto">{place}</div>
                    <div class="caption max-[52rem]:text-end">{device.ip}</div>
                </div>
            </td>
            <td role="cell" data-label=heads[0].clone()>
                <time datetime=device.created.iso>{device.created.text}</time>
            </td>
            <td role="cell" data-label=heads[1].clone()>
                <time datetime=device.last_seen.iso>{device.last_seen.text}</time>
            </td>
            <td role="cell">{last}</td>
        </tr>
    }
    .into_any()
}

fn name(device: &Device) -> String {
    let name = security_mails::device(&device.browser, &device.os);
    if name.is_empty() { t!("sessions.unknown_device") } else { name }
}

/// How this browser got in.
fn factor(key: &str) -> String {
    match key {
        "device" => t!("trusted_devices.factor"),
        "reset" => t!("sessions.factor.reset"),
        "invitation" => t!("sessions.factor.invitation"),
        "setup" => t!("sessions.factor.setup"),
        "link" => t!("sessions.factor.link"),
        _ => t!("sessions.factor.code"),
    }
}
