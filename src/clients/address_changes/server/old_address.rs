//! "Remove the old address?" (ECHG-4): the firm's answer, and what happens when it gives none.

use super::events::{OfChange, What};
use super::sweep;
use crate::address_changes::model::Answer;
use crate::address_changes::rules::{self, Act};
use crate::search;
use crate::switches;
use access::gate::{May, right::ManageAccounts};
use directory::address_changes::{self as records, ChangeRecord};
use directory::contacts::{self, contact};
use directory::switches::{self as settings, Rows};
use i18n::said;
use kernel::{AppError, ChangeId, ContactId, EmailId, FirmId};
use platform::chores::{self, Due};
use platform::db::Tx;
use platform::firm_profile::{self, FirmProfile};
use platform::request::Source;
use platform::unit::{By, Work};
use platform::{Cx, Platform};
use std::net::Ipv4Addr;
use std::sync::Arc;

/// Answers the question about an old address of a contact; the address.
///
/// # Errors
/// `NotFound`; `Conflict` when it was answered already, or there is no such question; `Refused` when the
/// contact has accounts that this person does not see.
pub(crate) async fn answer(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    id: ContactId,
    old: EmailId,
    answer: Answer,
) -> Result<String, AppError> {
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let found = contact(w, &staff.sight(), id).await?;
        if !contacts::sees_all_of(w, &staff.sight(), found.id).await? {
            return Err(AppError::Refused(said!(cx.locale, "contacts.refused.hidden")));
        }
        records::stand_in_line(w, firm, id).await?;
        let change = records::open_of(w, firm, old).await?;
        let asked = |it: &ChangeRecord| rules::asked_until(it.stored(), it.remove_at, it.kept_at).is_some();
        let change = change.filter(|it| it.contact_id == id && it.old_email_id == old);
        let change = change.filter(asked).ok_or(AppError::Conflict)?;
        match answer {
            Answer::Remove => go(w, &change).await?,
            Answer::Keep => stay(w, &change).await?,
        }
        Ok(change.old_email)
    })
    .await
}

async fn stay(w: &mut Work<'_>, change: &ChangeRecord) -> Result<(), AppError> {
    let now = w.now();
    if !records::keep(w, change, now).await? {
        return Err(AppError::Conflict);
    }
    let event = OfChange::of(w, change, &change.old_email, What::OldKept).await?;
    w.happened(event).await
}

/// The old address is gone from the contact, with its switches; whoever signed in with it loses access. It can be added
/// again like any other.
async fn go(w: &mut Work<'_>, change: &ChangeRecord) -> Result<(), AppError> {
    let cx = w.cx();
    let (firm, contact, old) = (cx.firm.id, change.contact_id, change.old_email_id);
    let next = rules::after(change.stored(), Act::RemoveOld).ok_or(AppError::Conflict)?;
    if !records::settle(w, change, next, cx.now()).await? {
        return Err(AppError::Conflict);
    }
    let losers = settings::with_login(w, firm, Rows::of(contact).of_address(old)).await?;
    sweep::remove(w, cx, contact, old).await?;
    switches::ended(w, cx, &losers).await?;
    let event = OfChange::of(w, change, &change.old_email, What::OldRemoved).await?;
    w.happened(event).await?;
    Ok(search::refresh_contact(w, firm, contact).await?)
}

platform::recurring!("old addresses", every: 10 minutes, remove_due);

/// Removes old addresses, of all firms, whose time is over and that nobody wanted to keep; how many.
///
/// # Errors
/// When the database does not answer. An address that cannot be removed does not stop the others.
pub async fn remove_due(platform: &Platform) -> Result<usize, AppError> {
    let now = platform.clock.now();
    let later = now.plus(access::address_acceptance::REMOVE_AFTER);
    platform.db.write(move |tx| Box::pin(async move { Ok(records::begin_to_ask(tx, later).await?) })).await?;
    let next =
        |after| async move { Ok(records::due_to_go(&mut platform.db.read().await?, after, now).await?) };
    let remove = |change: Due| async move {
        let cx = by_itself(platform, change.firm_id).await?;
        platform.db.write(move |tx| Box::pin(async move { go_by_itself(tx, &cx, change).await })).await
    };
    chores::each("removing an old address", next, remove).await
}

/// Whether it went: a colleague may have answered meanwhile.
async fn go_by_itself(tx: &mut Tx, cx: &Cx, due: Due) -> Result<bool, AppError> {
    let Some(change) = records::of_id(tx, due.firm_id, ChangeId(due.id)).await? else { return Ok(false) };
    records::stand_in_line(tx, cx.firm.id, change.contact_id).await?;
    let Some(now) = records::open_of(tx, cx.firm.id, change.old_email_id).await? else { return Ok(false) };
    if now.id != change.id || !rules::goes_now(now.stored(), now.remove_at, now.kept_at, cx.now()) {
        return Ok(false);
    }
    go(&mut Work::on(tx, cx, &By::system()), &now).await.map(|()| true)
}

async fn by_itself(platform: &Platform, firm: FirmId) -> Result<Cx, AppError> {
    let mut conn = platform.db.read().await?;
    Ok(nowhere(platform, firm_profile::by_id(&mut conn, &platform.config, firm).await?))
}

/// Nobody's request: the firm itself, from nowhere.
pub(super) fn nowhere(platform: &Platform, firm: FirmProfile) -> Cx {
    Cx::without_browser(platform, Arc::new(firm), Source::at(Ipv4Addr::UNSPECIFIED))
}
