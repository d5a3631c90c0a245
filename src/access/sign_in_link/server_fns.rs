//! The bridge to a printed link's page.

use crate::links::Opened;
use crate::sign_in_link::SignInLinkState;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(SIGN_IN_LINK = "/api/access/sign-in-link", Guest);

/// How the link of this name stands, without a name the newest; nothing when this browser does not hold it. `NotFound` for a token we never issued.
#[server(prefix = "/api", endpoint = "access/sign-in-link")]
pub async fn read_sign_in_link(
    #[server(default)] link: String,
) -> Result<Option<Opened<SignInLinkState>>, AppError> {
    let (cx, _guest) = SIGN_IN_LINK.enter()?;
    let Some(link) = crate::links::opened::<crate::links::Printed>(&cx, &link).await? else {
        return Ok(None);
    };
    Ok(Some(link.shows(super::server::state(&cx, &link).await?)))
}
