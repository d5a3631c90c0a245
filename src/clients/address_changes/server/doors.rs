//! The plain forms about replaced addresses.

use super::removing::{self, Answer};
use super::{actions, stopping};
use crate::address_changes::StopsChange;
use access::gate::{Call, Door, May, Proven, Reply, back, right::ManageAccounts};
use access::links::{self, ByLink};
use access::step_up;
use i18n::tl;
use kernel::{AppError, ContactId, EmailId, paths};

/// The plain forms of this slice.
pub(in crate::address_changes) fn doors() -> Vec<Door> {
    vec![
        step_up::door("/app/accounts/{code}/info/emails/{setting}/keep", keep),
        Door::new("/app/contacts/{id}/emails/{email}/old", old),
        links::door(paths::STOP_ADDRESS_CHANGE, stop),
    ]
}

async fn keep(call: Call, staff: Proven<May<ManageAccounts>>) -> Result<Reply, AppError> {
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

/// Fields: `answer`, which is `remove` or `keep`; `account`, whose Info tab the question stood on.
async fn old(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let cx = &call.cx;
    let id: ContactId = call.param("id").parse().map_err(|()| AppError::NotFound)?;
    let address: EmailId = call.param("email").parse().map_err(|()| AppError::NotFound)?;
    let answer = Answer::parse(call.form.get("answer"))?;
    let account = call.form.get("account");
    let is_code = !account.is_empty() && account.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let (page, form) = if is_code {
        (paths::account_info(account), "switch".to_owned())
    } else {
        (paths::contact(&id.to_string()), format!("old-{address}"))
    };
    match removing::answer(cx, &staff, id, address, answer).await {
        Ok(old) => {
            let text = match answer {
                Answer::Remove => tl!(cx.locale, "address_changes.question.removed", old = old),
                Answer::Keep => tl!(cx.locale, "address_changes.question.kept", old = old),
            };
            Ok(Reply::notice(page, text))
        }
        Err(error) => back(&call, page, &form, error, &[]),
    }
}

async fn stop(call: Call, link: ByLink<StopsChange>) -> Result<Reply, AppError> {
    let (cx, page) = (&call.cx, link.page());
    match stopping::stop(cx, &link).await {
        // It was stopped, accepted or over before: the page says which.
        Ok(()) | Err(AppError::Conflict) => Ok(Reply::to(page)),
        Err(error) => Err(error),
    }
}
