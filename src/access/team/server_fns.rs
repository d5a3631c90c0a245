//! The bridge: the team, one member, and what a mailed link is good for.

use super::list::AccountsOf;
use super::model::{JoinView, MemberCard, TeamList};
use crate::links::Opened;
use kernel::AppError;
use leptos::prelude::*;
use lists::Wanted;

crate::rule!(TEAM = "/api/access/team", May<Administer>);
crate::rule!(MEMBER = "/api/access/member", May<Administer>);
crate::rule!(JOIN = "/api/access/join", Guest);

/// Everybody who works for the firm, did, or is invited to.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "access/team")]
pub async fn read_team() -> Result<TeamList, AppError> {
    let (cx, staff) = TEAM.enter()?;
    super::server::reading::list(&cx, &staff).await
}

/// One member, with the assigned accounts or those that match the search.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "access/member")]
pub async fn read_member(
    member: String,
    #[server(default)] wanted: Wanted<AccountsOf>,
) -> Result<MemberCard, AppError> {
    let (cx, staff) = MEMBER.enter()?;
    super::server::reading::card(&cx, &staff, &member, &wanted).await
}

/// What the link of this name is good for, without a name the newest; nothing when this browser does not hold it. Reads only:
/// scanners and previews may ask as often as they like (SEC-16).
///
/// # Errors
/// `NotFound` for a link we never made; `TooMany` after thirty of those from one place.
#[server(prefix = "/api", endpoint = "access/join")]
pub async fn read_join(#[server(default)] link: String) -> Result<Option<Opened<JoinView>>, AppError> {
    let (cx, _guest) = JOIN.enter()?;
    let Some(link) = crate::links::opened::<super::Joins>(&cx, &link).await? else { return Ok(None) };
    Ok(Some(link.shows(super::server::join::view(&cx, &link).await?)))
}
