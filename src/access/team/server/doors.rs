//! The plain forms about the team.

use super::invites::{self, Draft};
use super::{assignments, members};
use crate::gate::right::{Administer, Own};
use crate::gate::{Admitted, Call, Door, Form, May, Proven, Reply, Visitor};
use crate::mail_state;
use crate::step_up;
use crate::team::list::AccountsOf;
use i18n::tl;
use kernel::{AppError, InvitationId, Right, Rights, Role, UserId, paths};
use lists::Wanted;

/// More of a field is not worth keeping, in characters.
const LONGEST_KEPT: usize = 300;

/// The doors of owner and admins.
pub(super) fn doors() -> Vec<Door> {
    vec![
        step_up::door(paths::TEAM_INVITE, invite),
        step_up::door("/app/settings/team/invitations/{invitation}/resend", resend),
        step_up::door("/app/settings/team/invitations/{invitation}/withdraw", withdraw),
        step_up::door("/app/settings/team/{member}", change),
        step_up::door("/app/settings/team/{member}/accounts", assign),
        step_up::door("/app/settings/team/{member}/deactivate", deactivate),
        step_up::door("/app/settings/team/{member}/reactivate", reactivate),
        Door::new(paths::TEAM_OWNER, hand_over),
    ]
}

fn member(call: &Call) -> Result<UserId, AppError> {
    call.param("member").parse().map_err(|()| AppError::NotFound)
}

/// A person's mistake goes back to the page; everything else is an error of its own.
fn back(
    call: &Call,
    page: String,
    form: &str,
    error: AppError,
    keep: &[(&str, &str)],
) -> Result<Reply, AppError> {
    match error {
        AppError::NotFound | AppError::NotAllowed | AppError::NotSignedIn | AppError::Internal(_) => {
            Err(error)
        }
        mistake => {
            let kept: Vec<(&str, String)> =
                keep.iter().map(|(name, text)| (*name, text.chars().take(LONGEST_KEPT).collect())).collect();
            let kept: Vec<(&str, &str)> = kept.iter().map(|(name, text)| (*name, text.as_str())).collect();
            Ok(Reply::again(&call.cx, page, form, mistake, &kept))
        }
    }
}

/// The boxes that were ticked: one field a right, by its key.
fn ticked(form: &Form) -> Rights {
    Rights::of(&Right::ALL.into_iter().filter(|right| form.has(right.key())).collect::<Vec<_>>())
}

/// The boxes as they are kept.
fn boxes(form: &Form) -> Vec<(&'static str, &'static str)> {
    Right::ALL.iter().map(|right| (right.key(), if form.has(right.key()) { "true" } else { "" })).collect()
}

/// Fields: `name`, `email`, `role`, `locale`, and one a right.
async fn invite(call: Call, staff: Proven<May<Administer>>) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    let typed = [form.get("name"), form.get("email"), form.get("role"), form.get("locale")];
    let done = match Draft::parse(cx, &staff, typed, ticked(form)) {
        Ok(draft) => invites::invite(cx, &staff, draft).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(_) => {
            let text = tl!(cx.locale, "team.invite.done", email = typed[1].trim());
            Ok(Reply::notice(paths::TEAM, mail_state::said(cx, text).await))
        }
        Err(error) => {
            let mut keep = boxes(form);
            let words: Vec<(&str, &str)> =
                ["name", "email", "role", "locale"].into_iter().zip(typed).collect();
            keep.extend([("invited", "true")]);
            let keep: Vec<(&str, &str)> = keep.into_iter().chain(words).collect();
            back(&call, paths::TEAM_INVITE.to_owned(), "invite", error, &keep)
        }
    }
}

fn invitation(call: &Call) -> Result<InvitationId, AppError> {
    call.param("invitation").parse().map_err(|()| AppError::NotFound)
}

async fn resend(call: Call, staff: Proven<May<Administer>>) -> Result<Reply, AppError> {
    let cx = &call.cx;
    match invites::resend(cx, &staff, invitation(&call)?).await {
        Ok(email) => {
            let text = tl!(cx.locale, "team.invite.done", email = email);
            Ok(Reply::notice(paths::TEAM, mail_state::said(cx, text).await))
        }
        Err(error) => back(&call, paths::TEAM.to_owned(), "team", error, &[]),
    }
}

async fn withdraw(call: Call, staff: Proven<May<Administer>>) -> Result<Reply, AppError> {
    let cx = &call.cx;
    let email = invites::withdraw(cx, &staff, invitation(&call)?).await?;
    Ok(Reply::notice(paths::TEAM, tl!(cx.locale, "team.invite.withdrawn", email = email)))
}

/// Fields: `version`, one a right, and for the owner `role`.
async fn change(call: Call, staff: Proven<May<Administer>>) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    let user = member(&call)?;
    let page = paths::member(&user.to_string());
    let version = form.get("version").parse().map_err(|_| AppError::BadRequest)?;
    let role = match (form.has("role"), Role::from_key(form.get("role"))) {
        (false, _) => None,
        (true, Some(role)) => Some(role),
        (true, None) => return Err(AppError::BadRequest),
    };
    match members::change_rights(cx, &staff, user, version, role, ticked(form)).await {
        Ok(()) => Ok(Reply::notice(page, tl!(cx.locale, "common.saved"))),
        // What is stored is shown, not what was ticked: it would overwrite the colleague's decision.
        Err(error) => back(&call, page, "rights", error, &[]),
    }
}

/// Fields: `account`, the short id; `on`; `q`, which is what was searched for.
async fn assign(call: Call, staff: Proven<May<Administer>>) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    let user = member(&call)?;
    let on = match form.get("on") {
        "true" => true,
        "false" => false,
        _ => return Err(AppError::NotFound),
    };
    let name = assignments::set(cx, &staff, user, form.get("account"), on).await?;
    let notice = if on {
        tl!(cx.locale, "team.accounts.added", account = name)
    } else {
        tl!(cx.locale, "team.accounts.removed", account = name)
    };
    let accounts = Wanted::<AccountsOf>::searching(form.get("q"));
    Ok(Reply::notice(accounts.href(&paths::member(&user.to_string())), notice))
}

/// Field: `successor`, or nothing.
async fn deactivate(call: Call, staff: Proven<May<Administer>>) -> Result<Reply, AppError> {
    let cx = &call.cx;
    let user = member(&call)?;
    let page = paths::member(&user.to_string());
    let successor = match call.form.get("successor") {
        "" => Ok(None),
        id => id.parse().map(Some),
    };
    let done = match successor {
        Ok(successor) => members::deactivate(cx, &staff, user, successor).await,
        Err(()) => Err(AppError::field("successor", tl!(cx.locale, "team.fault.successor"))),
    };
    match done {
        Ok(_) => Ok(Reply::notice(page, tl!(cx.locale, "team.deactivate.done"))),
        Err(error @ AppError::Invalid(_)) => {
            let keep = [("successor", call.form.get("successor"))];
            back(&call, format!("{page}?ask=deactivate"), "deactivate", error, &keep)
        }
        Err(error) => back(&call, page, "rights", error, &[]),
    }
}

async fn reactivate(call: Call, staff: Proven<May<Administer>>) -> Result<Reply, AppError> {
    let cx = &call.cx;
    let user = member(&call)?;
    let page = paths::member(&user.to_string());
    match members::reactivate(cx, &staff, user).await {
        Ok(()) => Ok(Reply::notice(page, tl!(cx.locale, "team.reactivate.done"))),
        Err(error) => back(&call, page, "rights", error, &[]),
    }
}

/// Fields: `member`, `password`. Asked for at all times, for this cannot be taken back alone.
async fn hand_over(call: Call, staff: May<Own>) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    let to: UserId = form.get("member").parse().map_err(|()| AppError::NotFound)?;
    let page = format!("{}?ask=owner", paths::member(&to.to_string()));
    let started = match step_up::give(cx, staff.who(), "password", form.get("password")).await {
        Ok(started) => started,
        Err(error) => return back(&call, page, "owner", error, &[]),
    };
    let visitor = Visitor::of_token(cx, Some(started.token.expose())).await?;
    let staff = Proven::of(May::<Own>::admit(cx, &visitor)?, cx.now()).ok_or(AppError::NotSignedIn)?;
    // The session goes on under another token, and the act under that one.
    let then = match members::hand_over(&visitor.acting(cx), &staff, to).await {
        Ok(name) => Ok(Reply::notice(paths::TEAM, tl!(cx.locale, "team.owner.done", name = name))),
        Err(error) => back(&call, page, "owner", error, &[]),
    };
    Ok(Reply::As { visitor, cookies: started.cookies(), then: Box::new(then) })
}
