//! The bridge to a printed link's page.

use crate::mailed_links::Opened;
use crate::sign_in_link::SignInLinkState;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(SIGN_IN_LINK = "/api/access/sign-in-link", Guest);

/// How the link stands that is in this browser; nothing when it holds none. `NotFound` for a token we never issued.
#[server(prefix = "/api", endpoint = "access/sign-in-link")]
pub async fn read_sign_in_link() -> Result<Option<Opened<SignInLinkState>>, AppError> {
    let (cx, _guest) = SIGN_IN_LINK.enter()?;
    let Some(token) = super::LINK.held(&cx) else { return Ok(None) };
    Ok(Some(Opened::of(token, super::server::state(&cx, token).await?)))
}
