//! The plain forms: Continue in the chooser, and the X of the banner.

use super::actions;
use crate::gate::{Call, ClientOf, Cookie, Door, Reply};
use crate::switching::rules;
use i18n::tl;
use kernel::permission::Allowed;
use kernel::{AppError, paths};
use platform::Cx;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![
        Door { path: paths::CHOOSE, allowed: Allowed::Client, run: |call| Box::pin(choose(call)) },
        Door {
            path: "/portal/{account}/banner",
            allowed: Allowed::Client,
            run: |call| Box::pin(banner(call)),
        },
    ]
}

async fn choose(call: Call) -> Result<Reply, AppError> {
    let (cx, code, next) = (&call.cx, call.form.get("account"), call.form.get("next"));
    if code.is_empty() {
        let error = AppError::field("account", tl!(cx.locale, "switching.unknown"));
        return Ok(Reply::again(cx, paths::CHOOSE, "choose", error, &[]));
    }
    let (cx, client) = client_of(&call, code).await?;
    let token = actions::choose(&cx, &client).await?;
    let code = &client.card().code;
    let to = rules::within(next, code).map_or_else(|| paths::portal_home(code), str::to_owned);
    Ok(Reply::With { to, cookies: vec![Cookie::session(token.expose())], notice: None })
}

async fn banner(call: Call) -> Result<Reply, AppError> {
    let (cx, client) = client_of(&call, call.param("account")).await?;
    actions::dismiss(&cx, &client).await?;
    let code = &client.card().code;
    let back = rules::within(call.form.get("back"), code);
    Ok(Reply::to(back.map_or_else(|| paths::portal_home(code), str::to_owned)))
}

/// The grant, if this can be an account's code at all: not every database takes every text as a question.
async fn client_of(call: &Call, code: &str) -> Result<(Cx, ClientOf), AppError> {
    if !rules::is_plausible(code) {
        return Err(AppError::NotFound);
    }
    call.visitor.client_of(&call.cx, code).await
}
