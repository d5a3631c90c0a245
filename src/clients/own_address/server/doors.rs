//! The plain forms of somebody who changes their own address.

use super::{actions, undoing};
use crate::own_address::UndoesChange;
use access::gate::{Call, Door, Reply, SignedIn};
use access::links::{self, ByLink};
use i18n::tl;
use kernel::{AppError, paths};

/// The form's name on the page.
pub(in crate::own_address) const FORM: &str = "own_address";

/// The plain forms of this slice.
pub(in crate::own_address) fn doors() -> Vec<Door> {
    vec![Door::new(paths::MY_ADDRESS, step), links::door(paths::UNDO_ADDRESS, undo)]
}

/// Field `step`: `ask` with `current` and `email`, `again`, `cancel`, or `code` with `code`.
async fn step(call: Call, who: SignedIn) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    let typed = form.get("email");
    let done = match form.get("step") {
        "ask" => actions::ask(cx, &who, form.get("current"), typed).await,
        "again" => match actions::again(cx, &who).await {
            Ok(()) => return Ok(Reply::notice(paths::MY_ADDRESS, tl!(cx.locale, "own_address.again"))),
            Err(error) => Err(error),
        },
        "cancel" => actions::cancel(cx, &who).await,
        "code" => match actions::confirm(cx, &who, form.get("code")).await {
            Ok(started) => {
                let notice = Some(tl!(cx.locale, "own_address.done"));
                let to = paths::MY_ADDRESS.to_owned();
                return Ok(Reply::With { to, cookies: started.cookies(), notice });
            }
            Err(error) => Err(error),
        },
        _ => return Err(AppError::BadRequest),
    };
    match done {
        Ok(()) => Ok(Reply::to(paths::MY_ADDRESS)),
        Err(error @ (AppError::NotSignedIn | AppError::Internal(_))) => Err(error),
        Err(error) => Ok(Reply::again(cx, paths::MY_ADDRESS, FORM, error, &[("email", typed)])),
    }
}

async fn undo(call: Call, link: ByLink<UndoesChange>) -> Result<Reply, AppError> {
    let (cx, page) = (&call.cx, link.page());
    match undoing::undo(cx, &link).await {
        // It was stopped before, or is too late: the page says which.
        Ok(()) | Err(AppError::Conflict) => Ok(Reply::to(page)),
        Err(error) => Err(error),
    }
}
