//! Beginning a change, correcting where it leads, and taking the old address back.

use super::events::{OfChange, What};
use super::mails;
use crate::address_changes::LINK;
use crate::address_changes::rules::{self, Act};
use crate::search;
use crate::switches;
use access::gate::{May, Proven, right::ManageAccounts};
use access::invitations;
use access::links::{self, Link};
use directory::address_changes::{self as records, ChangeRecord, NewChange, State};
use directory::contacts::{self, AddressRecord, ContactRecord};
use directory::people;
use directory::switches::{self as settings, Rows};
use i18n::said;
use kernel::{AppError, ChangeId, EmailAddress, EmailId, Locale, SettingId};
use platform::db::{DbError, Tx};
use platform::unit::Work;
use platform::{Cx, outbox};

/// How the new address hears of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Begun {
    /// An invitation is on its way.
    Invited,
    /// Its owner can sign in already, and accepts by doing so.
    LetIn,
}

/// Puts the new address in the old one's place with the same switches, lets it in or invites it, and tells the old
/// one. The caller has checked that the staff member sees all accounts of the contact, and that the old address signs in.
///
/// # Errors
/// `Conflict` when a colleague replaces it at the same time; what the invitation has against it.
pub(crate) async fn begin(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Proven<May<ManageAccounts>>,
    contact: &ContactRecord,
    old: &AddressRecord,
    email: &EmailAddress,
) -> Result<Begun, AppError> {
    let (firm, now) = (cx.firm.id, cx.now());
    let new = EmailId(cx.ids.next());
    contacts::set_unlinked(tx, firm, old.id, Some(now)).await?;
    contacts::insert_address_at(tx, firm, contact.id, new, email, old.position).await?;
    for row in settings::rows_of(tx, firm, old.id).await? {
        let to = (SettingId(cx.ids.next()), contact.id, new);
        settings::copy_row(tx, firm, &row, to, (now, staff.name())).await?;
    }
    // A page that shows the old address among the contacts is out of date.
    settings::outdate(tx, firm, old.id, &settings::Change { at: now, by: staff.name() }).await?;
    let change = NewChange {
        id: ChangeId(cx.ids.next()),
        contact: contact.id,
        old: (old.id, &old.email, &old.email_norm),
        new: (new, email),
        by: (staff.user(), staff.name()),
        at: now,
        expires_at: now.plus(rules::LIFE),
    };
    records::insert(tx, firm, &change).await.map_err(begun_meanwhile)?;
    let change = records::open_of(tx, firm, new).await?.ok_or(AppError::Conflict)?;
    tell_old(tx, cx, contact, (&change, &old.email_norm)).await?;
    let begun = welcome(tx, cx, staff, old, new).await?;
    let w = &mut Work::on(tx, cx, staff);
    let event = OfChange::of(w, &change, &contact.name, What::Begun).await?;
    w.happened(event).await?;
    search::refresh_contact(tx, firm, contact.id).await?;
    Ok(begun)
}

fn begun_meanwhile(error: DbError) -> AppError {
    if error.is_duplicate() { AppError::Conflict } else { error.into() }
}

/// Whoever can sign in already is let in and accepts by signing in (ECHG-5); anybody else is invited. The others hear of it.
async fn welcome(
    tx: &mut Tx,
    cx: &Cx,
    staff: &May<ManageAccounts>,
    old: &AddressRecord,
    new: EmailId,
) -> Result<Begun, AppError> {
    let entering = settings::with_login_at(tx, cx.firm.id, new).await?;
    for row in &entering {
        switches::replaced(tx, cx, staff, row, Some(&old.email_norm)).await?;
    }
    let open: Vec<_> = entering.iter().filter(|row| row.archived_at.is_none()).collect();
    let Some(first) = open.first() else { return Ok(Begun::Invited) };
    if first.is_active() {
        for row in open {
            switches::let_in(tx, cx, row).await?;
        }
        return Ok(Begun::LetIn);
    }
    let invitee = switches::invitee(tx, cx, first).await?;
    invitations::invite(tx, cx, staff, invitee, "").await?;
    Ok(Begun::Invited)
}

/// With another link to stop it; an earlier one ends.
async fn tell_old(
    tx: &mut Tx,
    cx: &Cx,
    contact: &ContactRecord,
    (change, old_norm): (&ChangeRecord, &str),
) -> Result<(), AppError> {
    let new = links::draw(cx);
    let (of, until) = (Some(change.id.0), change.expires_at);
    links::make(tx, cx, &new, Link { kind: LINK, of, to: Some(old_norm), until }).await?;
    // Whoever signs in with it has chosen a language of their own.
    let own = people::spoken_at(tx, cx.firm.id, change.old_email_id).await?;
    let locale = Locale::from_tag(own.as_deref().unwrap_or(&contact.locale)).unwrap_or(cx.firm.locale);
    let mail = mails::being_changed(&cx.firm, (&contact.name, locale), change, new.token());
    let about = settings::rows_of(tx, cx.firm.id, change.old_email_id).await?;
    let about = about.iter().find(|row| row.login).map(|row| row.id);
    outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail, about).await?;
    Ok(())
}

/// The new address was corrected before anybody accepted (INV-8): the change leads to the correction, and the old
/// address is told again, with another link.
pub(crate) async fn follow(
    tx: &mut Tx,
    cx: &Cx,
    contact: &ContactRecord,
    corrected: EmailId,
    email: &EmailAddress,
) -> Result<(), AppError> {
    let Some(change) = records::open_of(tx, cx.firm.id, corrected).await? else { return Ok(()) };
    if change.new_email_id != corrected || change.new_norm == email.norm() {
        return Ok(());
    }
    if !records::retarget(tx, &change, email).await? {
        return Ok(());
    }
    let change = ChangeRecord { new_email: email.shown().to_owned(), ..change };
    let old = EmailAddress::stored(&change.old_email);
    tell_old(tx, cx, contact, (&change, old.norm())).await
}

/// Takes the old address back; the new one goes, with its invitation.
///
/// # Errors
/// `NotFound`; `Conflict` when there is no such change any more, or it was accepted; `Refused` when the
/// contact has accounts that this person does not see.
pub(crate) async fn keep_old(
    cx: &Cx,
    staff: &Proven<May<ManageAccounts>>,
    code: &str,
    setting: SettingId,
) -> Result<String, AppError> {
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let about = switches::row(w, &staff, &code, setting).await?;
        if !contacts::sees_all_of(w, &staff.sight(), about.contact_id).await? {
            return Err(AppError::Refused(said!(cx.locale, "contacts.refused.hidden")));
        }
        let change = records::open_of(w, firm, about.email_id).await?;
        let change = change.filter(|it| it.old_email_id == about.email_id);
        let change = change.ok_or(AppError::Conflict)?;
        take_back(w, &change, Act::Cancel, What::Cancelled).await?;
        Ok(change.old_email)
    })
    .await
}

/// Undoes a change: the old address stands on its contact again, and nothing is left of the new one.
///
/// # Errors
/// `Conflict` when the rules do not let it, or somebody was faster.
pub(super) async fn take_back(
    w: &mut Work<'_>,
    change: &ChangeRecord,
    act: Act,
    what: What,
) -> Result<(), AppError> {
    let cx = w.cx();
    let (firm, now) = (cx.firm.id, cx.now());
    contacts::stand_in_line(w, firm, change.contact_id).await?;
    let standing = rules::standing(change.stored(), change.expires_at, now);
    if rules::after(standing, act) != Some(State::Cancelled)
        || !records::settle(w, change, State::Cancelled, now).await?
    {
        return Err(AppError::Conflict);
    }
    let by = w.author().name.clone();
    let (contact, new) = (change.contact_id, change.new_email_id);
    let rows = Rows::of(contact).of_address(new);
    let losers = settings::with_login(w, firm, rows).await?;
    settings::remove(w, firm, rows, now).await?;
    contacts::delete_address(w, firm, new).await?;
    contacts::set_unlinked(w, firm, change.old_email_id, None).await?;
    // Accounts that were linked meanwhile have no row of it yet.
    switches::rows_for_address(w, cx, &by, contact, change.old_email_id).await?;
    settings::outdate(w, firm, change.old_email_id, &settings::Change { at: now, by: &by }).await?;
    switches::ended(w, cx, &losers).await?;
    let event = OfChange::of(w, change, &change.old_email, what).await?;
    w.happened(event).await?;
    Ok(search::refresh_contact(w, firm, contact).await?)
}
