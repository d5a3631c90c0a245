//! The bridge: a printed link's page, and its button.

use crate::gate::prelude::*;
use crate::links::Opened;
use crate::sign_in_link::SignInLinkState;

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

crate::command!(
    SignInByLink: crate::links::ByLink<crate::links::Printed>,
    "sign_in_link" on |it| super::LINK.page_of(&it.link)
);

/// Signs in by the link, once.
///
/// # Errors
/// `Refused` when the link is used up.
#[server(protocol = ByForm, prefix = "", endpoint = "sign-in-link")]
pub async fn sign_in_by_link(link: String) -> Result<Done, AppError> {
    let (cx, held) = SignInByLink::enter()?;
    let _ = link;
    let replaced = crate::sessions::held(&crate::gate::sender());
    let (started, to) = super::server::enter(&cx, &held, replaced).await?;
    Ok(Done::at(to).cookies(started.cookies()))
}
