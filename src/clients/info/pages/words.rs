//! Names of switches and reasons, in the reader's language.

use crate::info::model::Which;
use crate::info::rules::Obstacle;
use i18n::t;

/// The head of a switch's column.
pub(super) fn column(which: Which) -> String {
    match which {
        Which::Login => t!("contact_settings.column.login"),
        Which::Notify => t!("contact_settings.column.notify"),
        Which::EmailSync => t!("contact_settings.column.email_sync"),
    }
}

/// Why an item of the menu cannot be used.
pub(super) fn reason(obstacle: Obstacle) -> String {
    match obstacle {
        Obstacle::NoRight => t!("contact_settings.obstacle.no_right"),
        Obstacle::Archived => t!("contact_settings.obstacle.archived"),
        Obstacle::LoginOff => t!("contact_settings.obstacle.login_off"),
        Obstacle::Pending => t!("contact_settings.obstacle.pending"),
        Obstacle::AlreadyActive => t!("contact_settings.obstacle.active"),
    }
}

/// What a colleague did, for the status line: "LOGIN turned on by Eva Weber".
pub(super) fn news(kind: &str, by: &str) -> Option<(Option<Which>, String)> {
    let switched = |which, on| {
        let column = column(which);
        let text = if on {
            t!("contact_settings.live.on", column = column, name = by)
        } else {
            t!("contact_settings.live.off", column = column, name = by)
        };
        Some((Some(which), text))
    };
    match kind {
        "login_on" => switched(Which::Login, true),
        "login_off" => switched(Which::Login, false),
        "notify_on" => switched(Which::Notify, true),
        "notify_off" => switched(Which::Notify, false),
        "email_sync_on" => switched(Which::EmailSync, true),
        "email_sync_off" => switched(Which::EmailSync, false),
        "notifications" => Some((Some(Which::Notify), t!("contact_settings.live.notifications", name = by))),
        "invited" | "invitation_sent" if !by.is_empty() => {
            Some((Some(Which::Login), t!("contact_settings.live.invited", name = by)))
        }
        "reset_sent" => Some((Some(Which::Login), t!("contact_settings.live.reset", name = by))),
        "activated" => Some((Some(Which::Login), t!("contact_settings.live.activated"))),
        _ if by.is_empty() => None,
        _ => Some((None, t!("contact_settings.live.changed", name = by))),
    }
}
