//! The plain forms about accounts.

use super::actions::{self, Draft};
use access::gate::{Call, Door, May, Reply, back, right::ManageAccounts};
use i18n::tl;
use kernel::{AppError, paths};

/// The plain forms of this slice.
pub(in crate::accounts) fn doors() -> Vec<Door> {
    vec![
        Door::new("/app/accounts/{code}/edit", edit),
        Door::new("/app/accounts/{code}/archive", archive),
        Door::new("/app/accounts/{code}/reactivate", reactivate),
    ]
}

fn version(call: &Call) -> Result<i64, AppError> {
    call.form.get("version").parse().map_err(|_| AppError::BadRequest)
}

/// Fields: `version`, `name`, `kind`.
async fn edit(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, form, code) = (&call.cx, &call.form, call.param("code"));
    let version = version(&call)?;
    let (name, kind) = (form.get("name"), form.get("kind"));
    let page = paths::account_edit(code);
    let draft = match Draft::parse(cx, name, kind) {
        Ok(draft) => draft,
        Err(error) => return back(&call, page, "account", error, &[("name", name), ("kind", kind)]),
    };
    let awkward = draft.is_awkward();
    match actions::edit(cx, &staff, code, version, draft).await {
        Ok(()) if awkward => Ok(Reply::notice(paths::account_info(code), tl!(cx.locale, "accounts.awkward"))),
        Ok(()) => Ok(Reply::notice(paths::account_info(code), tl!(cx.locale, "common.saved"))),
        // What is stored is shown, not what was typed: it would overwrite the colleague's words.
        Err(error) => back(&call, page, "account", error, &[]),
    }
}

/// Field: `version`.
async fn archive(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, code) = (&call.cx, call.param("code"));
    match actions::archive(cx, &staff, code, version(&call)?).await {
        Ok(()) => {
            Ok(Reply::notice(paths::account_info(code), tl!(cx.locale, "accounts.archive.done", code = code)))
        }
        Err(error) => back(&call, paths::account_edit(code), "archive", error, &[]),
    }
}

/// Field: `version`.
async fn reactivate(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, code) = (&call.cx, call.param("code"));
    match actions::reactivate(cx, &staff, code, version(&call)?).await {
        Ok(()) => Ok(Reply::notice(
            paths::account_info(code),
            tl!(cx.locale, "accounts.reactivate.done", code = code),
        )),
        Err(error) => back(&call, paths::account_edit(code), "archive", error, &[]),
    }
}
