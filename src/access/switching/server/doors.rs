//! The plain forms: Continue in the chooser, and the X of the banner.

use super::actions;
use crate::gate::{Call, Client, ClientOf, Cookie, Door, Reply};
use crate::switching::rules;
use i18n::tl;
use kernel::{AppError, paths};

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door::new(paths::CHOOSE, choose), Door::of_client("/portal/{account}/banner", banner)]
}

async fn choose(call: Call, _: Client) -> Result<Reply, AppError> {
    let (cx, code, next) = (&call.cx, call.form.get("account"), call.form.get("next"));
    if code.is_empty() {
        let error = AppError::field("account", tl!(cx.locale, "switching.unknown"));
        return Ok(Reply::again(cx, paths::CHOOSE, "choose", error, &[]));
    }
    // Not every database takes every text as a question.
    if !rules::is_plausible(code) {
        return Err(AppError::NotFound);
    }
    let (cx, client) = call.visitor.client_of(cx, code).await?;
    let token = actions::choose(&cx, &client).await?;
    let code = &client.card().code;
    let to = rules::within(next, code).map_or_else(|| paths::portal_home(code), str::to_owned);
    Ok(Reply::With { to, cookies: vec![Cookie::session(token.expose())], notice: None })
}

async fn banner(call: Call, client: ClientOf) -> Result<Reply, AppError> {
    actions::dismiss(&call.cx, &client).await?;
    let code = &client.card().code;
    let back = rules::within(call.form.get("back"), code);
    Ok(Reply::to(back.map_or_else(|| paths::portal_home(code), str::to_owned)))
}
