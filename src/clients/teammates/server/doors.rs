//! The plain form on the page of an account's people.

use super::actions;
use access::gate::{Call, Door, May, Proven, Reply, back, right::AssignTeammates};
use access::step_up;
use i18n::tl;
use kernel::{AppError, paths};

/// The plain forms of this slice.
pub(in crate::teammates) fn doors() -> Vec<Door> {
    vec![step_up::door("/app/accounts/{code}/team", set)]
}

/// Fields: `member`; `on`, which is `false` to take somebody away.
async fn set(call: Call, staff: Proven<May<AssignTeammates>>) -> Result<Reply, AppError> {
    let (cx, form, code) = (&call.cx, &call.form, call.param("code"));
    let on = form.get("on") != "false";
    match actions::set(cx, &staff, code, form.get("member"), on).await {
        // Whoever took themselves away does not see the account any more.
        Ok(_) if !on && !staff.sees_all() && form.get("member") == staff.user().to_string() => {
            Ok(Reply::notice(paths::ACCOUNTS, tl!(cx.locale, "teammates.left", code = code)))
        }
        Ok(name) if on => {
            Ok(Reply::notice(paths::account_team(code), tl!(cx.locale, "teammates.added", name = name)))
        }
        Ok(name) => {
            Ok(Reply::notice(paths::account_team(code), tl!(cx.locale, "teammates.removed", name = name)))
        }
        Err(error) => back(&call, paths::account_team(code), "team", error, &[]),
    }
}
