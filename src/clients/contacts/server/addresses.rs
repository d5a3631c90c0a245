//! Addresses of a contact: one more, another one, one less.
//!
//! Whoever signs in with an address must not lose the way in by its change: then it is replaced, and keeps working until
//! the new one does (ECHG-1). Before activation the old link dies and the new address is invited (INV-8).

use super::events::{OfContact, What};
use super::known::refuse_known;
use crate::address_changes::{self as changes, Begun};
use crate::contacts::rules::MOST_ADDRESSES;
use crate::search;
use crate::switches;
use access::gate::{May, Proven, Staff, right::ManageAccounts};
use access::{invitations, mail_state};
use directory::address_changes as records;
use directory::contacts::{self as store, AddressRecord, ContactRecord, contact};
use directory::switches::{self as settings, Rows};
use i18n::{said, tl};
use kernel::{AppError, ContactId, EmailAddress, EmailId};
use platform::Cx;
use platform::db::{Conn, Tx};
use platform::mail::address_fault;
use platform::unit::{Change, Work};

/// What became of a wish for another address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Changed {
    /// It stands in the old one's place; whether an invitation went to it.
    Replaced { invited: bool },
    /// It stands in the old one's place, which still signs in until the new one is accepted (ECHG-1).
    Replacing(Begun),
}

impl Changed {
    /// What is said of it; an address that was invited or let in is named as it was `typed`.
    pub(crate) async fn said(self, cx: &Cx, typed: &str) -> String {
        let (l, email) = (cx.locale, typed.trim());
        let text = match self {
            Self::Replaced { invited: false } => return tl!(l, "contact_settings.change.done"),
            Self::Replaced { invited: true } => tl!(l, "contact_settings.change.done_invited", email = email),
            Self::Replacing(Begun::Invited) => tl!(l, "address_changes.begun.invited", email = email),
            Self::Replacing(Begun::LetIn) => tl!(l, "address_changes.begun.let_in", email = email),
        };
        mail_state::said(cx, text).await
    }
}

/// # Errors
/// `Invalid` on `email`.
pub(crate) fn parse(cx: &Cx, text: &str) -> Result<EmailAddress, AppError> {
    EmailAddress::parse(text).map_err(|problem| AppError::field("email", address_fault(cx.locale, problem)))
}

/// A change of addresses reaches every account of the contact: whoever does not see them all may not make it.
async fn refuse_hidden(conn: &mut Conn, cx: &Cx, staff: &Staff, id: ContactId) -> Result<(), AppError> {
    if store::sees_all_of(conn, &staff.sight(), id).await? {
        return Ok(());
    }
    Err(AppError::Refused(said!(cx.locale, "contacts.refused.hidden")))
}

/// One more address, with its row of switches in every account.
///
/// # Errors
/// `NotFound`; `Invalid` on `email`; `Refused` for the eleventh, or when the contact has accounts that
/// this person does not see.
pub(crate) async fn add(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    id: ContactId,
    email: EmailAddress,
    known_is_fine: bool,
) -> Result<(), AppError> {
    cx.work(staff, async move |w, staff| {
        let found = contact(w, &staff.sight(), id).await?;
        add_in(w, &staff, &found, &email, known_is_fine).await
    })
    .await
}

async fn add_in(
    w: &mut Work<'_>,
    staff: &Staff,
    contact: &ContactRecord,
    email: &EmailAddress,
    known_is_fine: bool,
) -> Result<(), AppError> {
    let (cx, firm) = (w.cx(), w.firm());
    refuse_hidden(w, cx, staff, contact.id).await?;
    store::stand_in_line(w, firm, contact.id).await?;
    records::stand_in_line(w, firm, contact.id).await?;
    changes::sweep(w, cx, contact.id).await?;
    let present = store::addresses(w, firm, contact.id).await?;
    refuse_twice(cx, &present, email)?;
    if present.len() >= MOST_ADDRESSES {
        return Err(AppError::Refused(said!(cx.locale, "contacts.refused.most", n = MOST_ADDRESSES)));
    }
    if !known_is_fine {
        refuse_known(w, cx, staff, std::slice::from_ref(email), Some(contact.id)).await?;
    }
    let new = EmailId(cx.ids.next());
    store::insert_address(w, firm, contact.id, new, email).await?;
    switches::rows_for_address(w, cx, staff.name(), contact.id, new).await?;
    let what = What::AddressAdded(email.shown().to_owned());
    let added = OfContact::of(w, contact.id, &contact.name, what).await?;
    w.happened(added).await?;
    Ok(search::refresh_contact(w, firm, contact.id).await?)
}

fn refuse_twice(cx: &Cx, present: &[AddressRecord], email: &EmailAddress) -> Result<(), AppError> {
    if present.iter().any(|known| known.email_norm == email.norm()) {
        return Err(AppError::field("email", said!(cx.locale, "contacts.fault.twice")));
    }
    Ok(())
}

/// Another address in the place of this one.
///
/// # Errors
/// As [`add`]; what the new invitation has against it.
pub(crate) async fn change(
    cx: &Cx,
    staff: &Proven<May<ManageAccounts>>,
    id: ContactId,
    address: EmailId,
    email: EmailAddress,
    known_is_fine: bool,
) -> Result<Changed, AppError> {
    cx.work(staff, async move |w, staff| {
        let found = contact(w, &staff.sight(), id).await?;
        change_in(w, &staff, &found, address, &email, known_is_fine).await
    })
    .await
}

async fn change_in(
    w: &mut Work<'_>,
    staff: &Proven<May<ManageAccounts>>,
    contact: &ContactRecord,
    address: EmailId,
    email: &EmailAddress,
    known_is_fine: bool,
) -> Result<Changed, AppError> {
    let (cx, firm) = (w.cx(), w.firm());
    refuse_hidden(w, cx, staff, contact.id).await?;
    store::stand_in_line(w, firm, contact.id).await?;
    records::stand_in_line(w, firm, contact.id).await?;
    changes::sweep(w, cx, contact.id).await?;
    let mut present = store::addresses(w, firm, contact.id).await?;
    let linked = |known: &AddressRecord| known.id == address && known.unlinked_at.is_none();
    let place = present.iter().position(linked).ok_or(AppError::NotFound)?;
    let old = present.swap_remove(place);
    refuse_twice(cx, &present, email)?;
    let entering = settings::with_login_at(w, firm, address).await?;
    let same_box = old.email_norm == email.norm();
    if !same_box && !known_is_fine {
        refuse_known(w, cx, staff, std::slice::from_ref(email), Some(contact.id)).await?;
    }
    let signs_in = |row: &settings::SettingRecord| row.is_active() && row.archived_at.is_none();
    if !same_box && entering.iter().any(signs_in) {
        return changes::begin(w, cx, staff, contact, &old, email).await.map(Changed::Replacing);
    }
    let was_invited = !entering.is_empty() && settings::is_invited(w, firm, &old.email_norm).await?;
    if !same_box {
        settings::keep_ended(w, firm, Rows::of(contact.id).of_address(address), cx.now()).await?;
    }
    store::set_address(w, firm, address, email).await?;
    settings::outdate(w, firm, address, &settings::Change { at: cx.now(), by: staff.name() }).await?;
    changes::follow(w, cx, contact, address, email).await?;
    let invited = !same_box && follow(w, cx, staff, &old, address, was_invited).await?;
    if !same_box {
        for row in settings::with_login_at(w, firm, address).await? {
            switches::replaced(w, cx, staff, &row, None).await?;
        }
    }
    let change = Change::of(old.email, email.shown().to_owned());
    let changed = OfContact::of(w, contact.id, &contact.name, What::AddressChanged(change)).await?;
    w.happened(changed).await?;
    search::refresh_contact(w, firm, contact.id).await?;
    Ok(Changed::Replaced { invited })
}

/// What a changed address means for those rows that had LOGIN on: the old link dies unless somebody else shares the
/// mailbox, and the new address is let in or invited. Whether an invitation went out.
async fn follow(
    tx: &mut Tx,
    cx: &Cx,
    staff: &May<ManageAccounts>,
    old: &AddressRecord,
    address: EmailId,
    was_invited: bool,
) -> Result<bool, AppError> {
    let entering = settings::with_login_at(tx, cx.firm.id, address).await?;
    let Some(first) = entering.first() else { return Ok(false) };
    if first.is_active() {
        invitations::revoke_if_unneeded(tx, cx, &old.email_norm).await?;
        for row in &entering {
            switches::let_in(tx, cx, row).await?;
        }
        return Ok(false);
    }
    let shared = !settings::accounts_open_to(tx, cx.firm.id, &old.email_norm).await?.is_empty();
    let invitee = switches::invitee(tx, cx, first).await?;
    if shared {
        if was_invited {
            invitations::invite(tx, cx, staff, invitee, "").await?;
        }
        return Ok(was_invited);
    }
    Ok(invitations::move_to(tx, cx, staff, &old.email_norm, invitee).await?.is_some())
}

/// One address less, with its rows; whoever signed in with it loses access.
///
/// # Errors
/// `NotFound`; `Refused` for the last address, or when the contact has accounts that this person does
/// not see.
pub(crate) async fn remove(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    id: ContactId,
    address: EmailId,
) -> Result<(), AppError> {
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let found = contact(w, &staff.sight(), id).await?;
        refuse_hidden(w, cx, &staff, id).await?;
        records::stand_in_line(w, firm, id).await?;
        let present = store::addresses(w, firm, id).await?;
        let linked: Vec<_> = present.iter().filter(|known| known.unlinked_at.is_none()).collect();
        let old = linked.iter().find(|known| known.id == address).ok_or(AppError::NotFound)?;
        changes::refuse_orphan(w, cx, address).await?;
        if linked.len() == 1 {
            return Err(AppError::Refused(said!(cx.locale, "contacts.refused.last", name = found.name)));
        }
        let rows = Rows::of(id).of_address(address);
        let losers = settings::with_login(w, firm, rows).await?;
        settings::remove(w, firm, rows, cx.now()).await?;
        store::delete_address(w, firm, address).await?;
        switches::ended(w, cx, &losers).await?;
        let what = What::AddressRemoved(old.email.clone());
        let removed = OfContact::of(w, id, &found.name, what).await?;
        w.happened(removed).await?;
        Ok(search::refresh_contact(w, firm, id).await?)
    })
    .await
}
