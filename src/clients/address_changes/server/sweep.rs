//! The end of an old address: LOGIN goes off for it, and nothing needs it any more.

use crate::address_changes::model::Progress;
use crate::address_changes::rules::{self, Act};
use crate::search;
use directory::address_changes::{self as records, ChangeRecord, State};
use directory::contacts;
use directory::switches::{self as settings, Rows, SettingRecord};
use i18n::said;
use kernel::{AccountId, AppError, ContactId, EmailId};
use platform::Cx;
use platform::db::{Conn, Tx};

/// LOGIN was switched off for an unlinked address in one account. Its row goes; with the last one the address goes too,
/// and the change is over.
pub(crate) async fn switched_off(tx: &mut Tx, cx: &Cx, about: &SettingRecord) -> Result<(), AppError> {
    let firm = cx.firm.id;
    if settings::logins_left(tx, firm, about.email_id).await? > 0 {
        let this = Rows::of(about.contact_id).in_account(about.account_id).of_address(about.email_id);
        return Ok(settings::remove(tx, firm, this, cx.now()).await?);
    }
    if let Some(change) = records::open_of(tx, firm, about.email_id).await? {
        let standing = rules::standing(change.stored(), change.expires_at, cx.now());
        if let Some(next) = rules::after(standing, Act::RemoveOld) {
            records::settle(tx, &change, next, cx.now()).await?;
        }
    }
    remove(tx, cx, about.contact_id, about.email_id).await?;
    Ok(search::refresh_contact(tx, firm, about.contact_id).await?)
}

/// The address and its rows of switches are gone; the audit trail remembers them. The caller sees to it that no search finds
/// the contact by it any more, at the end of the act.
pub(super) async fn remove(tx: &mut Tx, cx: &Cx, contact: ContactId, email: EmailId) -> Result<(), AppError> {
    settings::remove(tx, cx.firm.id, Rows::of(contact).of_address(email), cx.now()).await?;
    Ok(contacts::delete_address(tx, cx.firm.id, email).await?)
}

/// Forgets unlinked addresses of a contact that open nothing any more: whoever accepted with the old password took the
/// sign-in along. Without this the contact could not have them again. As [`remove`].
pub(crate) async fn sweep(tx: &mut Tx, cx: &Cx, contact: ContactId) -> Result<(), AppError> {
    for address in contacts::addresses(tx, cx.firm.id, contact).await? {
        if address.unlinked_at.is_none() || settings::logins_left(tx, cx.firm.id, address.id).await? > 0 {
            continue;
        }
        let change = records::open_of(tx, cx.firm.id, address.id).await?;
        if let Some(change) = change.filter(|it| it.old_email_id == address.id) {
            records::settle(tx, &change, State::OldRemoved, cx.now()).await?;
        }
        remove(tx, cx, contact, address.id).await?;
    }
    Ok(())
}

/// Refuses to take the only way in from somebody whose new address waits (ECHG-2).
///
/// # Errors
/// `Refused`, in words that say what would happen.
pub(crate) async fn refuse_lock_out(
    conn: &mut Conn,
    cx: &Cx,
    contact: ContactId,
    account: AccountId,
    email: Option<EmailId>,
) -> Result<(), AppError> {
    let firm = cx.firm.id;
    for change in records::open_of_contact(conn, firm, contact).await? {
        let standing = rules::standing(change.stored(), change.expires_at, cx.now());
        let waits = rules::progress(standing).is_some_and(rules::is_the_way_in);
        let concerned = email.is_none_or(|email| email == change.old_email_id);
        if !waits || !concerned {
            continue;
        }
        let here = Rows::of(contact).in_account(account).of_address(change.old_email_id);
        let signs_in = settings::with_login(conn, firm, here).await?;
        if !signs_in.is_empty()
            && !settings::has_another_way_in(conn, firm, account, change.contact_id, change.old_email_id)
                .await?
        {
            let (old, new) = (change.old_email, change.new_email);
            return Err(AppError::Refused(said!(
                cx.locale,
                "address_changes.locked_out",
                old = old,
                new = new
            )));
        }
    }
    Ok(())
}

/// Refuses to remove an address that another one waits to be replaced by: that is what taking the old one back is for.
///
/// # Errors
/// `Refused`.
pub(crate) async fn refuse_orphan(conn: &mut Conn, cx: &Cx, email: EmailId) -> Result<(), AppError> {
    let change = records::open_of(conn, cx.firm.id, email).await?;
    let standing = |it: &ChangeRecord| rules::standing(it.stored(), it.expires_at, cx.now());
    match change
        .filter(|it| rules::progress(standing(it)).is_some_and(|progress| progress != Progress::Accepted))
    {
        Some(change) => {
            let (old, new) = (change.old_email, change.new_email);
            Err(AppError::Refused(said!(cx.locale, "address_changes.orphan", old = old, new = new)))
        }
        None => Ok(()),
    }
}
