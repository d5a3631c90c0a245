//! Reading the Info tab: one statement, then words.

use super::info_store::{self, InfoRow};
use crate::address_changes::{ChangeCard, Progress, Shown, card};
use crate::info::model::{Chip, ContactGroup, InfoTab, SettingRow, Unlinked};
use crate::info::rules::{self, RESET_SHOWN, State};
use crate::notifications::count_off;
use crate::own_address;
use access::access_state::AccessFacts;
use access::gate::Staff;
use directory::accounts::AccountKind;
use directory::address_changes::State as ChangeState;
use kernel::notify::Item;
use kernel::{AppError, Ts, When};
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
        state: row.change_state.as_deref().and_then(ChangeState::from_key)?,
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
    let invitation = row.invitation();
    let facts = AccessFacts {
        login: row.login?,
        archived: row.account_archived_at.is_some(),
        activated: active,
        invitation: invitation.map(|(_, open, _)| open),
    };
    let chip = chip(cx, row, &facts);
    let waits_for_it = facts.login && !facts.archived && !active;
    let invited = invitation.filter(|(_, _, by)| waits_for_it && !by.is_empty());
    let lately = |(at, by): &(Ts, &str)| !by.is_empty() && cx.now().since(*at) < RESET_SHOWN;
    Some(SettingRow {
        id: row.setting_id?.to_string(),
        email: row.email.clone()?,
        login: facts.login,
        notify: row.notify?,
        email_sync: row.email_sync?,
        version: row.version?,
        chip,
        active,
        pending: !active && invitation.is_some(),
        invited: invited.map(|(at, _, by)| (by.to_owned(), cx.when(at))),
        reset: row.reset().filter(lately).map(|(at, by)| (by.to_owned(), cx.when(at))),
        items_off: count_off(row.items_off.as_deref().unwrap_or_default(), Item::AVAILABLE),
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

/// The state in a word, with its date.
fn chip(cx: &Cx, row: &InfoRow, facts: &AccessFacts) -> Chip {
    let day = |at| show_day(at, cx.locale, cx.zone());
    match (rules::state(facts, cx.now()), row.invitation()) {
        (State::Off, _) => Chip::Off,
        (State::Suspended, _) => Chip::Suspended,
        (State::Active, _) => Chip::Active(row.last_login_at.map(|at| cx.when(at))),
        (State::MailFailed, _) => Chip::MailFailed,
        (State::Invited, Some((sent, ..))) => Chip::Invited(day(sent)),
        (State::Expired, Some((_, open, _))) => Chip::Expired(day(open.expires)),
        (State::Invited | State::Expired | State::NotInvited, _) => Chip::NotInvited,
    }
}
