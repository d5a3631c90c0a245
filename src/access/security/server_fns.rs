//! The forms of the list of devices.

use crate::gate::prelude::*;

crate::command!(EndSession: SignedIn, "*" on |it| crate::gate::own_page(&it.back));

/// Ends one of one's own sessions. Ending the one that asks is signing out.
#[server(protocol = ByForm, prefix = "", endpoint = "account/sessions/{id}/end")]
pub async fn end_session(id: String, back: String) -> Result<Done, AppError> {
    let (cx, who) = EndSession::enter()?;
    let id = kernel::SessionId::known(&id)?;
    super::server::end_one(&cx, &who, id).await?;
    if who.session() == id {
        let out = Done::at(paths::SIGN_IN).notice(i18n::tl!(cx.locale, "sign_in.signed_out"));
        return Ok(out.cookies(vec![crate::gate::Cookie::gone(crate::gate::Cookie::SESSION)]));
    }
    Ok(Done::at(crate::gate::own_page(&back)).notice(i18n::tl!(cx.locale, "sessions.ended_one")))
}

crate::command!(EndOtherSessions: Proven<SignedIn>, "*" on |it| crate::gate::own_page(&it.back));

/// Ends all of one's own sessions but the one that asks.
#[server(protocol = ByForm, prefix = "", endpoint = "account/sessions/end-others")]
pub async fn end_other_sessions(back: String) -> Result<Done, AppError> {
    let (cx, who) = EndOtherSessions::enter()?;
    super::server::end_others(&cx, &who).await?;
    Ok(Done::at(crate::gate::own_page(&back)).notice(i18n::tl!(cx.locale, "sessions.ended_others")))
}
