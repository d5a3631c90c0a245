//! The plain form on the page of an account's people.

use super::actions;
use access::gate::{Call, Door, Proven, Reply, Staff, back};
use access::step_up::proven;
use i18n::tl;
use kernel::permission::Allowed;
use kernel::{AppError, Right, paths};

/// The plain forms of this slice.
pub(in crate::teammates) fn doors() -> Vec<Door> {
    vec![Door {
        path: "/app/accounts/{code}/team",
        allowed: Allowed::StaffWith(Right::AssignTeammates),
        run: |call| Box::pin(proven(call, |visitor| visitor.staff_with(Right::AssignTeammates), set)),
    }]
}

/// Fields: `member`; `on`, which is `false` to take somebody away.
async fn set(call: Call, staff: Proven<Staff>) -> Result<Reply, AppError> {
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
