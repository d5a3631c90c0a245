//! What can be done with members: change role and rights, deactivate, bring back, hand the firm over.

use super::events::{OfMember, What};
use super::store::{self, MemberRecord};
use crate::gate::right::{Administer, Own};
use crate::gate::{May, Proven, Staff};
use crate::team::rules;
use crate::{password, sessions};
use directory::{assignments, staff};
use i18n::said;
use kernel::{AppError, Rights, Role, UserId};
use platform::Cx;
use platform::db::Tx;
use platform::unit::Change;

/// Refuses whoever may not decide about somebody of this role; asked of the database, for a request may be older than
/// a change of the asker's own role.
///
/// # Errors
/// `NotAllowed`.
pub(super) async fn may_decide(tx: &mut Tx, cx: &Cx, staff: &Staff, about: Role) -> Result<(), AppError> {
    let role = store::role_now(tx, cx.firm.id, staff.user()).await?;
    let may = role.is_some_and(|role| rules::may_decide(role, about));
    if may { Ok(()) } else { Err(AppError::NotAllowed) }
}

/// The member of this id, if this staff member may decide about them; nobody decides about themselves.
///
/// # Errors
/// `NotFound`; `NotAllowed`.
pub(super) async fn of_others(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    user: UserId,
) -> Result<MemberRecord, AppError> {
    let member = store::member(tx, cx.firm.id, user).await?.ok_or(AppError::NotFound)?;
    if user == staff.user() {
        return Err(AppError::NotAllowed);
    }
    may_decide(tx, cx, staff, member.role()).await?;
    Ok(member)
}

/// Changes role and rights. They hold from the next request of that person on, in every browser.
///
/// # Errors
/// `NotFound`, `NotAllowed`, also for a role that the asker may not give; `Conflict` when somebody else was faster.
pub(in crate::team) async fn change_rights(
    cx: &Cx,
    staff: &Proven<May<Administer>>,
    user: UserId,
    version: i64,
    role: Option<Role>,
    rights: Rights,
) -> Result<(), AppError> {
    cx.work(staff, async move |w, staff| {
        let cx = w.cx();
        let old = of_others(w, cx, &staff, user).await?;
        let role = role.unwrap_or(old.role());
        may_decide(w, cx, &staff, role).await?;
        // The boxes count for employees; an admin's are kept for later.
        let rights = if role == Role::Employee { rights } else { old.rights() };
        if !staff::set_rights(w, cx.firm.id, user, version, role, rights).await? {
            return Err(AppError::Conflict);
        }
        let change = Change::of(rules::in_words(old.role(), old.rights()), rules::in_words(role, rights));
        w.happened(OfMember::of(&old, What::RightsChanged(change))).await
    })
    .await
}

/// Ends somebody's work here: their sessions and reset links end at once. What was assigned to them stays theirs for
/// the day they come back, and goes to `successor` as well, if one is named. Answers how many accounts that are.
///
/// # Errors
/// `NotFound`, `NotAllowed`; `Conflict` when it was done already; `Invalid` on `successor`.
pub(in crate::team) async fn deactivate(
    cx: &Cx,
    staff: &Proven<May<Administer>>,
    user: UserId,
    successor: Option<UserId>,
) -> Result<u64, AppError> {
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let member = of_others(w, cx, &staff, user).await?;
        if !staff::set_deactivated(w, firm, user, Some(cx.now())).await? {
            return Err(AppError::Conflict);
        }
        let mut moved = None;
        if let Some(heir) = successor {
            let heir = heir_of(w, cx, user, heir).await?;
            let many = assignments::assign_all_of(w, firm, user, heir.id).await?;
            moved = Some((many, heir.id, heir.email));
        }
        sessions::end_all_of_user(w, cx, user, Some(&staff)).await?;
        password::void_resets(w, cx, user).await?;
        let many = moved.as_ref().map_or(0, |(many, ..)| *many);
        w.happened(OfMember::of(&member, What::Deactivated { moved })).await?;
        Ok(many)
    })
    .await
}

/// Who was chosen; nobody where nothing was.
///
/// # Errors
/// `Invalid` on `successor` for what is no id.
pub(in crate::team) fn successor(cx: &Cx, typed: &str) -> Result<Option<UserId>, AppError> {
    if typed.is_empty() {
        return Ok(None);
    }
    let fault = |()| AppError::field("successor", said!(cx.locale, "team.fault.successor"));
    typed.parse().map(Some).map_err(fault)
}

async fn heir_of(tx: &mut Tx, cx: &Cx, leaver: UserId, heir: UserId) -> Result<MemberRecord, AppError> {
    let found = store::member(tx, cx.firm.id, heir).await?;
    let fine = found.filter(|it| it.deactivated_at.is_none() && it.id != leaver);
    fine.ok_or_else(|| AppError::field("successor", said!(cx.locale, "team.fault.successor")))
}

/// Brings somebody back with role, rights and assignments as they were. They sign in with the password they had.
///
/// # Errors
/// `NotFound`, `NotAllowed`; `Conflict` when it was done already.
pub(in crate::team) async fn reactivate(
    cx: &Cx,
    staff: &Proven<May<Administer>>,
    user: UserId,
) -> Result<(), AppError> {
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let member = of_others(w, cx, &staff, user).await?;
        if !staff::set_deactivated(w, firm, user, None).await? {
            return Err(AppError::Conflict);
        }
        // Signed in as a client meanwhile, perhaps; staff sessions are shorter.
        sessions::end_all_of_user(w, cx, user, Some(&staff)).await?;
        w.happened(OfMember::of(&member, What::Reactivated)).await
    })
    .await
}

/// Makes somebody else the owner; the owner until now is an admin from then on.
///
/// # Errors
/// `NotFound`; `Invalid` on `member`; `Conflict`.
pub(in crate::team) async fn hand_over(
    cx: &Cx,
    staff: &Proven<May<Own>>,
    to: UserId,
) -> Result<String, AppError> {
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let member = store::member(w, firm, to).await?.ok_or(AppError::NotFound)?;
        if member.deactivated_at.is_some() || to == staff.user() {
            return Err(AppError::field("member", said!(cx.locale, "team.fault.owner")));
        }
        if !staff::hand_over(w, firm, staff.user(), to).await? {
            return Err(AppError::Conflict);
        }
        let before = rules::in_words(member.role(), member.rights());
        let (old, old_email) = (staff.user(), staff.who().email().to_owned());
        w.happened(OfMember::of(&member, What::MadeOwner { before, old, old_email })).await?;
        super::mails::tell_of_owner(w, cx, &staff, to).await?;
        Ok(member.name)
    })
    .await
}
