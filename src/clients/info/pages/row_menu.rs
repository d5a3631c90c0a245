//! The three dots of a row. What cannot be used stays there, can be reached by the keyboard, and says why.

use super::live_info::Info;
use super::words::reason;
use crate::info::model::{Chip, SettingRow};
use crate::info::rules::{Obstacle, Standing, invite_obstacle, reset_obstacle};
use access::gate::shell;
use i18n::t;
use kernel::{Right, paths};
use leptos::prelude::*;
use ui::{Menu, MenuGroup, MenuLink, MenuUnavailable};

fn item(text: String, icon: &'static str, href: String, obstacle: Option<Obstacle>) -> AnyView {
    match obstacle {
        None => view! { <MenuLink href=href text=text icon=icon/> }.into_any(),
        Some(obstacle) => view! { <MenuUnavailable text=text reason=reason(obstacle) icon=icon/> }.into_any(),
    }
}

/// Reset, invitation, notifications, address, contact, unlink.
#[component]
pub(super) fn RowMenu(row: SettingRow) -> impl IntoView {
    let info = expect_context::<Info>();
    let visitor = shell().visitor;
    let (manage, secure) = (visitor.may(Right::ManageAccounts), visitor.may(Right::ManageClientSecurity));
    let (code, archived, contact) = info.tab.with_untracked(|tab| {
        let contact = tab.row(&row.id).map(|(contact, _)| contact.id.clone()).unwrap_or_default();
        (tab.code.clone(), tab.archived, contact)
    });
    let (login, active) = (row.login, row.active);
    let standing = move |may| Standing { archived, login, active, may };
    let no_right = (!manage).then_some(Obstacle::NoRight);
    let invite = if matches!(row.chip, Chip::NotInvited | Chip::Off) {
        t!("contact_settings.menu.invite")
    } else {
        t!("contact_settings.menu.resend")
    };
    let reset = match reset_obstacle(standing(secure)) {
        // The article's own words (MSG-9).
        Some(Obstacle::Archived) => {
            let (text, reason) =
                (t!("contact_settings.menu.reset"), t!("contact_settings.obstacle.reset_archived"));
            view! { <MenuUnavailable text=text reason=reason icon="key-round"/> }.into_any()
        }
        obstacle => {
            item(t!("contact_settings.menu.reset"), "key-round", paths::row_reset(&code, &row.id), obstacle)
        }
    };
    let change = if login && active && !archived {
        t!("address_changes.replace")
    } else {
        t!("contact_settings.menu.change")
    };
    let unlink = format!("{}?unlink={code}", paths::contact(&contact));
    view! {
        <Menu id=format!("menu-{}", row.id) label=t!("contact_settings.menu.name", email = row.email)>
            {reset}
            {item(invite, "send", paths::row_invite(&code, &row.id), invite_obstacle(standing(manage)))}
            {item(t!("contact_settings.menu.notifications"), "bell", paths::row_notifications(&code, &row.id), None)}
            {item(t!("contact_settings.menu.history"), "history", paths::row_history(&code, &row.id), None)}
            {item(change, "at-sign", paths::row_address(&code, &row.id), no_right)}
            <MenuGroup label=t!("contact_settings.menu.contact_group")>
                {item(t!("contact_settings.menu.contact"), "pencil", paths::contact(&contact), None)}
                {item(t!("contact_settings.menu.unlink"), "x", unlink, no_right)}
            </MenuGroup>
        </Menu>
    }
    .into_any()
}
