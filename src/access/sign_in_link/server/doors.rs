//! The button on the page of a printed link.

use super::actions;
use crate::gate::{Call, Door, Reply, Visitor};
use crate::links::{self, ByLink, Printed};
use crate::sessions;
use crate::sign_in;
use kernel::{AppError, paths};

/// The plain forms of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![links::door(paths::SIGN_IN_LINK, enter)]
}

async fn enter(call: Call, link: ByLink<Printed>) -> Result<Reply, AppError> {
    let cx = &call.cx;
    match actions::enter(cx, &link, sessions::held(&call.visitor)).await {
        Ok(started) => {
            let visitor = Visitor::of_token(cx, Some(started.token.expose())).await?;
            let to = sign_in::destination(visitor.signed_in()?, None);
            Ok(Reply::With { to, cookies: started.cookies(), notice: None })
        }
        Err(AppError::NotFound) => Err(AppError::NotFound),
        Err(error) => Ok(Reply::again(cx, link.page(), "sign_in_link", error, &[])),
    }
}
