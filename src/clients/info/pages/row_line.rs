//! Lines of the table: a contact's name, and each of their addresses with its switches.

use super::add_address::AddAddress;
use super::live_info::{Info, JustNow};
use super::row_menu::RowMenu;
use super::state_chip::StateChip;
use super::switch_cell::SwitchCell;
use super::words::column;
use crate::info::model::{SettingRow, Which};
use i18n::t;
use kernel::live::Watch;
use kernel::notify::Item;
use kernel::paths;
use leptos::prelude::*;
use ui::live::Live;

/// Whose addresses follow.
#[component]
pub(super) fn ContactLine(id: String) -> impl IntoView {
    let info = expect_context::<Info>();
    let contact = info.contact(id.clone());
    view! {
        <tr role="row">
            <th role="rowheader" scope="rowgroup" colspan="5" class="text-start">
                <a class="link" dir="auto" href=paths::contact(&id)>{move || contact.with(|it| it.name.clone())}</a>
                {move || contact.with(|it| (!it.role.is_empty()).then(|| view! { <span class="lede" dir="auto">{format!(" ({})", it.role)}</span> }))}
                {move || contact.with(|it| it.rows.is_empty().then(|| view! { <div class="lede">{t!("contact_settings.no_address")}</div> }))}
                <AddAddress contact=id/>
            </th>
        </tr>
    }
    .into_any()
}

/// One address.
#[component]
pub(super) fn AddressLine(id: String) -> impl IntoView {
    let info = expect_context::<Info>();
    let row = info.row(id.clone());
    if let (Some(live), Ok(setting)) = (use_context::<Live>(), id.parse()) {
        // The worker tells here how a mail fared.
        live.on(Watch::Setting(setting), move |_| info.refresh());
    }
    let cells = Which::ALL.map(|which| {
        let id = id.clone();
        view! {
            <td role="cell" data-label=column(which)>
                <div>
                    <SwitchCell id=id.clone() row=row which=which/>
                    <JustNow place=Some((id.clone(), which))/>
                    {(which == Which::Notify).then(|| view! { <ItemCount id=id row=row/> })}
                </div>
            </td>
        }
    });
    view! {
        <tr role="row" data-testid=format!("row-{id}")>
            <td role="cell">
                <div>
                    <div>{move || row.with(|row| row.email.clone())}</div>
                    {move || view! { <StateChip row=row.get()/> }}
                    {move || row.with(|row| row.changed_by_client.clone()).map(|(old, at)| {
                        view! { <div class="caption">{t!("address_changes.by_client", date = at.text, old = old)}</div> }
                    })}
                </div>
            </td>
            {cells.collect_view()}
            <td role="cell">{move || view! { <RowMenu row=row.get()/> }}</td>
        </tr>
    }
    .into_any()
}

/// "4 of 9", when not everything is on.
#[component]
fn ItemCount(id: String, row: Memo<SettingRow>) -> impl IntoView {
    let info = expect_context::<Info>();
    let href = paths::row_notifications(&info.code(), &id);
    move || {
        let (notify, off) = row.with(|row| (row.notify, row.items_off));
        (notify && off > 0).then(|| {
            let all = Item::AVAILABLE.len();
            let text = t!("contact_settings.items", n = all - off, all = all);
            view! { <a class="link caption" href=href.clone()>{text}</a> }
        })
    }
}
