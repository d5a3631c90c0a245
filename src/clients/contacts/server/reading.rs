//! A contact as its page shows it.

use super::card_store::{self, CardRow};
use crate::address_changes::{self as changes, Progress, Shown, card as change_card};
use crate::contacts::model::{Address, ContactCard, LinkedAccount, OldAddress};
use access::access_state::{AccessFacts, AccessState, OpenInvitation, state as access_state};
use access::gate::Staff;
use directory::address_changes::State;
use kernel::{AppError, ContactId, EmailId, Locale, When};
use platform::Cx;
use platform::when::show_day;

/// One contact with everything its page shows.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn card(cx: &Cx, staff: &Staff, id: &str) -> Result<ContactCard, AppError> {
    let contact: ContactId = id.parse().map_err(|()| AppError::NotFound)?;
    let rows = card_store::card(&mut cx.db.read().await?, staff, contact).await?;
    let first = rows.first().ok_or(AppError::NotFound)?;
    let mut card = ContactCard {
        id: contact.to_string(),
        name: first.name.clone(),
        locale: Locale::from_tag(&first.locale).unwrap_or(cx.firm.locale),
        version: first.version,
        addresses: Vec::new(),
        unlinked: Vec::new(),
        accounts: Vec::new(),
        out_of_reach: first.code.is_some() && rows.iter().all(|row| !row.visible),
    };
    let mut seen: Vec<EmailId> = Vec::new();
    let mut account = None;
    for row in &rows {
        if row.code != account {
            account.clone_from(&row.code);
            card.accounts.extend(linked(row));
        }
        let (Some(id), Some(email)) = (row.email_id, &row.email) else { continue };
        if !seen.contains(&id) {
            seen.push(id);
            if row.unlinked_at.is_none() {
                card.addresses.push(Address {
                    id: id.to_string(),
                    email: email.clone(),
                    login_in: Vec::new(),
                    access: AccessState::NoAccess,
                    signs_in: false,
                    replaces: replaces(cx, row),
                });
            } else {
                card.unlinked.extend(unlinked(cx, contact, row));
            }
        }
        sign_in(cx, &mut card, id, row);
    }
    Ok(card)
}

/// The account of this line, if the reader may see it.
fn linked(row: &CardRow) -> Option<LinkedAccount> {
    let code = row.code.clone().filter(|_| row.visible)?;
    Some(LinkedAccount {
        code,
        name: row.account_name.clone().unwrap_or_default(),
        role: row.role_text.clone().unwrap_or_default(),
        archived: row.archived_at.is_some(),
    })
}

/// What the address of this line may do in its account.
fn sign_in(cx: &Cx, card: &mut ContactCard, id: EmailId, row: &CardRow) {
    let id = id.to_string();
    let Some(address) = card.addresses.iter_mut().find(|address| address.id == id) else { return };
    address.signs_in |= row.signs_in;
    if row.visible {
        let facts = AccessFacts {
            login: row.login,
            archived: row.archived_at.is_some(),
            activated: row.signs_in,
            invitation: row.invitation.as_deref().and_then(OpenInvitation::parse),
        };
        address.access = address.access.max(access_state(&facts, cx.now()));
    }
    if let Some(code) = row.code.as_ref().filter(|_| row.login && row.visible)
        && address.login_in.last() != Some(code)
    {
        address.login_in.push(code.clone());
    }
}

/// The address that this line's is to replace, until when that can be accepted, and whether it still can.
fn replaces(cx: &Cx, row: &CardRow) -> Option<(String, When, bool)> {
    let (old, until) = (row.replaces.clone()?, row.replaces_until?);
    let stored = row.replaces_state.as_deref().and_then(State::from_key)?;
    let standing = changes::standing(stored, until, cx.now());
    let waits = changes::progress(standing).filter(|it| changes::is_the_way_in(*it))?;
    Some((old, show_day(until, cx.locale, &cx.firm.time_zone), waits == Progress::Pending))
}

/// What became of the unlinked address of this line.
fn unlinked(cx: &Cx, contact: ContactId, row: &CardRow) -> Option<OldAddress> {
    let old = row.email_id?;
    let shown = Shown {
        contact,
        old,
        new_email: row.new_email.clone()?,
        by: row.begun_by_name.clone().unwrap_or_default(),
        at: row.change_at?,
        state: row.change_state.as_deref().and_then(State::from_key)?,
        expires_at: row.change_expires?,
        settled_at: row.settled_at,
        remove_at: row.remove_at,
        kept_at: row.kept_at,
    };
    Some(OldAddress { id: old.to_string(), email: row.email.clone()?, change: change_card(cx, shown) })
}
