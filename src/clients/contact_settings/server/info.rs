//! Reading the Info tab: one statement, then words.

use super::info_store::{self, InfoRow};
use crate::accounts::AccountKind;
use crate::address_changes::rules as change_rules;
use crate::address_changes::server::reading::{Shown, card};
use crate::address_changes::{ChangeCard, Progress};
use crate::contact_settings::model::{Chip, ContactGroup, InfoTab, SettingRow, Unlinked};
use crate::contact_settings::rules::{self, Facts, LastInvitation, State};
use crate::own_address::rules as own_address;
use access::gate::Staff;
use kernel::{AppError, When};
use platform::Cx;
use platform::mail::explained;
use platform::when::show_day;

/// The Info tab of an account that this staff member may see.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn tab(cx: &Cx, staff: &Staff, code: &str) -> Result<InfoTab, AppError> {
    let mut conn = cx.db.read().await?;
    let rows = info_store::info(&mut conn, staff, code).await?;
    drop(conn);
    // Why mail does not go matters where some waits.
    let trouble = match rows.iter().any(waits) {
        true => access::mail_state::trouble(cx).await?.map(|it| it.reason),
        false => None,
    };
    let first = rows.first().ok_or(AppError::NotFound)?;
    let mut tab = InfoTab {
        id: first.account_id.to_string(),
        code: first.code.clone(),
        name: first.account_name.clone(),
        kind: AccountKind::from_key(&first.kind).unwrap_or(AccountKind::Other),
        archived: first.account_archived_at.is_some(),
        contacts: Vec::new(),
        unlinked: Vec::new(),
    };
    for row in &rows {
        let Some(contact) = row.contact_id.map(|id| id.to_string()) else { continue };
        if tab.contacts.last().is_none_or(|last| last.id != contact) {
            tab.contacts.push(ContactGroup {
                id: contact,
                name: row.contact_name.clone().unwrap_or_default(),
                role: row.role_text.clone().unwrap_or_default(),
                rows: Vec::new(),
            });
        }
        let (Some(group), Some(line)) = (tab.contacts.last_mut(), line(cx, row, trouble.as_deref())) else {
            continue;
        };
        if row.unlinked_at.is_none() {
            group.rows.push(line);
        } else if line.login || line.notify {
            let contact = ContactGroup { rows: vec![line], ..empty(group) };
            // Without a change that is open it is like one that is over: LOGIN off is all there is to do.
            let over = || ChangeCard { progress: Progress::Accepted, ..ChangeCard::default() };
            tab.unlinked.push(Unlinked { contact, change: change(cx, row).unwrap_or_else(over) });
        }
    }
    Ok(tab)
}

fn empty(group: &ContactGroup) -> ContactGroup {
    let ContactGroup { id, name, role, .. } = group.clone();
    ContactGroup { id, name, role, rows: Vec::new() }
}

/// What replaces the unlinked address of this row.
fn change(cx: &Cx, row: &InfoRow) -> Option<ChangeCard> {
    let shown = Shown {
        contact: row.contact_id?,
        old: row.email_id?,
        new_email: row.new_email.clone()?,
        by: row.begun_by_name.clone().unwrap_or_default(),
        at: row.change_at?,
        state: row.change_state.as_deref().and_then(change_rules::State::from_key)?,
        expires_at: row.change_expires?,
        settled_at: row.settled_at,
        remove_at: row.remove_at,
        kept_at: row.kept_at,
    };
    Some(card(cx, shown))
}

fn line(cx: &Cx, row: &InfoRow, trouble: Option<&str>) -> Option<SettingRow> {
    let active = row.activated_at.is_some() && row.disabled_at.is_none();
    let (mail_state, last_reply) = row.mail().unwrap_or_default();
    let mail_failed = mail_state == "failed";
    let facts = Facts {
        login: row.login?,
        archived: row.account_archived_at.is_some(),
        active,
        last_login: row.last_login_at,
        invitation: invitation(row),
        mail_failed,
    };
    let day = |at| show_day(at, cx.locale, cx.zone());
    let chip = match rules::state(&facts, cx.now()) {
        State::Off => Chip::Off,
        State::NotInvited => Chip::NotInvited,
        State::Invited(at) => Chip::Invited(day(at)),
        State::Expired(at) => Chip::Expired(day(at)),
        State::MailFailed => Chip::MailFailed,
        State::Active(at) => Chip::Active(at.map(|at| cx.when(at))),
        State::Suspended => Chip::Suspended,
    };
    Some(SettingRow {
        id: row.setting_id?.to_string(),
        email: row.email.clone()?,
        login: facts.login,
        notify: row.notify?,
        email_sync: row.email_sync?,
        version: row.version?,
        chip,
        active,
        items_off: row.items_off,
        waiting: trouble.filter(|_| waits(row)).map(str::to_owned),
        changed_by_client: changed_by_client(cx, row),
        refused: mail_failed.then(|| explained(cx.locale, last_reply)),
    })
}

/// The newest mail about the row has not left yet.
fn waits(row: &InfoRow) -> bool {
    matches!(row.mail(), Some(("pending" | "claimed" | "handing_off", _)))
}

fn changed_by_client(cx: &Cx, row: &InfoRow) -> Option<(String, When)> {
    let (at, before) = row.own_change().filter(|(at, _)| cx.now().since(*at) < own_address::SHOWN)?;
    Some((before.to_owned(), show_day(at, cx.locale, cx.zone())))
}

fn invitation(row: &InfoRow) -> Option<LastInvitation> {
    let (sent, expires, ended) = row.invitation()?;
    Some(LastInvitation { sent, expires, ended })
}
