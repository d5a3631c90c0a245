//! The plain forms of the list of devices, and the way back from them.

use crate::gate::{Call, Cookie, Door, Proven, Reply, SignedIn};
use crate::sessions;
use crate::step_up;
use i18n::tl;
use kernel::{AppError, SessionId, paths};
use platform::net::safe_path;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![
        Door::new("/account/sessions/{id}/end", end_one),
        step_up::door(paths::SESSIONS_END_OTHERS, end_others),
    ]
}

async fn end_one(call: Call, who: SignedIn) -> Result<Reply, AppError> {
    let id: SessionId = call.param("id").parse().map_err(|()| AppError::NotFound)?;
    let (cx, user, own) = (call.cx.clone(), who.user, who.session == id);
    let ended =
        call.cx.write(move |tx| Box::pin(async move { sessions::end(tx, &cx, user, id).await })).await?;
    if !ended {
        return Err(AppError::NotFound);
    }
    if own {
        let notice = Some(tl!(call.cx.locale, "sign_in.signed_out"));
        let cookies = vec![Cookie::gone(Cookie::SESSION)];
        return Ok(Reply::With { to: paths::SIGN_IN.to_owned(), cookies, notice });
    }
    Ok(Reply::notice(back(&call), tl!(call.cx.locale, "sessions.ended_one")))
}

async fn end_others(call: Call, who: Proven<SignedIn>) -> Result<Reply, AppError> {
    let cx = call.cx.clone();
    call.cx
        .write(move |tx| Box::pin(async move { sessions::end_others(tx, &cx, who.user, who.session).await }))
        .await?;
    Ok(Reply::notice(back(&call), tl!(call.cx.locale, "sessions.ended_others")))
}

/// The page the form was on, if it is one of ours.
fn back(call: &Call) -> String {
    safe_path(call.form.get("back")).unwrap_or_else(|| "/".to_owned())
}
