//! The state of a grant as a badge (ACC-2).

use crate::contact_settings::model::{Chip, SettingRow};
use i18n::t;
use leptos::prelude::*;
use ui::{Badge, Tone};

/// The chip, and what the mail server said if the newest mail was refused (AUTH-26), or why it waits.
#[component]
pub(super) fn StateChip(row: SettingRow) -> impl IntoView {
    let (tone, icon, text) = match row.chip {
        Chip::Off => (Tone::Neutral, "circle-alert", t!("contact_settings.chip.off")),
        Chip::NotInvited => (Tone::Warning, "clock", t!("contact_settings.chip.not_invited")),
        Chip::Invited(at) => (Tone::Info, "mail", t!("contact_settings.chip.invited", date = at.text)),
        Chip::Expired(at) => (Tone::Warning, "clock", t!("contact_settings.chip.expired", date = at.text)),
        Chip::MailFailed => (Tone::Danger, "mail-warning", t!("contact_settings.chip.mail_failed")),
        Chip::Active(Some(at)) => {
            (Tone::Success, "circle-check", t!("contact_settings.chip.active", date = at.text))
        }
        Chip::Active(None) => (Tone::Success, "circle-check", t!("contact_settings.chip.active_never")),
        Chip::Suspended => (Tone::Neutral, "archive", t!("contact_settings.chip.suspended")),
    };
    let icon = if row.login { icon } else { "lock" };
    let refused = row.refused.map(|reply| {
        let text = if reply.is_empty() {
            t!("contact_settings.refused.plain")
        } else {
            t!("contact_settings.refused.reply", reply = reply)
        };
        view! { <div class="field-error">{text}</div> }
    });
    let waiting = row.waiting.map(|reason| {
        view! { <div class="caption">{t!("contact_settings.mail_waits", reason = reason)}</div> }
    });
    view! {
        <Badge tone=tone icon=icon>{text}</Badge>
        {refused}
        {waiting}
    }
    .into_any()
}
