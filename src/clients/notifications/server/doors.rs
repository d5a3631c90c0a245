//! The same switches as plain forms.

use super::actions;
use crate::notifications::rules::Side;
use access::gate::{Call, ClientOf, Door, May, Reply, right::ManageAccounts};
use i18n::tl;
use kernel::notify::Item;
use kernel::{AppError, paths};

/// The plain forms of this slice.
pub(in crate::notifications) fn doors() -> Vec<Door> {
    vec![
        Door::new("/app/accounts/{code}/info/emails/{setting}/notifications", by_staff),
        Door::of_client("/portal/{account}/settings/notifications", by_client),
    ]
}

/// Fields: `item` (empty for all), `on`; or `back` with the items that the client wants back, or `all`, and `confirm`.
async fn by_staff(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, code, setting) = (&call.cx, call.param("code"), call.param("setting"));
    let page = paths::row_notifications(code, setting);
    let asked = call.form.has("back");
    let wanted: Vec<&str> = if call.form.has("all") {
        vec![""]
    } else {
        Item::ALL.iter().map(|item| item.key()).filter(|key| call.form.has(key)).collect()
    };
    if asked && (wanted.is_empty() || !call.form.has("confirm")) {
        let text = tl!(cx.locale, "notifications.back.unconfirmed");
        return Ok(Reply::again(cx, page, "back", AppError::Refused(text), &[]));
    }
    let done = if asked {
        let side = Side::Staff { wanted_by_client: true };
        actions::choose_for(cx, &staff, code, setting, &wanted, true, side).await
    } else {
        let side = Side::Staff { wanted_by_client: false };
        let on = call.form.get("on") == "true";
        actions::choose_for(cx, &staff, code, setting, &[call.form.get("item")], on, side).await
    };
    match done {
        Ok(()) => Ok(Reply::notice(page, tl!(cx.locale, "common.saved"))),
        Err(error @ AppError::Refused(_)) => Ok(Reply::again(cx, page, "items", error, &[])),
        Err(error) => Err(error),
    }
}

/// Fields: `setting`, `item` (empty for all), `on`.
async fn by_client(call: Call, client: ClientOf) -> Result<Reply, AppError> {
    let (cx, code) = (&call.cx, call.param("account"));
    let on = call.form.get("on") == "true";
    actions::choose_own(cx, &client, call.form.get("setting"), call.form.get("item"), on).await?;
    Ok(Reply::notice(paths::portal_notifications(code), tl!(cx.locale, "common.saved")))
}
