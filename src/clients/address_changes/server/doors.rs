//! The plain forms about replaced addresses.

use super::{actions, stopping};
use crate::address_changes::LINK;
use crate::contact_settings::server::doors::back;
use access::gate::{Call, Door, Reply};
use i18n::tl;
use kernel::permission::Allowed;
use kernel::{AppError, Right, paths};

/// The plain forms of this slice.
pub(in crate::address_changes) fn doors() -> Vec<Door> {
    vec![
        Door {
            path: "/app/accounts/{code}/info/emails/{setting}/keep",
            allowed: Allowed::StaffWith(Right::ManageAccounts),
            run: |call| Box::pin(keep(call)),
        },
        Door {
            path: paths::STOP_ADDRESS_CHANGE,
            allowed: Allowed::Public,
            run: |call| Box::pin(LINK.posted(call, stop)),
        },
    ]
}

async fn keep(call: Call) -> Result<Reply, AppError> {
    let (cx, code) = (&call.cx, call.param("code"));
    let staff = call.visitor.staff_with(Right::ManageAccounts)?;
    let setting = call.param("setting").parse().map_err(|()| AppError::NotFound)?;
    match actions::keep_old(cx, &staff, code, setting).await {
        Ok(old) => {
            let text = tl!(cx.locale, "address_changes.keep.done", old = old);
            Ok(Reply::notice(paths::account_info(code), text))
        }
        Err(error) => back(&call, paths::account_info(code), "switch", error, &[]),
    }
}

async fn stop(call: Call, token: String) -> Result<Reply, AppError> {
    let (cx, page) = (&call.cx, paths::STOP_ADDRESS_CHANGE);
    match stopping::stop(cx, &token).await {
        // It was stopped, accepted or over before: the page says which.
        Ok(()) | Err(AppError::Conflict) => Ok(Reply::to(page)),
        Err(error) => Err(error),
    }
}
