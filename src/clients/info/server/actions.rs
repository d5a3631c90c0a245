//! What the Info tab can do: switch, allow, invite, send a reset.

use crate::address_changes as changes;
use crate::contacts::{self, parse_address};
use crate::info::model::Which;
use crate::info::rules::{self, Obstacle, Standing};
use crate::notifications;
use crate::switches::{self, OfRow, What, invitee, let_in, let_in_unseen, row};
use access::gate::right::{ManageAccounts, ManageClientSecurity};
use access::gate::{May, MaybeProven, Proven, Staff};
use access::invitations;
use access::password::STAFF_SENT_LIFE;
use directory::address_changes as records;
use directory::switches::{Change, Flags, Loser, Rows, SettingRecord, is_invited, keep_ended};
use i18n::{said, tl};
use kernel::{AppError, SettingId, Ts};
use platform::Cx;
use platform::db::Tx;
use platform::unit::Work;

/// A click on a switch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish {
    pub id: SettingId,
    pub which: Which,
    pub on: bool,
    /// The row's version as the person saw it.
    pub version: i64,
    /// The person was told what switching off the last one means.
    pub confirmed: bool,
}

/// Changes one switch. LOGIN on goes through [`allow_login`], which also asks about the invitation.
///
/// # Errors
/// `NotFound`; `Conflict` when the row is no longer as the person saw it; `Refused` when it is the last
/// of its kind and that was not confirmed (ACC-13), or the client chose otherwise (NOTIFY-6).
pub(crate) async fn switch(
    cx: &Cx,
    staff: &MaybeProven<May<ManageAccounts>>,
    code: &str,
    wish: Wish,
) -> Result<(), AppError> {
    if wish.which == Which::Login && wish.on {
        return allow_login(cx, staff, code, wish.id, wish.version, None).await;
    }
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| switch_in(w, &staff, &code, wish).await).await
}

async fn switch_in(
    w: &mut Work<'_>,
    staff: &May<ManageAccounts>,
    code: &str,
    wish: Wish,
) -> Result<(), AppError> {
    let cx = w.cx();
    let old = row(w, staff, code, wish.id).await?;
    if old.version != wish.version {
        return Err(AppError::Conflict);
    }
    // What is off is not switched off, and the trail does not say so: who was inside before comes back without a password.
    if wish.which == Which::Login && !wish.on && !old.login {
        return Ok(());
    }
    if old.unlinked_at.is_some() {
        records::stand_in_line(w, cx.firm.id, old.contact_id).await?;
    }
    if !wish.on && !wish.confirmed {
        if wish.which == Which::Login && old.unlinked_at.is_some() {
            changes::refuse_lock_out(w, cx, old.contact_id, old.account_id, Some(old.email_id)).await?;
        }
        refuse_the_last(cx, &old, wish.which)?;
    }
    store_flag(w, cx, staff, &old, wish.which, wish.on).await?;
    match (wish.which, wish.on) {
        (Which::Login, false) => {
            switches::ended(w, cx, &[Loser { email_norm: old.email_norm.clone(), user_id: old.user_id }])
                .await?;
            if old.unlinked_at.is_some() {
                changes::switched_off(w, cx, &old).await?;
            }
        }
        // Where no item is off there is none to follow; one that goes off meanwhile raises the version.
        (Which::Notify, true) if old.items_off => {
            notifications::switched_on_by_staff(w, cx, staff, old.id).await?;
        }
        _ => {}
    }
    let what = match wish.which {
        Which::Login => What::Login(wish.on),
        Which::Notify => What::Notify(wish.on),
        Which::EmailSync => What::EmailSync(wish.on),
    };
    w.happened(OfRow::of(&old, what)).await
}

/// Whether nobody could sign in, or nobody would be told, any more.
fn refuse_the_last(cx: &Cx, old: &SettingRecord, which: Which) -> Result<(), AppError> {
    match which {
        Which::Login if old.login && !old.others_login => Err(AppError::Refused(said!(
            cx.locale,
            "contact_settings.last.login",
            account = old.account_name
        ))),
        Which::Notify if old.notify && !old.others_notify => Err(AppError::Refused(said!(
            cx.locale,
            "contact_settings.last.notify",
            account = old.account_name
        ))),
        _ => Ok(()),
    }
}

async fn store_flag(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    old: &SettingRecord,
    which: Which,
    on: bool,
) -> Result<(), AppError> {
    let mut flags = Flags { login: old.login, notify: old.notify, email_sync: old.email_sync };
    match which {
        Which::Login => flags.login = on,
        Which::Notify => flags.notify = on,
        Which::EmailSync => flags.email_sync = on,
    }
    if which == Which::Login && !on {
        let this = Rows::of(old.contact_id).in_account(old.account_id).of_address(old.email_id);
        keep_ended(tx, cx.firm.id, this, cx.now()).await?;
    }
    let change = Change { at: cx.now(), by: staff.name() };
    if directory::switches::set(tx, cx.firm.id, old.id, old.version, flags, &change).await? {
        Ok(())
    } else {
        Err(AppError::Conflict)
    }
}

/// Turns LOGIN on. Somebody who can sign in already has access at once and is told (ACC-5); anybody else waits for an
/// invitation, which goes out now when there is a `message`, even an empty one (ACC-3).
///
/// One more mailbox beside people who can enter already takes a recent password, and those people are told
/// ([`switches::demand_proof`]).
///
/// # Errors
/// `NotFound`, `Conflict`, `ProofNeeded`; with an invitation what that has against it, and then nothing is
/// switched.
pub(crate) async fn allow_login(
    cx: &Cx,
    staff: &MaybeProven<May<ManageAccounts>>,
    code: &str,
    id: SettingId,
    version: i64,
    message: Option<String>,
) -> Result<(), AppError> {
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let cx = w.cx();
        let old = row(w, &staff, &code, id).await?;
        if old.unlinked_at.is_some() {
            return Err(AppError::NotFound);
        }
        if old.version != version || old.login {
            return Err(AppError::Conflict);
        }
        switches::demand_proof(w, cx, &staff, &old).await?;
        switches::tell_people(w, cx, &staff, &old, None).await?;
        store_flag(w, cx, &staff, &old, Which::Login, true).await?;
        w.happened(OfRow::of(&old, What::Login(true))).await?;
        let message = message.filter(|_| old.archived_at.is_none());
        if old.is_active() {
            match message.filter(|_| !old.known) {
                Some(message) => let_in_unseen(w, cx, &staff, &old, &message).await?,
                None => let_in(w, cx, &old).await?,
            }
        } else if let Some(message) = message {
            invite_in(w, &staff, &old, &message, true).await?;
        }
        // Without an invitation nobody is written to who could not sign in anyway.
        Ok(())
    })
    .await
}

async fn invite_in(
    w: &mut Work<'_>,
    staff: &May<ManageAccounts>,
    about: &SettingRecord,
    message: &str,
    is_new_here: bool,
) -> Result<(), AppError> {
    let cx = w.cx();
    let mut invitee = invitee(w, cx, about).await?;
    if is_new_here && is_invited(w, cx.firm.id, &about.email_norm).await? {
        invitee.adds = Some(about.account_name.clone());
    }
    invitations::invite(w, cx, staff, invitee, message).await?;
    w.happened(OfRow::of(about, What::Invited)).await
}

/// That whoever acts may, their type says.
fn standing(about: &SettingRecord) -> Standing {
    let (archived, active) = (about.archived_at.is_some(), about.seems_active());
    Standing { archived, login: about.login, active, may: true }
}

fn refuse(cx: &Cx, obstacle: Option<Obstacle>) -> Result<(), AppError> {
    let text = match obstacle {
        None => return Ok(()),
        Some(Obstacle::NoRight) => return Err(AppError::NotAllowed),
        Some(Obstacle::Archived) => said!(cx.locale, "contact_settings.obstacle.archived"),
        Some(Obstacle::LoginOff) => said!(cx.locale, "contact_settings.obstacle.login_off"),
        Some(Obstacle::Pending) => said!(cx.locale, "contact_settings.obstacle.pending"),
        Some(Obstacle::AlreadyActive) => said!(cx.locale, "contact_settings.obstacle.active"),
    };
    Err(AppError::Refused(text))
}

/// Sends an invitation, again if there was one (INV-6); the address it went to.
///
/// # Errors
/// `Refused` with what stands in the way; `TooMany`; `Invalid` on `message`.
pub(crate) async fn invite(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    code: &str,
    id: SettingId,
    message: String,
) -> Result<String, AppError> {
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let cx = w.cx();
        let about = row(w, &staff, &code, id).await?;
        refuse(cx, rules::invite_obstacle(standing(&about)))?;
        if about.is_active() {
            let_in_unseen(w, cx, &staff, &about, &message).await?;
        } else {
            invite_in(w, &staff, &about, &message, false).await?;
        }
        Ok(about.email)
    })
    .await
}

/// Sends a link with which the person sets a new password (AUTH-21); the address it went to. Staff never see it.
///
/// # Errors
/// `Refused` with what stands in the way; `TooMany`.
pub(crate) async fn send_reset(
    cx: &Cx,
    staff: &May<ManageClientSecurity>,
    code: &str,
    id: SettingId,
) -> Result<String, AppError> {
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let cx = w.cx();
        let about = row(w, &staff, &code, id).await?;
        let archived = about.archived_at.is_some();
        let obstacle = rules::reset_obstacle(standing(&about));
        if archived && obstacle == Some(Obstacle::Archived) {
            // The article's own words (MSG-9).
            return Err(AppError::Refused(said!(cx.locale, "contact_settings.obstacle.reset_archived")));
        }
        refuse(cx, obstacle)?;
        reset_in(w, &staff, &about).await?;
        Ok(about.email)
    })
    .await
}

async fn reset_in(
    w: &mut Work<'_>,
    staff: &May<ManageClientSecurity>,
    about: &SettingRecord,
) -> Result<(), AppError> {
    let target = access::password::Target {
        email_norm: about.email_norm.clone(),
        account: about.account_id,
        account_code: about.code.clone(),
        setting: about.id,
    };
    let cx = w.cx();
    access::password::send_reset(w, cx, staff, target).await?;
    w.happened(OfRow::of(about, What::ResetSent)).await
}

/// Why the client gets no further link now.
pub(in crate::info) fn too_many_resets(cx: &Cx, seconds: u32) -> String {
    let (minutes, hours) = (seconds.div_ceil(60), STAFF_SENT_LIFE / Ts::HOUR);
    tl!(cx.locale, "contact_settings.reset.too_many", minutes = minutes, hours = hours)
}

/// Gives the contact of this row another address; what is said of it.
pub(in crate::info) async fn change_address(
    cx: &Cx,
    staff: &Proven<May<ManageAccounts>>,
    code: &str,
    id: SettingId,
    typed: &str,
    known_is_fine: bool,
) -> Result<String, AppError> {
    let email = parse_address(cx, typed)?;
    let about = {
        let mut conn = cx.db.read().await?;
        row(&mut conn, staff, code, id).await?
    };
    let changed =
        contacts::change_address(cx, staff, about.contact_id, about.email_id, email, known_is_fine).await?;
    Ok(changed.said(cx, typed).await)
}
