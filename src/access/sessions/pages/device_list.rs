//! "Your devices": one row a browser, this one first.

use crate::sessions::Device;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Badge, Button, Card, Column, Look, Table, Tone};

/// The list, with a button to end each other session and one to end them all.
#[component]
pub(super) fn DeviceList(back: String, list: Vec<Device>) -> impl IntoView {
    let others = list.iter().filter(|device| !device.current).count();
    let end_all = (others > 0).then(|| {
        view! {
            <form method="post" action=paths::SESSIONS_END_OTHERS class="card-foot">
                <input type="hidden" name="back" value=back.clone()/>
                <Button look=Look::Danger>{t!("sessions.end_others")}</Button>
            </form>
        }
    });
    let rows: Vec<_> = list.into_iter().map(|device| row(device, &back)).collect();
    let columns = vec![
        Column::new(t!("sessions.device")),
        Column::new(t!("sessions.where")),
        Column::new(t!("sessions.created")),
        Column::new(t!("sessions.last_seen")),
        Column::unseen(t!("sessions.end")),
    ];
    view! {
        <Card title=t!("sessions.devices") subtitle=t!("sessions.devices_text") flush=true>
            <Table label=t!("sessions.devices") columns=columns cards=true>{rows}</Table>
            {end_all}
        </Card>
    }
    .into_any()
}

fn row(device: Device, back: &str) -> AnyView {
    let name = name(&device);
    let last = if device.current {
        view! { <Badge tone=Tone::Success icon="check">{t!("sessions.current")}</Badge> }.into_any()
    } else {
        let label = format!("{}: {name}", t!("sessions.end"));
        view! {
            <form method="post" action=paths::session_end(&device.id)>
                <input type="hidden" name="back" value=back.to_owned()/>
                <button type="submit" class="btn btn-small" aria-label=label>
                    <span class="btn-text">{t!("sessions.end")}</span>
                </button>
            </form>
        }
        .into_any()
    };
    let place = if device.place.is_empty() { t!("common.unknown_place") } else { device.place };
    view! {
        <tr role="row">
            <td role="cell" data-label=t!("sessions.device")>
                <div>
                    <div>{name}</div>
                    <div class="caption max-[52rem]:text-end">{factor(&device.factor)}</div>
                </div>
            </td>
            <td role="cell" data-label=t!("sessions.where")>
                <div>
                    <div dir="auto">{place}</div>
                    <div class="caption max-[52rem]:text-end">{device.ip}</div>
                </div>
            </td>
            <td role="cell" data-label=t!("sessions.created")>
                <time datetime=device.created.iso>{device.created.text}</time>
            </td>
            <td role="cell" data-label=t!("sessions.last_seen")>
                <time datetime=device.last_seen.iso>{device.last_seen.text}</time>
            </td>
            <td role="cell">{last}</td>
        </tr>
    }
    .into_any()
}

fn name(device: &Device) -> String {
    match (device.browser.as_str(), device.os.as_str()) {
        ("", "") => t!("sessions.unknown_device"),
        (one, "") | ("", one) => one.to_owned(),
        (browser, os) => t!("sessions.browser_on", browser = browser, os = os),
    }
}

/// How this browser got in.
fn factor(key: &str) -> String {
    match key {
        "reset" => t!("sessions.factor.reset"),
        "invitation" => t!("sessions.factor.invitation"),
        "setup" => t!("sessions.factor.setup"),
        "link" => t!("sessions.factor.link"),
        _ => t!("sessions.factor.code"),
    }
}
