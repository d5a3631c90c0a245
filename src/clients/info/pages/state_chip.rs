//! The state of a grant as a badge (ACC-2), and what was sent.

use crate::info::model::{Chip, SettingRow};
use access::access_state::AccessBadge;
use i18n::t;
use leptos::prelude::*;

/// What the badge says: the state, and why or since when.
fn words(chip: &Chip) -> String {
    match chip {
        Chip::Off => t!("contact_settings.chip.off"),
        Chip::NotInvited => t!("contact_settings.chip.not_invited"),
        Chip::Invited(at) => t!("contact_settings.chip.invited", date = at.text),
        Chip::Expired(at) => t!("contact_settings.chip.expired", date = at.text),
        Chip::MailFailed => t!("contact_settings.chip.mail_failed"),
        Chip::Active(Some(at)) => t!("contact_settings.chip.active", date = at.text),
        Chip::Active(None) => t!("contact_settings.chip.active_never"),
        Chip::Suspended => t!("contact_settings.chip.suspended"),
    }
}

/// The chip; who sent an invitation or a link for a new password; what the mail server said if the newest mail was refused
/// (AUTH-26), or why it waits.
#[component]
pub(super) fn StateChip(row: SettingRow) -> impl IntoView {
    let (state, text) = (row.chip.access(), words(&row.chip));
    let refused = row.refused.map(|reply| {
        let text = if reply.is_empty() {
            t!("contact_settings.refused.plain")
        } else {
            t!("contact_settings.refused.reply", reply = reply)
        };
        view! { <div class="field-error">{text}</div> }
    });
    let sent = [
        row.invited.map(|(by, at)| t!("contact_settings.sent.invitation", name = by, date = at.text)),
        row.reset.map(|(by, at)| t!("contact_settings.sent.reset", name = by, date = at.text)),
        row.waiting.map(|reason| t!("contact_settings.mail_waits", reason = reason)),
    ];
    let sent = sent
        .into_iter()
        .flatten()
        .map(|text| view! { <div class="caption" dir="auto">{text}</div> })
        .collect_view();
    view! {
        <AccessBadge state=state text=text/>
        {refused}
        {sent}
    }
    .into_any()
}
