//! The Info tab's plain forms: they work before and without JavaScript.

use super::actions::{self, Wish};
use crate::contacts::{Changed, change_address, parse_address, replaced};
use crate::info::model::Which;
use crate::switches::row;
use access::gate::right::{ManageAccounts, ManageClientSecurity};
use access::gate::{Call, Door, May, MaybeProven, Proven, Reply, back};
use access::mail_state;
use access::password::STAFF_SENT_LIFE;
use access::step_up;
use i18n::tl;
use kernel::{AppError, Outcome, SettingId, Ts, paths};

/// The plain forms of this slice.
pub(in crate::info) fn doors() -> Vec<Door> {
    vec![
        Door::new("/app/accounts/{code}/info/switch", switch),
        step_up::door_on_demand("/app/accounts/{code}/info/emails/{setting}/login", login),
        Door::new("/app/accounts/{code}/info/emails/{setting}/invite", invite),
        Door::new("/app/accounts/{code}/info/emails/{setting}/reset-password", reset),
        step_up::door("/app/accounts/{code}/info/emails/{setting}/change", change),
    ]
}

fn setting(call: &Call) -> Result<SettingId, AppError> {
    call.param("setting").parse().map_err(|()| AppError::NotFound)
}

/// Fields: `setting`, `which`, `on`, `version`, `confirmed`. LOGIN on, and the last of its kind off, ask on a page of
/// their own first.
async fn switch(call: Call, staff: MaybeProven<May<ManageAccounts>>) -> Result<Reply, AppError> {
    let (cx, form, code) = (&call.cx, &call.form, call.param("code"));
    let version = form.get("version").parse().map_err(|_| AppError::BadRequest)?;
    let on = match form.get("on") {
        "true" => true,
        "false" => false,
        _ => return Err(AppError::BadRequest),
    };
    let wish = Wish::parse(form.get("setting"), form.get("which"), on, version, form.has("confirmed"))?;
    let ask = paths::row_login(code, &wish.id.to_string());
    if wish.which == Which::Login && on {
        return Ok(Reply::to(ask));
    }
    match actions::switch(cx, &staff, code, wish).await {
        Ok(()) => Ok(Reply::notice(paths::account_info(code), tl!(cx.locale, "common.saved"))),
        Err(AppError::Refused(_)) if !wish.confirmed && !on => {
            Ok(Reply::to(format!("{ask}?off={}", wish.which.key())))
        }
        Err(AppError::Refused(text)) => {
            back(&call, paths::account_info(code), "switch", AppError::Refused(text), &[])
        }
        Err(error) => back(&call, paths::account_info(code), "switch", error, &[]),
    }
}

/// Fields: `version`, `how` (`invite` or `quiet`), `message`. One more mailbox beside others takes a recent password.
async fn login(call: Call, staff: MaybeProven<May<ManageAccounts>>) -> Result<Reply, AppError> {
    let (cx, form, code) = (&call.cx, &call.form, call.param("code"));
    let id = setting(&call)?;
    let version = form.get("version").parse().map_err(|_| AppError::BadRequest)?;
    let typed = form.get("message");
    let message = match form.get("how") {
        "invite" => Some(typed.to_owned()),
        "quiet" => None,
        _ => return Err(AppError::BadRequest),
    };
    let invited = message.is_some();
    match actions::allow_login(cx, &staff, code, id, version, message).await {
        Ok(()) if invited => Ok(Reply::notice(
            paths::account_info(code),
            mail_state::said(cx, tl!(cx.locale, "contact_settings.login.done_invited")).await,
        )),
        Ok(()) => Ok(Reply::notice(paths::account_info(code), tl!(cx.locale, "contact_settings.login.done"))),
        Err(AppError::Conflict) => back(&call, paths::account_info(code), "switch", AppError::Conflict, &[]),
        Err(error) => {
            back(&call, paths::row_login(code, &id.to_string()), "login", error, &[("message", typed)])
        }
    }
}

/// Field: `message`.
async fn invite(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, code) = (&call.cx, call.param("code"));
    let id = setting(&call)?;
    let typed = call.form.get("message");
    match actions::invite(cx, &staff, code, id, typed.to_owned()).await {
        Ok(email) => Ok(Reply::notice(
            paths::account_info(code),
            mail_state::said(cx, tl!(cx.locale, "contact_settings.invite.done", email = email)).await,
        )),
        Err(error) => {
            back(&call, paths::row_invite(code, &id.to_string()), "invite", error, &[("message", typed)])
        }
    }
}

async fn reset(call: Call, staff: May<ManageClientSecurity>) -> Result<Reply, AppError> {
    let (cx, code) = (&call.cx, call.param("code"));
    let id = setting(&call)?;
    match actions::send_reset(cx, &staff, code, id).await {
        Ok(email) => Ok(Reply::notice(
            paths::account_info(code),
            mail_state::said(cx, tl!(cx.locale, "contact_settings.reset.done", email = email)).await,
        )),
        Err(error @ AppError::TooMany(seconds)) => {
            let (minutes, hours) = (seconds.div_ceil(60), STAFF_SENT_LIFE / Ts::HOUR);
            let text = tl!(cx.locale, "contact_settings.reset.too_many", minutes = minutes, hours = hours);
            let page = paths::row_reset(code, &id.to_string());
            Ok(Reply::Again { page, outcome: Outcome::problem("reset", text), error })
        }
        Err(error) => back(&call, paths::row_reset(code, &id.to_string()), "reset", error, &[]),
    }
}

/// Fields: `email`, `known_is_fine`.
async fn change(call: Call, staff: Proven<May<ManageAccounts>>) -> Result<Reply, AppError> {
    let (cx, code) = (&call.cx, call.param("code"));
    let id = setting(&call)?;
    let typed = call.form.get("email");
    let page = paths::row_address(code, &id.to_string());
    let known = call.form.has("known_is_fine");
    let keep = [("email", typed), ("known_is_fine", if known { "true" } else { "" })];
    let done = async {
        let email = parse_address(cx, typed)?;
        let about = {
            let mut conn = cx.db.read().await?;
            row(&mut conn, &staff, code, id).await?
        };
        let changed = change_address(cx, &staff, about.contact_id, about.email_id, email, known).await?;
        Ok(changed)
    };
    match done.await {
        Ok(Changed::Replaced { invited: true }) => {
            let text = tl!(cx.locale, "contact_settings.change.done_invited", email = typed.trim());
            Ok(Reply::notice(paths::account_info(code), mail_state::said(cx, text).await))
        }
        Ok(Changed::Replaced { invited: false }) => {
            let text = tl!(cx.locale, "contact_settings.change.done");
            Ok(Reply::notice(paths::account_info(code), text))
        }
        Ok(Changed::Replacing(begun)) => {
            let text = mail_state::said(cx, replaced(cx, begun, typed)).await;
            Ok(Reply::notice(paths::account_info(code), text))
        }
        Err(error) => back(&call, page, "change", error, &keep),
    }
}
