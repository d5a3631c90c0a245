//! The plain forms about replaced addresses.

use super::{actions, stopping};
use crate::contact_settings::server::doors::back;
use access::gate::{Call, Door, Proven, Reply, Staff};
use access::step_up::proven;
use i18n::tl;
use kernel::permission::Allowed;
use kernel::{AppError, Right, paths};

/// The plain forms of this slice.
pub(in crate::address_changes) fn doors() -> Vec<Door> {
    vec![
        Door {
            path: "/app/accounts/{code}/info/emails/{setting}/keep",
            allowed: Allowed::StaffWith(Right::ManageAccounts),
            run: |call| Box::pin(proven(call, |visitor| visitor.staff_with(Right::ManageAccounts), keep)),
        },
        Door { path: "/address-change/{token}", allowed: Allowed::Public, run: |call| Box::pin(stop(call)) },
    ]
}

async fn keep(call: Call, staff: Proven<Staff>) -> Result<Reply, AppError> {
    let (cx, code) = (&call.cx, call.param("code"));
    let setting = call.param("setting").parse().map_err(|()| AppError::NotFound)?;
    match actions::keep_old(cx, &staff, code, setting).await {
        Ok(old) => {
            let text = tl!(cx.locale, "address_changes.keep.done", old = old);
            Ok(Reply::notice(paths::account_info(code), text))
        }
        Err(error) => back(&call, paths::account_info(code), "switch", error, &[]),
    }
}

async fn stop(call: Call) -> Result<Reply, AppError> {
    let (cx, token) = (&call.cx, call.param("token"));
    let page = paths::stop_address_change(token);
    match stopping::stop(cx, token).await {
        // It was stopped, accepted or over before: the page says which.
        Ok(()) | Err(AppError::Conflict) => Ok(Reply::to(page)),
        Err(error) => Err(error),
    }
}
