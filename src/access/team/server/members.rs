//! What can be done with members: change role and rights, deactivate, bring back, hand the firm over.

use super::store::{self, MemberRecord};
use super::trail::record;
use crate::gate::right::{Administer, Own};
use crate::gate::{May, Proven, Staff};
use crate::team::rules;
use crate::{password, sessions};
use directory::{assignments, staff};
use i18n::tl;
use kernel::live::{News, UserAct};
use kernel::{AppError, Rights, Role, UserId};
use platform::db::Tx;
use platform::{Cx, events};

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
    let (c, staff) = (cx.clone(), staff.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let old = of_others(tx, &c, &staff, user).await?;
            let role = role.unwrap_or(old.role());
            may_decide(tx, &c, &staff, role).await?;
            // The boxes count for employees; an admin's are kept for later.
            let rights = if role == Role::Employee { rights } else { old.rights() };
            if !staff::set_rights(tx, c.firm.id, user, version, role, rights).await? {
                return Err(AppError::Conflict);
            }
            let before = rules::in_words(old.role(), old.rights());
            let change = format!("{before} -> {}", rules::in_words(role, rights));
            record(tx, &c, ("staff_rights_changed", staff.audit()), (old.id.0, &old.email), &change).await?;
            rights_changed(tx, &c, &staff, user).await?;
            announce(tx, &c, staff.name(), Some(user)).await
        })
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
    let (c, staff) = (cx.clone(), staff.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let firm = c.firm.id;
            let member = of_others(tx, &c, &staff, user).await?;
            if !staff::set_deactivated(tx, firm, user, Some(c.now())).await? {
                return Err(AppError::Conflict);
            }
            let mut detail = "active -> deactivated".to_owned();
            let mut moved = 0;
            if let Some(heir) = successor {
                let heir = heir_of(tx, &c, user, heir).await?;
                moved = assignments::assign_all_of(tx, firm, user, heir.id).await?;
                detail = format!("{detail}; {moved} accounts to {}", heir.email);
                sight_changed(tx, &c, &staff, heir.id).await?;
            }
            sessions::end_all_of_user(tx, &c, user, Some(&staff)).await?;
            password::void_resets(tx, &c, user).await?;
            record(tx, &c, ("staff_deactivated", staff.audit()), (member.id.0, &member.email), &detail)
                .await?;
            rights_changed(tx, &c, &staff, user).await?;
            announce(tx, &c, staff.name(), Some(user)).await?;
            Ok(moved)
        })
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
    let fault = |()| AppError::field("successor", tl!(cx.locale, "team.fault.successor"));
    typed.parse().map(Some).map_err(fault)
}

async fn heir_of(tx: &mut Tx, cx: &Cx, leaver: UserId, heir: UserId) -> Result<MemberRecord, AppError> {
    let found = store::member(tx, cx.firm.id, heir).await?;
    let fine = found.filter(|it| it.deactivated_at.is_none() && it.id != leaver);
    fine.ok_or_else(|| AppError::field("successor", tl!(cx.locale, "team.fault.successor")))
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
    let (c, staff) = (cx.clone(), staff.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let member = of_others(tx, &c, &staff, user).await?;
            if !staff::set_deactivated(tx, c.firm.id, user, None).await? {
                return Err(AppError::Conflict);
            }
            let detail = "deactivated -> active";
            // Signed in as a client meanwhile, perhaps; staff sessions are shorter.
            sessions::end_all_of_user(tx, &c, user, Some(&staff)).await?;
            record(tx, &c, ("staff_reactivated", staff.audit()), (member.id.0, &member.email), detail)
                .await?;
            announce(tx, &c, staff.name(), Some(user)).await
        })
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
    let (c, staff) = (cx.clone(), staff.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let firm = c.firm.id;
            let member = store::member(tx, firm, to).await?.ok_or(AppError::NotFound)?;
            if member.deactivated_at.is_some() || to == staff.user() {
                return Err(AppError::field("member", tl!(c.locale, "team.fault.owner")));
            }
            if !staff::hand_over(tx, firm, staff.user(), to).await? {
                return Err(AppError::Conflict);
            }
            let before = rules::in_words(member.role(), member.rights());
            let change = format!("{before} -> owner; {} owner -> admin", staff.who().email());
            record(tx, &c, ("owner_changed", staff.audit()), (member.id.0, &member.email), &change).await?;
            super::mails::tell_of_owner(tx, &c, &staff, to).await?;
            for user in [to, staff.user()] {
                rights_changed(tx, &c, &staff, user).await?;
            }
            announce(tx, &c, staff.name(), Some(to)).await?;
            Ok(member.name)
        })
    })
    .await
}

/// Tells whoever looks at the team, and which member it is about.
pub(super) async fn announce(tx: &mut Tx, cx: &Cx, by: &str, about: Option<UserId>) -> Result<(), AppError> {
    let news = News::Team { member: about, by: by.to_owned() };
    Ok(events::publish(tx, cx, news).await?)
}

/// Tells the person's open pages; their streams of news end with it, for what they may hear has changed (ROLE-3).
async fn rights_changed(tx: &mut Tx, cx: &Cx, staff: &Staff, user: UserId) -> Result<(), AppError> {
    let news = News::User { user, act: UserAct::RightsChanged, by: staff.name().to_owned() };
    Ok(events::publish(tx, cx, news).await?)
}

/// Tells the person's open lists to look again.
pub(super) async fn sight_changed(tx: &mut Tx, cx: &Cx, staff: &Staff, user: UserId) -> Result<(), AppError> {
    let news = News::User { user, act: UserAct::AccountsAssigned, by: staff.name().to_owned() };
    Ok(events::publish_all(tx, cx, [news, News::Lists]).await?)
}
